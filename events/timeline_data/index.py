"""The published record in memory, one per record version: the rows in order of time, and a bitmap per facet value.

Bit i of a bitmap stands for row i. Bitmaps are Python integers; what they cost stands in docs/adr/0006. A small record
is kept with all its texts; of a large one only days, importance and bitmaps are, and texts are read when they are shown.
"""

import threading
from functools import cached_property, lru_cache

from events.languages import LANGUAGES
from events.models import Event, EventQuerySet, RecordVersion, Source

from .bitmaps import bits_of, first, places_of
from .by_end import ByEnd
from .days import Days
from .ranking import Ranking
from .reading import RELATED, read_columns, read_differing, read_links, read_relations
from .rows import KeptRows, Row, StoredRows
from .searching import Searching
from .terms import FACETS, Term, read_terms

__all__ = ["FACETS", "LANGUAGES", "RecordIndex", "Row", "Term"]

# Records up to this many events are kept with their texts; about 3 kB for each.
KEPT_WITH_TEXTS = 25_000


class RecordIndex:
    """Built by `current()`; what it says never changes afterwards, so that threads may share it."""

    _lock = threading.Lock()
    _newest: "RecordIndex | None" = None

    def __init__(self, version: int, events: EventQuerySet | None = None):
        """`events` are the published ones; the preview of a draft asks for that one, too."""
        self.version = version
        self._events = Event.objects.published() if events is None else events
        self.terms, keys = read_terms()
        # By id; whole, since every page with an event shows several.
        self.sources = Source.objects.in_bulk()
        self.large = self._events.count() > KEPT_WITH_TEXTS
        columns = read_columns(self._events, with_texts=not self.large)
        self.days = Days(columns.starts, columns.latest)
        self.ranking = Ranking(bytes(columns.importance), columns.starts, columns.latest, columns.slugs)
        self.vague = bits_of(columns.vague)
        rows = {pk: row for row, pk in enumerate(columns.ids)}
        self.differing = read_differing(rows)
        self.relations = read_relations(rows)
        linked = {facet: read_links(facet, keys[facet], rows) for facet in (*RELATED, "source")}
        self.bits = {**linked, "period": self._periods(), "importance": self._importance()}
        self._ids = columns.ids
        stored = StoredRows(self._events, columns.ids, self.ranking.importance, linked, self.differing)
        self.rows = stored if self.large else KeptRows(stored.with_texts(range(len(stored)), columns.texts))
        self.position = StoredPlaces(self) if self.large else {row.slug: row.at for row in self.rows}
        self.searching = Searching(self, self._events, columns.ids, read_links("place", keys["place"], rows))

    @classmethod
    def current(cls) -> "RecordIndex":
        version = RecordVersion.current()
        newest = cls._newest
        if newest is None or newest.version != version:
            # A large record takes seconds to read; meanwhile the other threads go on with the last version.
            if not cls._lock.acquire(blocking=newest is None or not newest.large):
                return newest
            try:
                if cls._newest is None or cls._newest.version != version:
                    cls._newest = cls(version)
                newest = cls._newest
            finally:
                cls._lock.release()
        return newest

    @classmethod
    def forget(cls) -> None:
        """For tests, whose rolled-back databases count the same versions again."""
        cls._newest = None

    @cached_property
    def everything(self) -> int:
        return first(self.days.size)

    @cached_property
    def by_end(self) -> ByEnd:
        """The same bitmaps over the rows in the order of their last days."""
        return ByEnd(self)

    def overlapping(self, earliest: int | None, latest: int | None) -> int:
        """Bitmap of the rows that may touch the days `earliest` to `latest`; None is open."""
        return self.days.overlapping(earliest, latest)

    def holding(self, words: list[str]) -> int:
        """Bitmap of the rows that a search for these folded words finds."""
        return self.searching.holding(words)

    def rows_of(self, bits: int, start: int = 0, stop: int | None = None) -> list[Row]:
        """The rows of a bitmap in order of time, or some of them."""
        return self.rows.at(places_of(bits)[start:stop])

    def best_of(self, bits: int, count: int) -> list[Row]:
        """The most important rows of a bitmap, in order of time."""
        return self.rows.at(sorted(self.ranking.best(bits, count)))

    def _periods(self) -> dict[str, int]:
        return {
            period.value: self.overlapping(period.details["earliest"], period.details["latest"])
            for period in self.terms["period"].values()
        }

    def _importance(self) -> dict[str, int]:
        return {str(level): bits for level, bits in self.ranking.up_to.items()}


class StoredPlaces:
    """Where an event stands in a large record, by its slug."""

    def __init__(self, index: RecordIndex):
        self._events = index._events
        self._days = index.days
        self._ids = index._ids
        self._place = lru_cache(1024)(self._look_up)

    def __contains__(self, slug: str) -> bool:
        return self._place(slug) is not None

    def __getitem__(self, slug: str) -> int:
        place = self._place(slug)
        if place is None:
            raise KeyError(slug)
        return place

    def _look_up(self, slug: str) -> int | None:
        found = self._events.filter(slug=slug).values_list("pk", "earliest").first()
        if found is None:
            return None
        pk, earliest = found
        start, stop = self._days.beginning_on(earliest)
        return next((place for place in range(start, stop) if self._ids[place] == pk), None)
