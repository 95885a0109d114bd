"""The rows of the index: all in memory in a small record, read when they are asked for in a large one."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from events.dates import HistoricalDate
from events.languages import LANGUAGES, columns, in_every_language
from events.models import EventQuerySet

from .bitmaps import as_bytes, held, places_of

# What is read of an event, in the order in which `with_texts` takes it; SEARCH may follow.
TEXTS = ("slug", *columns("title"), "date", "earliest", "latest", "place__slug")
SEARCH = "search"
# Rows read in one query.
_CHUNK = 5_000


@dataclass(slots=True)
class Row:
    """One published event as lists and drawings need it; `search` is its folded text, in a small record only.

    `title` is what the readers of each language see.
    """

    slug: str
    title: dict[str, str]
    date: HistoricalDate
    earliest: int | None
    latest: int | None
    importance: int
    place: str
    search: str = ""
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    differs: bool = False
    # Its place in the order of time.
    at: int = -1


class StoredRows(Sequence):
    """Reads rows from the database by the ids of their events; `bits` are the index's, `differing` one of them."""

    def __init__(
        self, events: EventQuerySet, ids: array, importance: bytes, bits: Mapping[str, dict[str, int]], differing: int
    ):
        self.events = events
        self.ids = ids
        self.importance = importance
        self.bits = bits
        self.differing = differing

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return self.at(range(len(self))[place])
        return self.at([range(len(self))[place]])[0]

    def __iter__(self) -> Iterator[Row]:
        for start in range(0, len(self), _CHUNK):
            yield from self[start : start + _CHUNK]

    def at(self, places: Sequence[int]) -> list[Row]:
        """The rows at these places, one query for each 5,000; an event that was withdrawn meanwhile is left out."""
        events = self.events.order_by()
        ids = [self.ids[place] for place in places]
        parts = (events.filter(pk__in=ids[start : start + _CHUNK]) for start in range(0, len(ids), _CHUNK))
        texts = {pk: texts for part in parts for pk, *texts in part.values_list("pk", *TEXTS)}
        return self.with_texts([place for place in places if self.ids[place] in texts], texts)

    def with_texts(self, places: Sequence[int], texts: Mapping[int, Sequence]) -> list[Row]:
        """The rows at these places; `texts` holds the values of TEXTS, and of SEARCH, by id."""
        values = self._values(places)
        differing = set(held(as_bytes(self.differing, len(self)), places))
        rows = []
        for place in places:
            slug, *rest = texts[self.ids[place]]
            titles = in_every_language(dict(zip(LANGUAGES, rest, strict=False)))
            date, earliest, latest, where, *search = rest[len(LANGUAGES) :]
            row = Row(slug, titles, date, earliest, latest, self.importance[place], where or "", *search)
            row.values, row.differs, row.at = values[place], place in differing, place
            rows.append(row)
        return rows

    def _values(self, places: Sequence[int]) -> dict[int, dict[str, tuple[str, ...]]]:
        """What each row has of each facet, sorted."""
        found = {place: dict.fromkeys(self.bits, ()) for place in places}
        everything = len(places) == len(self)
        for facet, bits in self.bits.items():
            for value in sorted(bits):
                holders = places_of(bits[value]) if everything else held(as_bytes(bits[value], len(self)), places)
                for place in holders:
                    found[place][facet] += (value,)
        return found


class KeptRows(list):
    """All rows in memory."""

    def at(self, places: Sequence[int]) -> list[Row]:
        return [self[place] for place in places]
