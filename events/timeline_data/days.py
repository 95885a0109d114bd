"""When the rows begin and end: sorted days, and the two orders of the rows that go with them.

Row i is the i-th by first possible day; its place by last possible day is `end_place[i]`. Open and unknown ends are
sentinels that lie beyond every date.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from .bitmaps import bits_at, first

OPEN_START, OPEN_END = -(1 << 62), 1 << 62
# A set of the first rows of one order is put together from the nearest of so many ready ones.
_READY = 16


class Days:
    """`starts` in rising order, one per row, and the last day of the same rows; open ends as sentinels."""

    def __init__(self, starts: array, latest: array):
        self.size = len(starts)
        self.starts = starts
        self.by_end = array("i", sorted(range(self.size), key=latest.__getitem__))
        self.ends = array("q", map(latest.__getitem__, self.by_end))
        self.end_place = array("i", bytes(4 * self.size))
        for place, row in enumerate(self.by_end):
            self.end_place[row] = place
        self._first_by_end = FirstRows(self.by_end)
        self._first_by_start = FirstRows(self.end_place)

    def earliest(self, row: int) -> int | None:
        return None if self.starts[row] == OPEN_START else self.starts[row]

    def latest(self, row: int) -> int | None:
        day = self.ends[self.end_place[row]]
        return None if day == OPEN_END else day

    def begun(self, before: int) -> int:
        """How many rows may have begun before a day; they are the first rows."""
        return bisect_left(self.starts, before)

    def ended(self, before: int) -> int:
        """How many rows surely ended before a day; they are the first rows in the order of ends."""
        return bisect_left(self.ends, before)

    def beginning_on(self, earliest: int | None) -> tuple[int, int]:
        """The first of the rows that begin on a day, and the first after them; None for those with no known beginning."""
        day = OPEN_START if earliest is None else earliest
        return bisect_left(self.starts, day), bisect_right(self.starts, day)

    @cached_property
    def extent(self) -> tuple[int, int]:
        """First and last day that any date of the record names; the first year where no date names one."""
        known = [self.starts[bisect_right(self.starts, OPEN_START) :], self.ends[: bisect_left(self.ends, OPEN_END)]]
        sides = [(days[0], days[-1]) for days in known if days]
        return (min(side[0] for side in sides), max(side[1] for side in sides)) if sides else (1, 366)

    def known_days(self, by_start: int, by_end: int) -> tuple[int, int] | None:
        """First and last day that a date of some rows names; None where no beginning or no end is known.

        The rows are given as bitmaps over both orders.
        """
        begun = by_start & ~first(bisect_right(self.starts, OPEN_START))
        ended = by_end & first(bisect_left(self.ends, OPEN_END))
        if not begun or not ended:
            return None
        return self.starts[(begun & -begun).bit_length() - 1], self.ends[ended.bit_length() - 1]

    def overlapping(self, earliest: int | None, latest: int | None) -> int:
        """Bitmap of the rows that may touch the days `earliest` to `latest`; None is open."""
        bits = first(self.size if latest is None else self.begun(latest + 1))
        return bits if earliest is None else bits & ~self._first_by_end(self.ended(earliest))

    def overlapping_by_end(self, earliest: int | None, latest: int | None) -> int:
        """The same rows as a bitmap over the order of ends."""
        bits = first(self.size) if latest is None else self._first_by_start(self.begun(latest + 1))
        return bits if earliest is None else bits & ~first(self.ended(earliest))

    def ready_bitmaps(self) -> list[int]:
        """The bitmaps that are kept so that any set of first rows is quickly put together."""
        return self._first_by_end.ready + self._first_by_start.ready


class FirstRows:
    """The first n rows of one order as a bitmap over another order; `places` says where each row stands in that."""

    def __init__(self, places: Sequence[int]):
        self.places = places
        self.step = max(1, -(-len(places) // _READY))
        self.ready = [0]
        for start in range(0, len(places), self.step):
            self.ready.append(self.ready[-1] | bits_at(places[start : start + self.step], len(places)))

    def __call__(self, count: int) -> int:
        nearest = min(round(count / self.step), len(self.ready) - 1)
        edge = nearest * self.step
        between = self.places[min(count, edge) : max(count, edge)]
        return self.ready[nearest] ^ bits_at(between, len(self.places))
