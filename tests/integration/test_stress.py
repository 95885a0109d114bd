"""Made-up events: the same for the same seed, whole like any other, and gone without a trace."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.filters import EventFilter
from events.models import Citation, Event, RecordVersion
from events.search.column import search_text
from events.stress.made import PREFIX
from events.stress.write import stress_events
from events.timeline_data import columnar
from events.timeline_data import index as index_module
from events.timeline_data.index import RecordIndex
from events.views.listing import PER_PAGE, list_page
from events.views.timeline import drawing_urls
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")

PROPERTIES = ("slug", "date", "title_vi", "importance", "place", "countries__code", "themes__slug", "people__slug")


def seed(*arguments, **options):
    call_command("seed_stress", *arguments, stdout=StringIO(), **options)


def test_events_are_whole_and_the_version_goes_up_once():
    before = RecordVersion.current()
    seed("2300")
    assert RecordVersion.current() == before + 1
    made = stress_events()
    assert made.count() == made.published().count() == 2300
    for event in made.order_by("?")[:40]:
        assert event.search == search_text(event)
        assert (event.earliest, event.latest) == (event.date.earliest, event.date.latest)
        assert event.precision == event.date.precision
        event.full_clean()
    assert Citation.objects.filter(event__in=made).count() > 1500
    assert made.filter(countries__code="CN").count() > made.filter(countries__code="US").count() > 0
    assert made.filter(earliest__isnull=True).exists()
    assert made.filter(latest__isnull=True).exists()
    late, early = (made.overlapping(*days).count() for days in ((700_000, 736_000), (400_000, 436_000)))
    assert late > 5 * early > 0


def test_equal_seeds_make_equal_events():
    def made_with(number):
        seed("150", seed=number)
        made = list(stress_events().order_by("slug", *PROPERTIES[5:]).values_list(*PROPERTIES))
        seed(clear=True)
        return made

    one = made_with(1)
    assert made_with(1) == one
    assert made_with(2) != one


def test_clearing_leaves_the_record_as_it_was():
    kept = list(Event.objects.order_by("pk").values_list("pk", "version", "modified"))
    links = Event.countries.through.objects.count(), Citation.objects.count()
    seed("300")
    version = RecordVersion.current()
    with CaptureQueriesContext(connection) as queries:
        seed(clear=True)
    assert len(queries) < 30
    assert RecordVersion.current() == version + 1
    assert list(Event.objects.order_by("pk").values_list("pk", "version", "modified")) == kept
    assert (Event.countries.through.objects.count(), Citation.objects.count()) == links


def test_it_keeps_away_from_editors_work():
    event = Event.objects.first()
    event.version += 1
    event.save()
    with pytest.raises(CommandError, match="holds 1 events that editors wrote or changed"):
        seed("10")
    assert not stress_events().exists()
    seed("10", yes=True)
    with pytest.raises(CommandError, match="10 made-up events are here already"):
        seed("10", yes=True)


@pytest.mark.parametrize("count", [None, 0, -5])
def test_it_asks_for_a_number(count):
    with pytest.raises(CommandError, match="Say how many"):
        seed(count=count)


def test_pages_of_a_large_record_stay_small(client, monkeypatch):
    """Windows of thousands of events: as many queries and about as many bytes as of a hundred."""
    seed("3000")
    monkeypatch.setattr(index_module, "KEPT_WITH_TEXTS", 0)
    index = RecordIndex.current()
    assert index.large
    view = EventFilter(country=("CN",))
    slugs = [row.slug for row in index.rows_of(view.bits(index))]
    assert slugs == list(view.apply(Event.objects.published()).in_order().values_list("slug", flat=True))
    for query in ("", "lanes=theme", "t0=1900&t1=2000&country=CN"):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(
                f"/vi/timeline/window?width=1200&most=12&{query}", headers={"Accept-Encoding": "gzip"}
            )
        assert response.status_code == 200
        assert len(queries) == 2
        assert len(response.content) < 12_000
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/api/v1/events?limit=20&offset=2000")
    assert len(response.json()["results"]) == 20
    assert len(queries) < 20
    some = stress_events().first().slug
    assert some.startswith(PREFIX)
    assert client.get(f"/api/v1/events/{some}").json()["slug"] == some
    assert client.get("/vi/timeline/record.0000000000000000.json").status_code == 404


def test_a_large_record_is_listed_by_pages_and_drawn_by_windows(client, monkeypatch):
    seed("700")
    index = RecordIndex.current()
    assert set(drawing_urls(index)) == {"record_url", "search_url"}
    monkeypatch.setattr(columnar, "LARGEST_WHOLE", 300)
    assert drawing_urls(index) == {"window_url": "/vi/timeline/window"}
    everything = [row.slug for row in index.rows_of(index.everything)]
    read, query, visited = [], "", 0
    while query is not None:
        response = client.get(f"/vi/?{query}")
        assert response.status_code == 200
        page = Page(response)
        assert len(page.slugs()) <= PER_PAGE
        assert len(page.elements) < 1200
        assert page.by_id("sentence")["data-count"] == str(len(everything))
        read += page.slugs()
        visited += 1
        later = page.all("a", rel="next")
        query = later[0]["href"].partition("?")[2] if later else None
    assert read == everything
    assert visited == -(-len(everything) // PER_PAGE)


def test_the_list_opens_at_the_page_of_the_chosen_event(client):
    index = RecordIndex.current()
    rows = index.rows_of(index.everything)
    for row in (rows[0], rows[70], rows[-1]):
        page = list_page(index, EventFilter(event=row.slug))
        assert page.first <= row.at + 1 <= page.last
        html = Page(client.get(f"/en/?event={row.slug}"))
        assert row.slug in html.slugs()
        assert [link["aria-current"] for link in html.by_class("list-pages__link") if "aria-current" in link.attributes]
    beyond = client.get(f"/en/?page={page.pages + 1}")
    assert beyond.status_code == 400
    assert f"The list of this view has {page.pages} pages." in beyond.content.decode()
    assert EventFilter().with_value("page", 2).with_value("country", "CN").page == 0
    assert EventFilter().with_value("page", 2).without("event").page == 2


def test_a_group_that_goes_on_is_headed_by_all_its_events():
    index = RecordIndex.current()
    for view in (EventFilter(), EventFilter(country=("CN",)), EventFilter(periods="pham-phuc-vinh-normalization")):
        count = list_page(index, view, view.periods).pages
        pages = [list_page(index, view.with_value("page", n), view.periods) for n in range(1, count + 1)]
        assert count > 1
        shown: dict[str, int] = {}
        headed = {group.heading: group.count for page in pages for group in page.groups}
        for group in (group for page in pages for group in page.groups):
            shown[group.heading] = shown.get(group.heading, 0) + sum(len(year.rows) for year in group.years)
        assert shown == headed, view


@pytest.mark.parametrize("part", ["index", "search", "window"])
def test_benchmarks_run_and_leave_nothing(part):
    out = StringIO()
    call_command("benchmark", part, events=200, stdout=out)
    assert len(out.getvalue().splitlines()) >= 3
    assert not stress_events().exists()
