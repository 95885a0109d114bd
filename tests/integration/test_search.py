"""Search as readers meet it: what fits best with its words marked, what may have been meant, suggestions while typing."""

import unicodedata
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")


def page(client, query, language="vi"):
    response = client.get(f"/{language}/?{urlencode(query)}")
    assert response.status_code == 200
    return Page(response)


def best(found: Page) -> list[str]:
    return [title.children[0]["href"].split("/")[-2] for title in found.by_class("best__title")]


def marked(found: Page) -> list[str]:
    return [mark.text for mark in found.all("mark")]


def suggested(client, text, language="vi"):
    response = client.get(f"/{language}/suggest?{urlencode({'q': text})}")
    assert response.status_code == 200
    return response.json()["suggestions"]


class TestBestMatches:
    @pytest.mark.parametrize("typed", ["thanh do", "THÀNH ĐÔ", unicodedata.normalize("NFD", "Thành Đô"), "chengdu"])
    def test_a_title_comes_first_with_and_without_marks(self, client, typed):
        assert best(page(client, {"q": typed}))[0] == "chengdu-talks-1990"

    @pytest.mark.parametrize(("typed", "shown"), [("thanh do", "Thành"), ("ussr", "USSR"), ("gionevo", "Giơnevơ")])
    def test_words_are_marked_as_they_are_written(self, client, typed, shown):
        found = page(client, {"q": typed})
        assert 1 <= len(best(found)) <= 5
        assert shown in marked(found)

    def test_a_snippet_in_another_language_says_so(self, client):
        texts = page(client, {"q": "alliance"}).by_class("best__snippet")
        assert {text.language for text in texts} == {"en"}

    def test_all_names_of_a_state_find_its_events(self, client):
        theirs = Event.objects.published().filter(countries__code="SUHH").count()
        for name in ("liên xô", "USSR", "soviet union", "xô viết"):
            found = page(client, {"q": name, "country": "SUHH"})
            assert int(found.by_id("sentence")["data-count"]) == theirs > 0

    def test_nothing_of_a_text_becomes_markup(self, client):
        event = Event.objects.get(slug="chengdu-talks-1990")
        event.summary_vi = "<script>alert(1)</script> họp kín <img src=x onerror=alert(2)>"
        event.save()
        found = page(client, {"q": "alert <img onerror"})
        (text,) = found.by_class("best__snippet")
        assert text.text.startswith("<script>alert(1)</script>")
        assert not [element for element in found.all("img") + found.all("script") if "alert" in element.text]

    def test_only_a_search_has_them_and_only_its_first_page(self, client):
        assert not best(page(client, {}))
        assert not best(page(client, {"q": "việt nam", "page": 2}))

    def test_they_cost_one_query(self, client):
        client.get("/vi/")
        with CaptureQueriesContext(connection) as queries:
            assert len(best(page(client, {"q": "hội nghị"}))) == 5
        assert len(queries) == 2


class TestDidYouMean:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [("gneva", "geneva"), ("chengud", "chengdu"), ("thnah", "thanh"), ("hội nghị thàhn", "hội nghị thành")],
    )
    def test_the_nearest_word_is_a_link(self, client, typed, meant):
        (line,) = page(client, {"q": typed}).by_class("empty__meant")
        assert [link.text for link in line.children] == [meant]

    def test_the_link_keeps_the_rest_of_the_view_and_finds_something(self, client):
        (line,) = page(client, {"q": "chengud", "country": "CN", "lanes": "theme"}).by_class("empty__meant")
        address = line.children[0]["href"]
        assert address == "/vi/?country=CN&lanes=theme&q=chengdu"
        assert int(Page(client.get(address)).by_id("sentence")["data-count"]) > 0

    @pytest.mark.parametrize("query", [{"q": "xyzzyx"}, {"q": "%"}, {"q": "chengud", "country": "KZ"}])
    def test_nothing_is_proposed_that_finds_nothing(self, client, query):
        found = page(client, query)
        assert found.by_id("sentence")["data-count"] == "0"
        assert not found.by_class("empty__meant")


class TestSuggestions:
    @pytest.mark.parametrize(
        ("typed", "first"),
        [
            ("liên x", {"label": "Liên Xô", "note": "Nước", "query": "country=SUHH", "url": "/vi/?country=SUHH"}),
            ("USSR", {"label": "Liên Xô", "note": "Nước", "query": "country=SUHH", "url": "/vi/?country=SUHH"}),
            ("1954", {"label": "1954", "note": "Năm", "query": "from=1954&to=1954", "url": "/vi/?from=1954&to=1954"}),
        ],
    )
    def test_terms_and_years(self, client, typed, first):
        assert suggested(client, typed)[0] == first

    def test_events(self, client):
        assert suggested(client, "thanh do", "en")[0] == {
            "label": "Vietnamese and Chinese leaders meet in Chengdu",
            "note": "3–4 September 1990",
            "slug": "chengdu-talks-1990",
            "url": "/en/events/chengdu-talks-1990/",
        }

    @pytest.mark.parametrize("typed", ["", "  ", "%", "🚀", "zzzzz"])
    def test_none(self, client, typed):
        assert suggested(client, typed) == []

    def test_at_most_eight(self, client):
        assert len(suggested(client, "h")) == 8

    @pytest.mark.parametrize(
        ("query", "named"),
        [("q=a&q=b", "q"), ("q=%00", "q"), (f"q={'a' * 201}", "q"), ("query=a", "query"), ("country=CN", "country")],
    )
    def test_what_cannot_be_read_is_named(self, client, query, named):
        response = client.get(f"/en/suggest?{query}")
        assert response.status_code == 400
        assert f"<code>{named}</code>" in response.content.decode() or named in Page(response).by_id("main").text

    def test_an_answer_is_kept_until_the_record_changes(self, client):
        response = client.get("/vi/suggest?q=gene")
        assert client.get("/vi/suggest?q=gene", headers={"If-None-Match": response["ETag"]}).status_code == 304
        with CaptureQueriesContext(connection) as queries:
            client.get("/vi/suggest?q=gene")
        assert len(queries) == 1
        Event.objects.get(slug="chengdu-talks-1990").save()
        assert client.get("/vi/suggest?q=gene", headers={"If-None-Match": response["ETag"]}).status_code == 200
