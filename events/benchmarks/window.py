"""How long the answer of a window takes, and how many bytes it has."""

import gzip
import json
import random
import time
from collections.abc import Iterator

from events.dates import HistoricalDate
from events.dates.day_number import from_day_number
from events.filters import EventFilter, facets
from events.timeline_data.index import RecordIndex
from events.timeline_data.lanes import AUTOMATIC, MOST_AUTOMATIC
from events.timeline_data.packing import pack
from events.timeline_data.window import window

WINDOWS, WIDTH = 200, 1200
# Years that a window shows; None is the whole record.
LENGTHS = (None, 500, 100, 10, 1)


def measure() -> Iterator[str]:
    index = RecordIndex(version=-1)
    dice = random.Random(1954)
    views = [some_view(dice, index, LENGTHS[turn % len(LENGTHS)]) for turn in range(WINDOWS)]
    yield f"{WINDOWS} windows of {index.days.size} events, {WIDTH} pixels wide"
    for lanes in (AUTOMATIC, MOST_AUTOMATIC):
        times, cpu, sizes = [], [], []
        for view in views:
            started, worked = time.perf_counter(), time.process_time()
            answer = json.dumps(
                pack(window(index, view, WIDTH, "vi", automatic=lanes)), ensure_ascii=False, separators=(",", ":")
            )
            times.append(time.perf_counter() - started)
            cpu.append(time.process_time() - worked)
            sizes.append(len(gzip.compress(answer.encode(), 9)))
        yield f"up to {lanes} lanes: {spread(times, 1000)} ms; of these CPU {spread(cpu, 1000)} ms"
        yield f"  compressed {spread(sizes, 1e-3)} kB"
    cpu = []
    for view in views:
        worked = time.process_time()
        facets(view, index)
        cpu.append(time.process_time() - worked)
    yield f"the facets of a page alone: CPU {spread(cpu, 1000)} ms"


def some_view(dice: random.Random, index: RecordIndex, years: int | None) -> EventFilter:
    """A view that asks for nothing, or for one or two countries, or also for a theme; most readers begin so."""
    values: dict = {}
    if dice.random() < 0.5:
        values["country"] = tuple(sorted(dice.sample(sorted(index.terms["country"]), k=dice.randint(1, 2))))
    if dice.random() < 0.3:
        values["theme"] = (dice.choice(sorted(index.terms["theme"])),)
    if dice.random() < 0.2:
        values["lanes"] = "theme"
    if dice.random() < 0.2:
        values["since"] = HistoricalDate.parse(str(dice.randint(1800, 1950)))
    if years is not None:
        first, last = (from_day_number(day)[0] for day in index.days.extent)
        begin = dice.randint(first, max(first, last - years))
        values["t0"], values["t1"] = (HistoricalDate.parse(f"{year:04}") for year in (begin, begin + years - 1))
    return EventFilter(**values)


def spread(values: list[float], unit: float) -> str:
    """Median, 95th percentile and largest."""
    ordered = sorted(values)
    middle, high = (ordered[int(len(ordered) * share)] for share in (0.5, 0.95))
    return f"median {middle * unit:.1f}, p95 {high * unit:.1f}, most {ordered[-1] * unit:.1f}"
