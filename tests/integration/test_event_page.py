"""An event's page says what happened, who says so, where they differ and what it is linked to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Citation, Event, Figure, Relation
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")


def page_of(client, slug, language="en"):
    response = client.get(f"/{language}/events/{slug}/")
    assert response.status_code == 200
    return Page(response)


def links(page):
    return [link["href"] for link in page.all("a")]


def test_facts_stand_in_both_languages(client):
    event = Event.objects.get(slug="chengdu-talks-1990")
    for language in ("vi", "en"):
        page = page_of(client, event.slug, language)
        assert page.text_of("h1") == getattr(event, f"title_{language}")
        text = page.by_id("main").text
        assert getattr(event, f"summary_{language}").split()[0] in text
        for country in event.countries.all():
            assert getattr(country, f"name_{language}") in text
        for person in event.people.all():
            assert f"/{language}/people/{person.slug}/" in links(page)


def test_the_written_date_stands_beside_the_words(client):
    page = page_of(client, "chengdu-talks-1990")
    assert "1990-09-03/1990-09-04" in page.all("code")[0].text
    assert "3–4 September 1990" in page.by_class("event__when")[0].text


def test_every_citation_is_shown_with_its_place_in_the_source(client):
    event = Event.objects.get(slug="geneva-accords-1954")
    shown = [element.text for element in page_of(client, event.slug).by_class("passages__locator")]
    assert sorted(shown) == sorted(citation.locator for citation in event.citations.all())


def test_disagreements_give_each_value(client):
    for slug in Event.objects.filter(citations__stance="differs").values_list("slug", flat=True).distinct()[:10]:
        page = page_of(client, slug)
        page.by_id("differ")
        count = Citation.objects.filter(event__slug=slug, stance="differs").count()
        assert len(page.by_class("differ__item")) == count
    agreed = Event.objects.published().exclude(citations__stance="differs").first()
    assert not page_of(client, agreed.slug).by_class("differ")


def test_links_stand_on_both_pages(client):
    relation = Relation.objects.filter(kind="led_to", status="debated").first() or Relation.objects.first()
    cause, effect = relation.from_event.slug, relation.to_event.slug
    for here, there in ((cause, effect), (effect, cause)):
        page = page_of(client, here)
        items = [item for item in page.by_class("link-list__item") if any(there in a["href"] for a in anchors(item))]
        assert items
        assert any(relation.locator in item.text for item in items)


def anchors(element):
    for child in element.children:
        if child.tag == "a":
            yield child
        yield from anchors(child)


def test_debated_links_say_so_in_words(client):
    relation = Relation.objects.filter(status="debated").first()
    items = page_of(client, relation.to_event.slug).by_class("is-debated")
    assert any("debated" in item.text for item in items)


def test_figures_are_written_as_each_language_writes_numbers(client):
    figure = Figure.objects.filter(value__gte=10_000).first()
    english = " ".join(cell.text for cell in page_of(client, figure.event.slug, "en").by_class("figures__number"))
    vietnamese = " ".join(cell.text for cell in page_of(client, figure.event.slug, "vi").by_class("figures__number"))
    whole = int(figure.value)
    assert f"{whole:,}" in english
    assert f"{whole:,}".replace(",", ".") in vietnamese


def test_a_lost_cell_is_said_to_be_lost(client):
    figure = Figure.objects.filter(value__isnull=True).first()
    if figure is None:
        pytest.skip("no cell of the record is lost")
    cells = page_of(client, figure.event.slug).by_class("is-lost")
    assert "lost in the copy used" in cells[0].text


def test_earlier_and_later_walk_the_whole_record(client):
    slugs = list(Event.objects.published().in_order().values_list("slug", flat=True))
    middle = len(slugs) // 2
    page = page_of(client, slugs[middle])
    assert page.all("a", rel="prev")[0]["href"] == f"/en/events/{slugs[middle - 1]}/"
    assert page.all("a", rel="next")[0]["href"] == f"/en/events/{slugs[middle + 1]}/"
    assert not page_of(client, slugs[0]).all("a", rel="prev")
    assert not page_of(client, slugs[-1]).all("a", rel="next")


def test_show_in_the_timeline_and_cite(client):
    page = page_of(client, "chengdu-talks-1990")
    assert "/en/?event=chengdu-talks-1990" in links(page)
    cite = page.by_class("cite")[0].text
    assert "http://testserver/en/events/chengdu-talks-1990/" in cite
    assert "version" in cite


@pytest.mark.parametrize("status", [Event.Status.DRAFT, Event.Status.IN_REVIEW])
def test_what_is_not_published_is_not_found(client, status):
    event = Event.objects.get(slug="chengdu-talks-1990")
    event.status = status
    event.save()
    response = client.get("/en/events/chengdu-talks-1990/")
    assert response.status_code == 404
    assert event.title_en not in response.content.decode()
    assert client.get("/en/events/no-such-event/").status_code == 404


def test_queries_do_not_grow_with_the_event(client):
    client.get("/en/")
    for slug in Event.objects.published().values_list("slug", flat=True)[:20]:
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/en/events/{slug}/")
        assert len(queries) <= 8
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/en/events/{slug}/")
        assert len(queries) == 1
