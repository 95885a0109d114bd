"""How many events may have been going on in each bucket of a stretch of days; static/js/data/density.js says the same.

w days in W buckets: bucket i holds the days from `start + ceil(i·w/W)` up to the day before the next edge, which is the
same as saying that a day d falls into bucket `floor((d - start)·W/w)`. The edges are whole days, so that Python, SQL and
the browser agree on every event. An event counts in each bucket that it may touch.
"""

from .bitmaps import counts_below
from .days import Days

# A bucket is about so many pixels wide.
PIXELS = 4


def buckets_of(width: int, start: int, end: int) -> int:
    """How many buckets a drawing of `width` pixels gets: one for each four pixels, and never two for one day."""
    return max(1, min(-(-width // PIXELS), end - start + 1))


class Grid:
    """The edges of the buckets of a window, as numbers of rows that have begun, or ended, before each."""

    def __init__(self, days: Days, start: int, end: int, buckets: int):
        length = end - start + 1
        edges = [start - (-i * length // buckets) for i in range(buckets + 1)]
        self.begun = [days.begun(edge) for edge in edges[1:]]
        self.ended = [days.ended(edge) for edge in edges[:-1]]

    def density(self, by_start: bytes, by_end: bytes) -> list[int]:
        """Counts per bucket of a set of events, given as bitmaps in bytes over both orders."""
        begun = counts_below(by_start, self.begun)
        return [a - b for a, b in zip(begun, counts_below(by_end, self.ended), strict=True)]
