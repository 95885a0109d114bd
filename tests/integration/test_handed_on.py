"""What the pages say to programs: tags for networks, linked data, cards, the map of the site and robots.txt."""

import json
import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from events.models import Event, Lesson
from events.sharing import card as cards
from events.templatetags.handing_on import ScriptData
from events.timeline_data.index import RecordIndex
from tests.integration.parsed import Page
from timeline.settings import BASE_DIR, LANGUAGES

pytestmark = pytest.mark.usefixtures("record")

EVENT = "/en/events/chengdu-talks-1990/"
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def told(page) -> dict[str, str]:
    return {meta["property"]: meta["content"] for meta in page.all("meta") if "property" in meta.attributes}


@pytest.mark.parametrize(
    ("path", "kind", "image"),
    [("/vi/?country=CN", "website", "/static/img/card.png"), ("/en/about/", "website", "/static/img/card.png"),
     (EVENT, "article", "/en/card/chengdu-talks-1990.png")],
)  # fmt: skip
def test_networks_are_told_what_the_reader_sees(client, path, kind, image):
    page = Page(client.get(path))
    found = told(page)
    assert page.text_of("title").startswith(found["og:title"])
    assert found["og:description"] == page.all("meta", name="description")[0]["content"]
    assert found["og:url"] == page.all("link", rel="canonical")[0]["href"]
    assert found["og:type"] == kind
    assert found["og:image"] == f"http://testserver{image}"
    assert found["og:locale"] == {"vi": "vi_VN", "en": "en_GB"}[path[1:3]]
    alternates = page.all("meta", property="og:locale:alternate")
    assert len(alternates) == len(LANGUAGES) - 1
    assert page.all("meta", name="twitter:card")[0]["content"] == "summary_large_image"
    feeds = [link["href"] for link in page.all("link", type="application/atom+xml")]
    assert feeds == [f"{path[:3]}/feeds/changes/", f"{path[:3]}/feeds/on-this-day/"]


def test_error_pages_hand_nothing_on(client):
    assert told(Page(client.get("/en/nothing/"))) == {}


def linked(client, path) -> dict:
    (script,) = Page(client.get(path)).all("script", type="application/ld+json")
    return json.loads("".join(script.texts))


def test_the_linked_data_say_what_the_page_says(client):
    event = Event.objects.get(slug="chengdu-talks-1990")
    article, crumbs = linked(client, EVENT)["@graph"]
    assert article["@type"] == "Article"
    assert article["headline"] == event.title_en
    assert article["inLanguage"] == "en"
    assert article["temporalCoverage"] == "1990-09-03/1990-09-04"
    happened = article["about"][0]
    assert (happened["@type"], happened["startDate"], happened["endDate"]) == ("Event", "1990-09-03", "1990-09-04")
    assert {"@type": "Country", "name": "China"} in article["about"]
    assert {work["name"] for work in article["citation"]} == {c.source.original_title for c in event.citations.all()}
    assert [item["item"] for item in crumbs["itemListElement"]] == [
        "http://testserver/en/",
        f"http://testserver{EVENT}",
    ]
    assert linked(client, EVENT.replace("/en/", "/vi/"))["@graph"][0]["headline"] == event.title_vi


def test_a_loose_date_is_never_told_as_an_exact_one(client):
    loose = [row.slug for row in RecordIndex.current().rows if row.date.approximate or row.date.uncertain][:3]
    assert loose
    for slug in loose:
        article = linked(client, f"/en/events/{slug}/")["@graph"][0]
        assert article["temporalCoverage"] == Event.objects.get(slug=slug).date.text
        for name in ("startDate", "endDate"):
            assert not re.search("[~?%]", article["about"][0].get(name, ""))


def test_no_text_ends_the_data_early(client):
    hostile = '</script><script>alert("x")</script><!-- & \u2028'
    Event.objects.filter(slug="chengdu-talks-1990").update(summary_en=hostile)
    RecordIndex.forget()
    text = client.get(EVENT).content.decode()
    assert "<script>alert" not in text
    assert linked(client, EVENT)["@graph"][0]["description"] == hostile
    assert ScriptData({"a": "<&>"}).__html__() == '{"a":"\\u003c\\u0026\\u003e"}'


# --- Cards ----------------------------------------------------------------------------------------------------------


def test_an_event_has_a_card(client):
    if cards.fonts() is None:
        pytest.skip("this machine has no font with Vietnamese and Cyrillic letters")
    pictures = {}
    for language in ("vi", "en"):
        response = client.get(f"/{language}/card/chengdu-talks-1990.png")
        assert response["Content-Type"] == "image/png"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        pictures[language] = response.content
        assert len(response.content) <= 40_000
        assert Image.open(BytesIO(response.content)).size == (1200, 630)
    assert pictures["vi"] != pictures["en"]
    again = client.get("/en/card/chengdu-talks-1990.png", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert client.get("/en/card/no-such-event.png").status_code == 404


def test_a_long_title_stays_on_its_card():
    if cards.fonts() is None:
        pytest.skip("this machine has no font with Vietnamese and Cyrillic letters")
    room = cards.WIDTH - 2 * cards.EDGE
    for title in ("Nghiêng " * 9, "Giơnevơ", "W" * 70):
        font, lines = cards._fitted(title, cards.fonts()[1], room)
        assert len(lines) <= cards.MOST_LINES
        assert font.size >= cards.SMALLEST


def test_without_a_font_every_event_shows_the_card_of_the_site(client, monkeypatch):
    monkeypatch.setattr("events.views.cards.fonts", lambda: None)
    response = client.get("/en/card/chengdu-talks-1990.png")
    assert response.status_code == 302
    assert response["Location"] == "/static/img/card.png"
    file = BASE_DIR / "static" / "img" / "card.png"
    assert Image.open(BytesIO(file.read_bytes())).size == (1200, 630)
    assert file.stat().st_size <= 40_000


def test_fonts_without_the_letters_do_not_count(monkeypatch):
    cards.fonts.cache_clear()
    monkeypatch.setattr(cards, "_has_letters", lambda font: False)
    assert cards.fonts() is None
    cards.fonts.cache_clear()


# --- For search engines ---------------------------------------------------------------------------------------------


def test_robots_are_kept_from_what_is_no_page_of_its_own(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/\n" in text
    for path in ("share", "present", "embed"):
        assert f"Disallow: /*/{path}\n" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_map_names_every_page_in_every_language(client):
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    sections = [loc.text.removeprefix("http://testserver") for loc in index.iterfind("s:sitemap/s:loc", MAP)]
    assert sections == ["/sitemap-pages.xml", "/sitemap-events.xml"]
    codes = {code for code, _name in LANGUAGES}
    found = set()
    for section in sections:
        for url in ElementTree.fromstring(client.get(section).content).iterfind("s:url", MAP):
            address = url.find("s:loc", MAP).text.removeprefix("http://testserver")
            found.add(address)
            twins = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", MAP)}
            assert set(twins) - {"x-default"} == codes
            assert twins[address.split("/")[1]].endswith(address)
            assert url.find("s:lastmod", MAP).text[:2] == "20"
            if "x-default" in twins:
                assert twins["x-default"].removeprefix("http://testserver").startswith("/events/")
    terms = sum(len(RecordIndex.current().terms[kind]) for kind in ("country", "theme", "organisation", "person", "period", "source"))  # fmt: skip
    assert len(found) == len(codes) * (Event.objects.published().count() + Lesson.objects.count() + terms + 6 + 7)
    for address in sorted(found)[::25]:
        assert client.get(address).status_code == 200, address


def test_the_map_is_sent_once_and_small(client):
    first = client.get("/sitemap-events.xml", headers={"Accept-Encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip"
    assert client.get("/sitemap-events.xml", headers={"If-None-Match": first["ETag"]}).status_code == 304
    Event.objects.filter(slug="chengdu-talks-1990").update(status="withdrawn")
    RecordIndex.forget()
    assert b"chengdu-talks-1990" not in client.get("/sitemap-events.xml").content


@pytest.mark.parametrize("path", ["/sitemap-nothing.xml", "/sitemap-events.xml?p=99", "/sitemap-events.xml?p=x"])
def test_there_is_no_other_map(client, path):
    assert client.get(path).status_code == 404
