"""The published record in memory, one per record version: rows in order, and a bitmap per facet value.

Bit i of a bitmap stands for `rows[i]`. Bitmaps are Python integers (learn: 1.2 ms at 100,000 events, no dependency).
"""

import threading
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from events.dates import HistoricalDate
from events.models import (
    Citation,
    Country,
    Event,
    Organisation,
    Period,
    Person,
    Place,
    RecordVersion,
    Relation,
    Source,
    Theme,
)

LANGUAGES = ("vi", "en")
FACETS = ("country", "theme", "organisation", "person", "period", "source")
_RELATED = {"country": "countries", "theme": "themes", "organisation": "organisations", "person": "people"}


@dataclass(slots=True)
class Row:
    """One published event as lists and drawings need it."""

    slug: str
    title: dict[str, str]
    date: HistoricalDate
    earliest: int | None
    latest: int | None
    importance: int
    place: str
    search: str
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    differs: bool = False


@dataclass(slots=True, frozen=True)
class Term:
    """One value of a facet: its names, and what the drawing needs of it."""

    value: str
    name: dict[str, str]
    details: dict


class RecordIndex:
    """Built by `current()`; never changed afterwards, so that threads may share it."""

    _lock = threading.Lock()
    _newest: "RecordIndex | None" = None

    def __init__(self, version: int):
        self.version = version
        self.terms = _terms()
        ids, self.rows = _rows()
        self.position = {row.slug: i for i, row in enumerate(self.rows)}
        self.relations = _relations(ids)
        self.bits = self._bits()

    @classmethod
    def current(cls) -> "RecordIndex":
        version = RecordVersion.current()
        newest = cls._newest
        if newest is None or newest.version != version:
            with cls._lock:
                if cls._newest is None or cls._newest.version != version:
                    cls._newest = cls(version)
                newest = cls._newest
        return newest

    @classmethod
    def forget(cls) -> None:
        """For tests, whose rolled-back databases count the same versions again."""
        cls._newest = None

    @cached_property
    def everything(self) -> int:
        return (1 << len(self.rows)) - 1

    def overlapping(self, earliest: int | None, latest: int | None) -> int:
        """Bitmap of the rows that may touch the days `earliest` to `latest`; None is open."""
        bits = 0
        for i, row in enumerate(self.rows):
            starts_in_time = latest is None or row.earliest is None or row.earliest <= latest
            ends_in_time = earliest is None or row.latest is None or row.latest >= earliest
            if starts_in_time and ends_in_time:
                bits |= 1 << i
        return bits

    def holding(self, words: list[str]) -> int:
        """Bitmap of the rows whose folded text holds every word."""
        return sum(1 << i for i, row in enumerate(self.rows) if all(word in row.search for word in words))

    def rows_of(self, bits: int) -> list[Row]:
        return [row for i, row in enumerate(self.rows) if bits >> i & 1]

    def _bits(self) -> dict[str, dict[str, int]]:
        bits = {facet: dict.fromkeys(self.terms[facet], 0) for facet in FACETS}
        for period in self.terms["period"].values():
            bits["period"][period.value] = self.overlapping(period.details["earliest"], period.details["latest"])
        for i, row in enumerate(self.rows):
            for facet, values in row.values.items():
                for value in values:
                    bits[facet][value] |= 1 << i
        bits["importance"] = {str(level): 0 for level in (1, 2, 3)}
        for i, row in enumerate(self.rows):
            for level in range(row.importance, 4):
                bits["importance"][str(level)] |= 1 << i
        return bits


def _terms() -> dict[str, dict[str, Term]]:
    """Every facet value by its natural key, in the order in which readers should meet it."""

    def load(queryset, key, *details):
        rows = queryset.values_list(
            key, "name_vi" if key != "key" else "title_vi", "name_en" if key != "key" else "title_en", *details
        )
        return {
            row[0]: Term(row[0], {"vi": row[1], "en": row[2]}, dict(zip(details, row[3:], strict=True))) for row in rows
        }

    return {
        "country": load(Country.objects.order_by("code"), "code", "colour", "shape"),
        "theme": load(Theme.objects.order_by("order", "slug"), "slug"),
        "organisation": load(Organisation.objects.order_by("slug"), "slug"),
        "person": load(Person.objects.order_by("slug"), "slug"),
        "source": load(Source.objects.order_by("key"), "key"),
        "period": load(
            Period.objects.order_by("periodisation__key", "order", "slug"),
            "slug",
            "periodisation__key",
            "earliest",
            "latest",
        ),  # fmt: skip
        "place": load(Place.objects.order_by("slug"), "slug"),
    }


def _rows() -> tuple[dict[int, int], list[Row]]:
    """The published events in order, and the position of each database id."""
    events = Event.objects.published().in_order()
    values = events.values_list(
        "pk", "slug", "title_vi", "title_en", "date", "earliest", "latest", "importance", "place__slug", "search"
    )
    ids, rows = {}, []
    for pk, slug, vi, en, date, earliest, latest, importance, place, search in values:
        ids[pk] = len(rows)
        rows.append(Row(slug, {"vi": vi, "en": en}, date, earliest, latest, importance, place or "", search))
    for facet, name in _RELATED.items():
        key = "code" if facet == "country" else "slug"
        links = events.order_by().filter(**{f"{name}__isnull": False}).values_list("pk", f"{name}__{key}")
        _attach(rows, ids, facet, links)
    citations = list(
        Citation.objects.filter(event__in=events.order_by()).values_list("event_id", "source__key", "stance")
    )
    _attach(rows, ids, "source", {(pk, key) for pk, key, _stance in citations})
    for pk, _key, stance in citations:
        rows[ids[pk]].differs |= stance == Citation.Stance.DIFFERS
    return ids, rows


def _attach(rows, ids, facet, links):
    values = defaultdict(list)
    for pk, value in links:
        values[ids[pk]].append(value)
    for i, row in enumerate(rows):
        row.values[facet] = tuple(sorted(values[i]))


def _relations(ids) -> list[tuple[int, int, str, bool]]:
    """Links between published events: from, to (positions), kind, debated."""
    links = Relation.objects.order_by("from_event__slug", "to_event__slug", "kind").values_list(
        "from_event_id", "to_event_id", "kind", "status"
    )
    return [
        (ids[a], ids[b], kind, status == Relation.Status.DEBATED)
        for a, b, kind, status in links
        if a in ids and b in ids
    ]
