"""How long it takes to read dates."""

import random
import time
from collections.abc import Iterator

from events.dates import HistoricalDate
from events.dates.historical_date import date_of_text


def measure() -> Iterator[str]:
    texts = list(some_dates(10_000))
    date_of_text.cache_clear()
    started = time.perf_counter()
    for text in texts:
        HistoricalDate.parse(text)
    seconds = time.perf_counter() - started
    started = time.perf_counter()
    for text in texts:
        int(text[:4])
    floor = time.perf_counter() - started
    yield f"{len(texts)} parses: {seconds:.3f} s, {seconds / floor:.0f} × reading the year as a number"


def some_dates(count: int) -> Iterator[str]:
    """Different EDTF texts of every common form, the same ones at each run."""
    dice = random.Random(1954)
    seen = set()
    while len(seen) < count:
        year, month, day = dice.randint(1000, 9999), dice.randint(1, 12), dice.randint(1, 28)
        form = dice.choice(
            ["{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}-{m:02}~", "{y}-{m:02}-{d:02}/{y}-12-31", "{y}-{m:02}/.."]
        )
        text = form.format(y=year, m=month, d=day)
        if text not in seen:
            seen.add(text)
            yield text
