"""Each index lists every term with its count; each term's page is an introduction over the events of the same filter."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.filters import EventFilter
from events.timeline_data.index import RecordIndex
from events.views.introductions import KINDS
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_index_lists_every_term_with_its_count(client, kind, language):
    index = RecordIndex.current()
    page = Page(client.get(f"/{language}/{kind.plural}/"))
    shown = {link["href"] for link in page.all("a")}
    for term in index.terms[kind.name].values():
        assert f"/{language}/{kind.plural}/{term.value}/" in shown
    counts = [int(element.text.split()[0]) for element in page.by_class("term-list__count")]
    expected = [index.bits[kind.name][value].bit_count() for value in index.terms[kind.name]]
    assert sorted(counts) == sorted(expected)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_term_page_holds_the_events_of_its_filter(client, kind):
    index = RecordIndex.current()
    for value, term in index.terms[kind.name].items():
        with CaptureQueriesContext(connection) as queries:
            page = Page(client.get(f"/en/{kind.plural}/{value}/"))
        assert len(queries) <= 8
        view = EventFilter().with_value(kind.name, value)
        assert page.slugs() == [row.slug for row in index.rows_of(view.bits(index))]
        assert term.name["en"] in page.text_of("h1")
        assert f"/en/?{view.to_querystring()}" in [link["href"] for link in page.all("a")]


def test_a_person_is_introduced_with_offices_and_original_spelling(client):
    page = Page(client.get("/en/people/kosygin/"))
    assert any(element["lang"] == "ru" and element.tag == "dd" for element in page.all(lang="ru"))
    offices = [element.text for element in page.all("dt")]
    assert "Office" in offices


def test_a_source_says_whose_voice_it_is(client):
    page = Page(client.get("/en/sources/pham-phuc-vinh-normalization/"))
    assert "Vietnam's side" in page.by_class("page-lead")[0].text
    assert page.all("dd", lang="vi")


def test_a_former_state_leads_to_its_successor(client):
    page = Page(client.get("/vi/countries/SUHH/"))
    assert "/vi/countries/RU/" in [link["href"] for link in page.all("a")]
    assert "1922–1991" in page.by_id("main").text


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_an_unknown_term_is_not_found(client, kind):
    assert client.get(f"/en/{kind.plural}/no-such-term/").status_code == 404
