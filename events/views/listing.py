"""The list of a view, a page of it at a time, so that no page grows with the record."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from events.dates.day_number import from_day_number
from events.filters import EventFilter, FilterError
from events.timeline_data.bitmaps import first, places_of
from events.timeline_data.days import OPEN_START
from events.timeline_data.index import RecordIndex

from .rows import Group, grouped, heading_at, periods_of

# Rows of a page at the most: with facets, drawing and the rest a page stays below 1,500 elements.
PER_PAGE = 50
# Above so many pages only the first, the last and those around the one that is shown are linked.
MOST_LINKS = 9


@dataclass(frozen=True, slots=True)
class PageLink:
    """Another page of the list by the years in which its events begin; without a number it stands for those between."""

    number: int = 0
    years: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page: its rows in groups, which events of the view they are, and the way to every other page."""

    groups: list[Group]
    number: int
    pages: int
    first: int
    last: int
    count: int
    links: list[PageLink]
    earlier: str | None = None
    later: str | None = None


def list_page(index: RecordIndex, view: EventFilter, periodisation: str = "", per_page: int = PER_PAGE) -> ListPage:
    """The page that the view asks for, else the one with its event, else the first; pages are of equal length."""
    bits = view.bits(index)
    places = places_of(bits)
    count = len(places)
    pages = max(1, -(-count // per_page))
    edges = [number * count // pages for number in range(pages + 1)]
    number = view.page or _page_of(index, view.event, bits, edges)
    if number > pages:
        raise FilterError("page", str(number), _("The list of this view has %d pages.") % pages)
    start, stop = edges[number - 1], edges[number]
    groups = grouped(index, index.rows.at(places[start:stop]), periodisation, view.event)
    if pages > 1:
        _count_whole_periods(index, bits, groups, periodisation)

    def query(other: int) -> str | None:
        return view.with_value("page", other).to_querystring() if 1 <= other <= pages else None

    links = [
        PageLink(other, _years(index, places[edges[other - 1]], places[edges[other] - 1]), query(other) or "")
        if other
        else PageLink()
        for other in _linked(number, pages)
    ]
    return ListPage(groups, number, pages, start + 1, stop, count, links, query(number - 1), query(number + 1))


def _page_of(index: RecordIndex, slug: str, bits: int, edges: list[int]) -> int:
    if not slug or not bits >> index.position[slug] & 1:
        return 1
    before = (bits & first(index.position[slug])).bit_count()
    return next(number for number, (_start, stop) in enumerate(pairwise(edges), 1) if before < stop)


def _linked(number: int, pages: int) -> list[int]:
    """The numbers to link, nought where some are left out."""
    if pages <= MOST_LINKS:
        return list(range(1, pages + 1)) if pages > 1 else []
    near = sorted({1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)})
    return near[:1] + [step for a, b in pairwise(near) for step in ((b,) if b == a + 1 else (0, b))]


def _years(index: RecordIndex, start: int, stop: int) -> str:
    """`1945–1954`, the years in which the events at two places begin."""
    days = [index.days.starts[place] for place in (start, stop)]
    a, b = ("…" if day == OPEN_START else str(from_day_number(day)[0]) for day in days)
    return a if a == b else f"{a}–{b}"


def _count_whole_periods(index: RecordIndex, bits: int, groups: list[Group], periodisation: str) -> None:
    """A group that goes on on another page is headed by the number of all its events."""
    spans = periods_of(index, periodisation)
    sides = [(span.details["earliest"], span.details["latest"]) for span in spans]
    edges = {day for day, _last in sides if day is not None} | {day + 1 for _first, day in sides if day is not None}
    begun = [0, *(index.days.begun(day) for day in [OPEN_START + 1, *sorted(edges)]), index.days.size]
    totals: dict[str, int] = {}
    for start, stop in pairwise(begun):
        if stop > start:
            heading = heading_at(spans, index.days.earliest(start))
            totals[heading] = totals.get(heading, 0) + (bits & first(stop) & ~first(start)).bit_count()
    for group in groups:
        group.count = totals[group.heading]
