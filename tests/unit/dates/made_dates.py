"""Makes EDTF texts of every allowed form: from a seed for long runs, as strategies for Hypothesis."""

import random
from collections.abc import Iterator

from hypothesis import strategies as st

from events.dates import HistoricalDate, HistoricalDateError
from events.dates.day_number import days_in_month


def year_text(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def made_date(rng: random.Random) -> str:
    """Makes one date of any form, most often in a school book's years."""
    year = rng.choice(
        [rng.randint(1900, 2030)] * 4 + [rng.randint(-300, 1100), rng.randint(-9999, 9999), rng.randint(-99999, 99999)]
    )
    written = year_text(year)
    month = rng.randint(1, 12)
    day = rng.randint(1, days_in_month(year, month))
    form = rng.choice(["year", "month", "day", "day", "season", "digits", "no month", "no day", "neither", "any year"])
    if form in ("digits", "any year") and not written.startswith("Y"):
        written = written[: -rng.randint(1, 3)].ljust(len(written), "X")
    text = {
        "year": written,
        "digits": written,
        "month": f"{written}-{month:02}",
        "day": f"{written}-{month:02}-{day:02}",
        "season": f"{written}-{rng.randint(21, 24)}",
        "no month": f"{written}-XX",
        "no day": f"{written}-{month:02}-XX",
        "neither": f"{written}-XX-XX",
        "any year": f"{written}-{month:02}-{day:02}",
    }[form]
    return text + rng.choice(["", "", "", "~", "?", "%"])


def made_text(rng: random.Random) -> str:
    """Makes a date or an interval; an interval may turn out reversed."""
    kind = rng.choice(["date", "date", "interval", "near", "open", "unknown"])
    one = made_date(rng)
    if kind == "date":
        return one
    if kind == "near":
        year, month, day = rng.randint(-50, 2030), rng.randint(1, 12), rng.randint(1, 27)
        first, last = f"{year_text(year)}-{month:02}", f"{year_text(year)}-{min(12, month + rng.randint(0, 1)):02}"
        return rng.choice([f"{first}-{day:02}/{last}-{day + 1:02}", f"{first}/{last}", f"{first[:-3]}/{last}"])
    other = {"interval": made_date(rng), "open": "..", "unknown": ""}[kind]
    return rng.choice([f"{one}/{other}", f"{other}/{one}"])


def made_dates(count: int, seed: int) -> Iterator[HistoricalDate]:
    """Makes dates that can be read; reversed intervals are passed over."""
    rng = random.Random(seed)
    while count:
        try:
            date = HistoricalDate.parse(made_text(rng))
        except HistoricalDateError as error:
            if error.code != "reversed":
                raise
            continue
        count -= 1
        yield date


# Texts that look like dates, most of them wrong: what a tired hand types.
near_dates = st.from_regex(
    r"\A[ ~]?[-+Y]{0,2}[0-9X]{1,6}([-/. ][0-9X]{1,4}){0,3}[~?%]{0,2}(/|//|\.\.|-| – )?[-Y]?([0-9]{0,5})[a-z]{0,3}\Z"
)
allowed_dates = st.randoms(use_true_random=False).map(made_text)
