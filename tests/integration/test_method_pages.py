"""Where the sources differ, how the record is weighted, and the lessons that lead through it."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Citation, Country, Event, Lesson
from events.timeline_data.index import RecordIndex
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")
LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])
DISAGREEMENTS = "/en/about/disagreements/"


def differing(**conditions):
    return Citation.objects.filter(stance="differs", **conditions).select_related("event", "source")


def hrefs(page):
    return [link["href"] for link in page.all("a")]


@LANGUAGES
def test_every_differing_citation_stands_once(client, language):
    page = Page(client.get(f"/{language}/about/disagreements/"))
    assert len(page.all("h1")) == 1
    items = Counter(item.text for item in page.by_class("points__item"))
    assert sum(items.values()) == differing().count()
    for citation in differing():
        note, title = getattr(citation, f"note_{language}"), getattr(citation.event, f"title_{language}")
        found = [text for text in items if title in text and " ".join(note.split()) in text]
        assert len(found) == 1, citation
        assert items[found[0]] == 1
        assert citation.locator in found[0]
        assert getattr(citation.source, f"title_{language}") in found[0]


@LANGUAGES
def test_kinds_are_counted(client, language):
    page = Page(client.get(f"/{language}/about/disagreements/"))
    for kind in Citation.Supports.values:
        assert page.by_id(kind).text.split()[-1] == str(differing(supports=kind).count())


def test_one_source_at_a_time(client):
    page = Page(client.get(DISAGREEMENTS))
    links = [href for href in hrefs(page) if href.startswith("/en/about/disagreements/?source=")]
    assert len(links) == differing().values("source").distinct().count()
    seen = 0
    for link in links:
        shown = Page(client.get(link)).by_class("points__item")
        assert len(shown) == differing(source__key=link.partition("=")[2]).count()
        seen += len(shown)
    assert seen == differing().count()


@pytest.mark.parametrize(
    ("query", "parameter"), [("source=nobody", "source"), ("sauce=x", "sauce"), ("source=a&source=b", "source")]
)
def test_what_cannot_be_read_is_refused_by_name(client, query, parameter):
    response = client.get(f"{DISAGREEMENTS}?{query}")
    assert response.status_code == 400
    assert parameter in Page(response).by_id("main").text


def test_they_are_linked_from_where_readers_meet_the_mark(client):
    assert "/en/about/disagreements/" in hrefs(Page(client.get("/en/about/")))
    assert "/en/about/balance/" in hrefs(Page(client.get("/en/about/")))
    event = differing().first().event
    assert "/en/about/disagreements/" in hrefs(Page(client.get(f"/en/events/{event.slug}/")))
    assert "/en/about/disagreements/" in client.get("/en/").content.decode()


def test_a_draft_disagrees_in_silence(client):
    event = differing().first().event
    Event.objects.filter(pk=event.pk).update(status=Event.Status.DRAFT)
    RecordIndex.forget()
    assert f"/en/events/{event.slug}/" not in client.get(DISAGREEMENTS).content.decode()


@LANGUAGES
def test_the_balance_counts_the_database(client, language):
    page = Page(client.get(f"/{language}/about/balance/"))
    assert len(page.all("h1")) == 1
    lines = {row.children[0].text: [cell.text for cell in row.children[1:]] for row in page.all("tr")}
    for country in Country.objects.exclude(code__in=("VN", "VDVN")):
        events = country.events.published()
        cells = lines[getattr(country, f"name_{language}")]
        assert cells[0] == str(events.count())
        assert cells[3] == str(Citation.objects.filter(event__in=events).count())
    assert getattr(Country.objects.get(code="VN"), f"name_{language}") not in lines
    assert str(Event.objects.published().count()) in page.by_class("page-lead")[0].text


def test_page_and_command_say_the_same(client):
    out = StringIO()
    call_command("report_balance", stdout=out)
    printed = [line.split() for line in out.getvalue().splitlines()]
    page = Page(client.get("/en/about/balance/"))
    rows = [[cell.text for cell in row.children if cell.text] for row in page.all("tr") if row.parent.tag == "tbody"]
    assert len(rows) > 40
    for row in rows:
        assert " ".join(row).split() in printed
    assert out.getvalue().startswith(
        f"{Event.objects.published().count()} events, {Citation.objects.count()} citations"
    )


def test_the_command_speaks_vietnamese_too():
    out = StringIO()
    call_command("report_balance", language="vi", stdout=out)
    assert "Trung Quốc" in out.getvalue()


@LANGUAGES
def test_lessons_are_listed_and_told_step_by_step(client, language):
    listed = hrefs(Page(client.get(f"/{language}/lessons/")))
    assert Lesson.objects.count() >= 3
    for lesson in Lesson.objects.all():
        address = f"/{language}/lessons/{lesson.slug}/"
        assert address in listed
        page = Page(client.get(address))
        assert page.text_of("h1") == getattr(lesson, f"title_{language}")
        steps = list(lesson.steps.select_related("event"))
        items = page.by_class("steps__item")
        assert len(items) == len(steps)
        for step, item in zip(steps, items, strict=True):
            for text in (getattr(step, f"question_{language}"), getattr(step, f"hint_{language}")):
                assert " ".join(text.split()) in item.text
            assert getattr(step.event, f"title_{language}") in item.text
        assert len(page.all("details")) == sum(bool(getattr(step, f"hint_{language}")) for step in steps)


def test_a_step_whose_event_is_withdrawn_is_left_out(client):
    lesson = Lesson.objects.first()
    step = lesson.steps.select_related("event").first()
    Event.objects.filter(pk=step.event_id).update(status=Event.Status.DRAFT)
    RecordIndex.forget()
    page = Page(client.get(f"/en/lessons/{lesson.slug}/"))
    assert len(page.by_class("steps__item")) == lesson.steps.count() - 1
    assert client.get("/en/lessons/no-such-lesson/").status_code == 404


@pytest.mark.parametrize("path", ["about/disagreements/", "about/balance/", "lessons/", "lessons/road-to-chengdu/"])
def test_queries_do_not_grow(client, path):
    client.get("/en/")
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/en/{path}")
    assert len(queries) <= 5
