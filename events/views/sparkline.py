"""Small pictures drawn by the server: how events lie in time. Presentation only; the numbers stand beside them as text."""

from dataclasses import dataclass
from itertools import pairwise

from events.dates.day_number import from_day_number, to_day_number
from events.timeline_data.bitmaps import as_bytes, counts_below
from events.timeline_data.days import OPEN_START
from events.timeline_data.index import RecordIndex, Row

STEP, HEIGHT = 4, 20


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A path of upright strokes, one for each stretch of years that holds an event."""

    path: str
    width: int
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Position:
    """The whole record as strokes, and the years of one event within it."""

    strokes: Sparkline
    x: float
    width: float
    first: int
    last: int


def years(index: RecordIndex) -> tuple[int, int]:
    """First and last year in which an event of the record begins."""
    starts = index.days.starts
    known = index.days.begun(OPEN_START + 1)
    return (from_day_number(starts[known])[0], from_day_number(starts[-1])[0]) if known < len(starts) else (0, 0)


def sparkline(index: RecordIndex, bits: int, years_per_stroke: int = 3) -> Sparkline:
    """How the events of a bitmap spread over the years of the record."""
    return _strokes(index, bits, years_per_stroke)


def position_picture(index: RecordIndex, row: Row) -> Position | None:
    """Where one event lies in the record; nothing for an event without a known beginning."""
    if row.earliest is None:
        return None
    first, last = years(index)
    begin = from_day_number(row.earliest)
    end = from_day_number(row.latest) if row.latest is not None else (last, 12, 31)
    x, right = (((year - first) + (month - 1) / 12) * STEP for year, month, _day in (begin, end))
    width = max(right - x + STEP / 12, STEP)
    return Position(_strokes(index, index.everything, 1), round(x, 1), round(width, 1), first, last)


def _strokes(index, bits, years_per_stroke):
    first, last = years(index)
    firsts = range(first, last + years_per_stroke + 1, years_per_stroke)
    begun = [index.days.begun(to_day_number(year, 1, 1)) for year in firsts]
    counts = [b - a for a, b in pairwise(counts_below(as_bytes(bits, index.days.size), begun))]
    most = max(4, *counts)
    parts = [f"M{i * STEP + 2} {HEIGHT}v-{_tall(n, most)}" for i, n in enumerate(counts) if n]
    return Sparkline("".join(parts), len(counts) * STEP)


def _tall(count: int, most: int) -> int:
    """Height of a stroke: one event is always seen, the most fill the height."""
    return max(3, round(HEIGHT * count / most))
