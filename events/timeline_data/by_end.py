"""The bitmaps of an index over the rows in the order of their last days, made when they are first asked for.

How many events were over before a day is a count of the first bits in this order, whatever the filter; with the counts
of the first bits in the order of beginnings it gives the density without touching a single row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from .bitmaps import bits_at, first, places_of

# Searches whose bitmap is kept.
SEARCHES_KEPT = 32

if TYPE_CHECKING:
    from .index import RecordIndex


class ByEnd:
    """Answers what a filter asks of an index (`bits`, `everything`, `overlapping`, `holding`) in the other order."""

    def __init__(self, index: RecordIndex):
        self._days = index.days
        self._holding = lru_cache(SEARCHES_KEPT)(lambda query: self._turn(index.holding(query.split())))
        self.bits = {facet: _Turned(bits, self._turn) for facet, bits in index.bits.items()}

    @cached_property
    def everything(self) -> int:
        return first(self._days.size)

    def overlapping(self, earliest: int | None, latest: int | None) -> int:
        return self._days.overlapping_by_end(earliest, latest)

    def holding(self, words: list[str]) -> int:
        return self._holding(" ".join(words))

    def _turn(self, bits: int) -> int:
        return bits_at([self._days.end_place[row] for row in places_of(bits)], self._days.size)


class _Turned(Mapping):
    """Bitmaps by value, each turned once."""

    def __init__(self, bits: dict[str, int], turn: Callable[[int], int]):
        self._bits = bits
        self._turn = turn
        self._turned: dict[str, int] = {}

    def __getitem__(self, value: str) -> int:
        if value not in self._turned:
            self._turned[value] = self._turn(self._bits[value])
        return self._turned[value]

    def __iter__(self):
        return iter(self._bits)

    def __len__(self):
        return len(self._bits)

    def made(self) -> list[int]:
        """The bitmaps that were turned so far."""
        return list(self._turned.values())
