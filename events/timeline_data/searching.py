"""Which rows of an index a search finds: in their own text, or by a name of what they point to."""

from array import array
from functools import cached_property, lru_cache, reduce
from operator import and_
from typing import TYPE_CHECKING

from events.models import EventQuerySet
from events.search.names import FINDING, Names, called, read_names
from events.search.query import holding

from .bitmaps import bits_at, places_of
from .by_end import SEARCHES_KEPT

if TYPE_CHECKING:
    from .index import RecordIndex

# One row in so many is a small part of all.
_FEW = 4
# Texts read in one query.
_CHUNK = 5_000


class Searching:
    """Answers for one index; `ids` are those of its rows, `by_place` the bitmap of each place."""

    def __init__(self, index: "RecordIndex", events: EventQuerySet, ids: array, by_place: dict[str, int]):
        # Not the index itself, which would then live as long as what is kept for it.
        self._size = index.days.size
        self._everything = index.everything
        self._rows = () if index.large else index.rows
        self._large = index.large
        self._bits = {**index.bits, "place": by_place}
        self._events = events
        self._ids = ids
        self.names: Names = read_names()
        self._kept = lru_cache(SEARCHES_KEPT)(self._in_kept_rows)
        self._stored = lru_cache(SEARCHES_KEPT)(self._in_database)

    def holding(self, words: list[str]) -> int:
        """Bitmap of the rows that hold every folded word, or point to a name that does."""
        words = list(dict.fromkeys(words))
        bits = self._everything
        if not self._large:
            # The longest finds least, and what it finds is all that the others need to be looked for in.
            for word in sorted(words, key=len, reverse=True):
                bits = self._among(bits, word) if bits.bit_count() * _FEW < self._size else bits & self._kept(word)
            return bits
        # Words that are no name are asked for together: what all of them find is little.
        named = {word: self.named(word) for word in words}
        own = tuple(word for word in named if not named[word])
        if own:
            bits &= self._stored(own)
        for word in named:
            if word not in own:
                bits &= named[word] | self._stored((*own, word))
        return bits

    def forget(self) -> None:
        """For measurements: the next search is asked anew."""
        self._kept.cache_clear()
        self._stored.cache_clear()

    def texts(self, places: list[int]) -> list[str]:
        """The searched text of each of some rows; empty where the event is gone meanwhile."""
        if not self._large:
            return [self._rows[place].search for place in places]
        found: dict[int, str] = {}
        ids = [self._ids[place] for place in places]
        for start in range(0, len(ids), _CHUNK):
            part = self._events.filter(pk__in=ids[start : start + _CHUNK]).order_by()
            found.update(part.values_list("pk", "search"))
        return [found.get(pk, "") for pk in ids]

    def first(self, words: list[str], count: int) -> list[int]:
        """The rows of at most `count` events whose own text holds every word, whichever a large record yields first."""
        pks = self._events.filter(reduce(and_, map(holding, words))).order_by().values_list("pk", flat=True)[:count]
        return self._at(pks)

    def named(self, word: str) -> int:
        """Bitmap of the rows that point to a name that holds the folded word."""
        bits = 0
        for facet in FINDING:
            for named in called(self.names[facet], word):
                bits |= self._bits[facet].get(named.key, 0)
        return bits

    def _among(self, bits: int, word: str) -> int:
        """Those of some rows, a small part of all, that a word finds."""
        named, needle = self.named(word), f" {word}"
        own = [place for place in places_of(bits & ~named) if needle in self._rows[place].search]
        return bits & named | bits_at(own, self._size)

    def _in_kept_rows(self, word: str) -> int:
        needle = f" {word}"
        return bits_at([row.at for row in self._rows if needle in row.search], self._size) | self.named(word)

    def _in_database(self, words: tuple[str, ...]) -> int:
        pks = self._events.filter(reduce(and_, map(holding, words))).order_by().values_list("pk", flat=True)
        return bits_at(self._at(pks), self._size)

    def _at(self, pks) -> list[int]:
        """The rows of ids; an event that was written since the index was read has none."""
        table = self._row_of
        return [row for pk in pks if pk < len(table) and (row := table[pk]) >= 0]

    @cached_property
    def _row_of(self) -> array:
        """The row of each id, -1 where it has none; ids come from a sequence, so the table is hardly longer than the rows."""
        table = array("i", [-1]) * (max(self._ids, default=-1) + 1)
        for row, pk in enumerate(self._ids):
            table[pk] = row
        return table
