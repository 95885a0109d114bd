"""Pages in Russian: what the record does not say in it is read in English, marked, and counted."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Country, Event, Theme
from events.timeline_data.columnar import record as record_file
from events.timeline_data.index import RecordIndex
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")
SLUG = "chengdu-talks-1990"


@pytest.fixture
def half_russian(db):
    """The title and the country of one event stand in Russian, its summary and theme do not; no other title does."""
    Event.objects.update(title_ru="", summary_ru="")
    Event.objects.filter(slug=SLUG).update(title_ru="Встреча в Чэнду")
    Theme.objects.update(name_ru="")
    Country.objects.filter(code="CN").update(name_ru="Китай")


def get(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return Page(response)


def test_an_event_marks_what_is_not_in_russian(client, half_russian):
    page = get(client, f"/ru/events/{SLUG}/")
    event = Event.objects.get(slug=SLUG)
    (title,) = page.all("h1")
    assert (title.text, title.language) == ("Встреча в Чэнду", "ru")
    assert [(other["lang"], other.text) for other in page.by_class("event__other-title")] == [
        ("vi", event.title_vi),
        ("en", event.title_en),
    ]
    (summary,) = page.by_class("event__summary")
    assert (summary.text, summary["lang"]) == (" ".join(event.summary_en.split()), "en")
    when = page.by_class("when")[0]
    assert (when.text, when.language) == ("3–4 сентября 1990 г.", "ru")
    theme = event.themes.first()
    assert [element["lang"] for element in page.all("span") if element.text == theme.name_en] == ["en"]


def test_a_title_that_is_missing_is_shown_once(client, half_russian):
    page = get(client, "/ru/events/geneva-accords-1954/")
    assert page.all("h1")[0]["lang"] == "en"
    assert [other["lang"] for other in page.by_class("event__other-title")] == ["vi"]


def test_lists_and_facets_mark_names(client, half_russian):
    page = get(client, "/ru/?country=CN&from=1990&to=1990")
    titles = {row["data-slug"]: row.children[0].children[0] for row in page.by_class("event-row")}
    assert titles[SLUG].text == "Встреча в Чэнду"
    assert not titles[SLUG].children
    others = [link.children[0]["lang"] for slug, link in titles.items() if slug != SLUG]
    assert others
    assert set(others) == {"en"}
    labels = {label.text: label.language for label in page.by_class("option__label")}
    assert labels["Китай"] == "ru"
    assert labels["Normalisation"] == "en"
    english = get(client, "/en/?country=CN")
    assert {label.language for label in english.by_class("option__label")} == {"en"}


def test_the_record_of_the_browser_says_which_titles_are_borrowed(half_russian):
    index = RecordIndex.current()
    events = json.loads(json.dumps(record_file(index, "ru")))["events"]
    at = index.position[SLUG]
    assert events["title"][at] == "Встреча в Чэнду"
    assert events["borrowed"] == {"en": [0, at, at + 1, len(index.rows) - at - 1]}
    assert "borrowed" not in record_file(index, "vi")["events"]


def test_the_coverage_page_counts_every_text(client, half_russian):
    Event.objects.filter(slug="geneva-accords-1954").update(status=Event.Status.DRAFT)
    RecordIndex.current()
    with CaptureQueriesContext(connection) as queries:
        page = get(client, "/ru/about/languages/")
    assert len(queries) <= 10
    public = Event.objects.published().count()
    rows = [[cell.text for cell in row.children] for row in page.all("tr")[1:]]
    assert len(rows) == 18
    assert [int(cell.split()[0]) for cell in rows[0][1:]] == [public, public, public, 1]
    assert [int(cell.split()[0]) for cell in rows[1][1:]] == [public, public, public, 0]
    assert str(public - 1) in rows[0][4].split()[1:]
    assert page.all("a", href="/ru/about/")
    assert get(client, "/ru/about/").all("a", href="/ru/about/languages/")
