"""Every number of the record stands on one page, drawn where it can be compared, and says what it does not know."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event, Figure
from events.views.numbers import number_words
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")
LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])


def rows(page):
    return [row for table in page.by_class("figures") for body in table.children for row in body.children]


@LANGUAGES
def test_every_figure_stands_once_with_value_source_and_event(client, language):
    page = Page(client.get(f"/{language}/figures/"))
    assert len(page.all("h1")) == 1
    shown = [row for row in rows(page) if row.parent.tag == "tbody"]
    assert len(shown) == Figure.objects.count()
    text = page.by_id("main").text
    hrefs = {link["href"] for link in page.all("a")}
    for figure in Figure.objects.select_related("event", "source"):
        if figure.value is not None:
            assert number_words(figure.value, language) in text
        assert getattr(figure, f"label_{language}") in text
        assert f"/{language}/events/{figure.event.slug}/" in hrefs
        assert f"/{language}/sources/{figure.source.key}/" in hrefs


@pytest.mark.parametrize(("language", "words"), [("vi", "bị mất trong bản"), ("en", "lost in the copy")])
def test_lost_cells_are_said_to_be_lost(client, language, words):
    lost = Figure.objects.filter(value__isnull=True).count()
    assert lost
    page = Page(client.get(f"/{language}/figures/"))
    cells = page.by_class("is-lost")
    assert len(cells) == lost
    assert all(words in cell.text for cell in cells)
    assert " ".join(text.text for text in page.by_class("plot__lost")).count(words) == lost


@LANGUAGES
def test_both_givers_stand_with_their_numbers_in_the_plot(client, language):
    page = Page(client.get(f"/{language}/figures/"))
    arms = Event.objects.get(slug="soviet-chinese-arms-1955-1975")
    plot = next(svg for svg in page.by_class("plot") if getattr(arms, f"title_{language}") in svg.text)
    for figure in arms.figures.exclude(value=None):
        assert number_words(figure.value, language) in plot.text
    assert page.by_class("country-1")
    assert page.by_class("country-2")


@LANGUAGES
def test_plots_have_names_and_stand_above_their_numbers(client, language):
    page = Page(client.get(f"/{language}/figures/"))
    plots = page.by_class("plot")
    assert len(plots) >= 5
    names = [page.by_id(plot["aria-labelledby"]).text for plot in plots]
    assert all(plot["role"] == "img" for plot in plots)
    assert len(set(names)) == len(names)


def test_qualifiers_are_words(client):
    text = Page(client.get("/en/figures/")).by_id("main").text
    assert "about 2,362,682 tonnes" in text
    assert "more than 800 million USD" in text


def test_a_draft_keeps_its_numbers(client):
    Event.objects.filter(slug="soviet-chinese-arms-1955-1975").update(status=Event.Status.DRAFT)
    assert "2,227,677" not in client.get("/en/figures/").content.decode()


def test_queries_do_not_grow(client):
    client.get("/en/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/figures/")
    assert len(queries) <= 5


def test_an_event_with_figures_leads_to_all_of_them(client):
    page = Page(client.get("/en/events/soviet-chinese-arms-1955-1975/"))
    assert "/en/figures/" in [link["href"] for link in page.by_class("section__more")[0].children]
