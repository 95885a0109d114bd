"""A view, an event or a lesson handed on: its address, its code, and the frame for other sites."""

from html import unescape

import pytest

from events.sharing.code import MOST_CHARACTERS, code_svg
from events.sharing.subject import is_loopback
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")

LONG = "q=" + "%C4%91" * 120
EVENT = "of=event/chengdu-talks-1990"


def shared(client, query, language="en") -> Page:
    response = client.get(f"/{language}/share?{query}")
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    return Page(response)


@pytest.mark.parametrize(
    ("query", "title", "path"),
    [
        ("", "Vietnam's foreign relations in time", "/en/"),
        ("country=CN&theme=aid", "China, Aid", "/en/?country=CN&theme=aid"),
        ("theme=aid&country=CN&page=2", "China, Aid", "/en/?country=CN&theme=aid"),
        (EVENT, "Vietnamese and Chinese leaders meet in Chengdu", "/en/events/chengdu-talks-1990/"),
        ("of=lesson/road-to-chengdu", "The road to Chengdu and 1991", "/en/lessons/road-to-chengdu/"),
    ],
)
def test_the_address_stands_with_its_code(client, query, title, path):
    page = shared(client, query)
    assert page.by_id("share-title").text == title
    assert page.by_id("share-address")["value"] == f"http://testserver{path}"
    (picture,) = page.by_class("share__picture")
    code = client.get(picture["src"])
    assert code["Content-Type"] == "image/svg+xml"
    assert code.content == code_svg(f"http://testserver{path}")
    assert code.content != code_svg(f"http://testserver{path}#")
    assert client.get(path).status_code == 200


def test_every_language_shares_its_own_address(client):
    page = shared(client, "country=CN", "vi")
    assert page.by_id("share-address")["value"] == "http://testserver/vi/?country=CN"
    assert [link["href"] for link in page.all("a", hreflang="en")] == ["/en/share?country=CN"]


def test_the_code_is_sent_once(client):
    first = client.get("/vi/share.svg?country=CN")
    again = client.get("/vi/share.svg?country=CN", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    other = client.get("/en/share.svg?country=CN", headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200


def test_an_address_that_no_telephone_reads_has_no_code(client):
    page = shared(client, f"{LONG}&country=CN&theme=aid")
    assert not page.by_class("share__picture")
    (words,) = page.by_class("share__long")
    assert f"holds {MOST_CHARACTERS}. Take something away" in words.text
    ways = [link["href"] for link in page.by_class("share__ways")[0].children[2].children]
    assert ways == ["/en/share?country=CN&theme=aid"]
    assert shared(client, ways[0].partition("?")[2]).by_class("share__picture")
    refused = client.get(f"/en/share.svg?{LONG}&country=CN")
    assert refused.status_code == 400
    assert Page(refused).all("code")[0].text == "q"
    assert f"{MOST_CHARACTERS} at the most" in refused.content.decode()


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("from=abc", "from"),
        ("contry=CN", "contry"),
        ("of=event/no-such-event", "of"),
        ("of=source/first", "of"),
        ("of=event/chengdu-talks-1990&country=CN", "country"),
        ("of=event/chengdu-talks-1990&of=lesson/x", "of"),
    ],
)
@pytest.mark.parametrize("name", ["share", "share.svg"])
def test_what_cannot_be_shared_is_named(client, name, query, parameter):
    response = client.get(f"/en/{name}?{query}")
    assert response.status_code == 400
    assert Page(response).all("code")[0].text == parameter


def test_a_lesson_that_is_not_there(client):
    assert client.get("/en/share?of=lesson/no-such-lesson").status_code == 404


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1:8000", True), ("localhost", True), ("[::1]:8000", True), ("10.0.0.5:8000", False),
     ("timeline.example.org", False)],
)  # fmt: skip
def test_an_address_of_this_computer_only_says_so(host, alone):
    assert is_loopback(host) is alone


def test_the_note_on_such_an_address(client):
    answer = client.get("/en/share", headers={"Host": "127.0.0.1"}).content.decode()
    assert "works on this computer only" in answer
    assert "works on this computer only" not in client.get("/en/share").content.decode()


@pytest.mark.parametrize("path", ["/en/?country=CN", "/en/events/chengdu-talks-1990/", "/en/lessons/road-to-chengdu/"])
def test_pages_lead_to_it(client, path):
    links = [link["href"] for link in Page(client.get(path)).all("a") if link["href"].startswith("/en/share")]
    assert len(links) == 1
    page = Page(client.get(links[0]))
    assert page.by_id("share-address")["value"] == f"http://testserver{path}"


# --- In a frame of another site -------------------------------------------------------------------------------------


def test_a_frame_is_the_whole_view_in_little(client):
    response = client.get("/en/embed?country=CN")
    page = Page(response)
    assert page.text_of("h1") == "China"
    assert page.by_id("sentence").text == Page(client.get("/en/?country=CN")).by_id("sentence").text
    assert page.by_id("timeline")["data-language"] == "en"
    assert 0 < len(page.slugs()) <= 30
    assert "/en/?country=CN" in [link["href"] for link in page.all("a")]
    assert page.all("base")[0].attributes == {"target": "_blank"}
    assert not page.all("form")
    assert not page.by_class("site-header")
    assert not response.cookies


def test_only_the_frame_may_be_framed_and_only_by_those_who_are_named(client, settings):
    for hosts in (["'self'"], ["'none'"], ["*"], ["'self'", "https://lms.example.edu"]):
        settings.EMBED_ANCESTORS = hosts
        response = client.get("/en/embed")
        assert f"frame-ancestors {' '.join(hosts)};" in response["Content-Security-Policy"] + ";"
        assert "X-Frame-Options" not in response
        for path in ("/en/", "/en/share", "/en/present", "/en/events/chengdu-talks-1990/"):
            other = client.get(path)
            assert "frame-ancestors 'none'" in other["Content-Security-Policy"]
            assert other["X-Frame-Options"] == "DENY"


def test_the_code_of_the_frame_is_offered_where_others_may_show_it(client, settings):
    assert not shared(client, "q=%22%3Cb%3E").by_class("share__frame")
    settings.EMBED_ANCESTORS = ["'self'", "https://lms.example.edu"]
    page = Page(client.get("/en/share?q=%22%3Cb%3E&country=CN&theme=aid&to=2000"))
    offered = page.by_id("share-frame").text
    assert offered.startswith('<iframe src="http://testserver/en/embed?country=CN&amp;')
    assert "&quot;&lt;b&gt;" in offered
    assert "<b>" not in offered
    assert "https://lms.example.edu" in page.by_class("share__frame")[0].text
    source = unescape(offered.split('"')[1]).removeprefix("http://testserver")
    assert client.get(source).status_code == 200
    assert not shared(client, EVENT).by_class("share__frame")


def test_a_frame_answers_bad_parameters_like_the_view(client):
    assert client.get("/en/embed?from=abc").status_code == 400
