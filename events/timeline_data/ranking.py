"""Which rows matter most: by importance, then the longer in time, then by slug.

The order belongs to the record, not to a view: whatever the window or the filter, of two rows the same one goes first.
An open or unknown end makes a row longer than any that has both.
"""

from array import array
from collections.abc import Sequence
from heapq import nsmallest

from .bitmaps import as_bytes, bits_of, held, places_of
from .days import OPEN_END, OPEN_START

LEVELS = (1, 2, 3)
# The order is walked in strides of about so many times the rows that should do, at most so often.
_MARGIN, _STRIDES = 2, 12


class Ranking:
    """The rows of a record, best first, and the bitmap of each level of importance."""

    def __init__(self, importance: bytes, starts: Sequence[int], latest: Sequence[int], slugs: Sequence[str]):
        size = len(importance)
        self.importance = importance
        ends = zip(starts, latest, strict=True)
        span = [OPEN_START if a == OPEN_START or b == OPEN_END else a - b for a, b in ends]
        # The sort is stable, so each key decides between those that the next one leaves equal.
        order = sorted(range(size), key=slugs.__getitem__)
        order.sort(key=span.__getitem__)
        order.sort(key=importance.__getitem__)
        self.order = array("i", order)
        self.rank = array("i", bytes(4 * size))
        for rank, row in enumerate(order):
            self.rank[row] = rank
        # Bitmaps by level: exactly this importance, and this or more.
        self.exactly = {level: bits_of(importance.translate(_flags({level}))) for level in LEVELS}
        self.up_to = {level: bits_of(importance.translate(_flags(set(range(1, level + 1))))) for level in LEVELS}
        counts = [importance.count(level) for level in LEVELS]
        self._sections = {level: (sum(counts[: level - 1]), sum(counts[:level])) for level in LEVELS}

    def best(self, bits: int, count: int) -> list[int]:
        """The `count` best rows of a bitmap, level by level."""
        found: list[int] = []
        for level in LEVELS:
            if len(found) < count and (candidates := bits & self.exactly[level]):
                found += self._best_of_level(candidates, count - len(found), self._sections[level])
        return found

    def _best_of_level(self, candidates: int, count: int, section: tuple[int, int]) -> list[int]:
        """Few candidates are sorted; among many the order itself is walked, since the wanted ones come soon."""
        available = candidates.bit_count()
        start, end = section
        if available > count and available * available > count * (end - start):
            data = as_bytes(candidates, len(self.rank))
            stride = _MARGIN * count * (end - start) // available + 1
            found: list[int] = []
            for at in range(start, min(end, start + _STRIDES * stride), stride):
                found += held(data, self.order[at : min(at + stride, end)])
                if len(found) >= count:
                    return found[:count]
        return nsmallest(count, places_of(candidates), key=self.rank.__getitem__)


def _flags(levels: set[int]) -> bytes:
    """A translation of importance into the characters `1` and `0`."""
    return bytes(49 if number in levels else 48 for number in range(256))
