"""Readings of texts that have a year, month or day in another order, width or form than EDTF."""

import re
from collections.abc import Iterator

from events.dates.errors import HistoricalDateError
from events.dates.names import MONTHS_EN, MONTHS_RU, MONTHS_RU_GENITIVE

DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
MONTH_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
YEAR_FIRST = re.compile(r"(-?[0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
MONTH_BY_NAME = re.compile(r"(?:([0-9]{1,2}) )?([^\W\d_]+) ([0-9]{4})(?: г\.)?")
WORDS_VI = re.compile(r"(?:(?:ngày )?([0-9]{1,2}) )?(?:tháng ([0-9]{1,2}) )?năm ([0-9]{4})", re.IGNORECASE)
TWO_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")
MONTHS_BY_NAME = {
    name.casefold(): number
    for number, (month, *russian) in enumerate(zip(MONTHS_EN, MONTHS_RU, MONTHS_RU_GENITIVE, strict=True))
    if number
    for name in (month, month[:3], *russian)
}


def order_diagnoses(text: str) -> Iterator[HistoricalDateError]:
    """Yields the errors that a text in another order of year, month and day can have."""
    if match := DAY_FIRST.fullmatch(text):
        yield from _day_first(text, *map(int, match.groups()))
    if match := MONTH_FIRST.fullmatch(text):
        yield HistoricalDateError.with_repair(text, "other_order", _written(match[2], match[1]))
    if match := TWO_YEARS.fullmatch(text):
        yield HistoricalDateError.with_repair(text, "interval_hyphen", f"{match[1]}/{match[2]}")
    if match := YEAR_FIRST.fullmatch(text):
        yield from _year_first(text, *match.groups())
    if match := WORDS_VI.fullmatch(text):
        yield HistoricalDateError.with_repair(text, "words", _written(match[3], match[2], match[1]))
    if (match := MONTH_BY_NAME.fullmatch(text)) and (month := MONTHS_BY_NAME.get(match[2].casefold())):
        yield HistoricalDateError.with_repair(text, "words", _written(match[3], month, match[1]))


def _day_first(text: str, one: int, other: int, year: int) -> Iterator[HistoricalDateError]:
    """Yields both readings of 02/09/1945, or the one that the calendar has."""
    day_month = _written(year, other, one)
    month_day = _written(year, one, other)
    if one != other and 1 <= one <= 12 and 1 <= other <= 12:
        values = {"one": day_month, "other": month_day}
        for name, day, month in (("one", one, other), ("other", other, one)):
            values |= {f"{name}_en": f"{day} {MONTHS_EN[month]}", f"{name}_vi": f"ngày {day} tháng {month}"}
            values[f"{name}_ru"] = f"{day} {MONTHS_RU_GENITIVE[month]}"
        yield HistoricalDateError(text, "either_way_round", values, (day_month, month_day))
    yield HistoricalDateError.with_repair(text, "other_order", day_month)
    yield HistoricalDateError.with_repair(text, "other_order", month_day)


def _year_first(text: str, year: str, month: str, day: str | None) -> Iterator[HistoricalDateError]:
    """Yields the readings of a text that begins with a year but has a wrong month, day or separator."""
    padded = _written(year, month, day)
    if padded != text:
        hyphens_only = "/" not in text and "." not in text
        yield HistoricalDateError.with_repair(text, "two_digits" if hyphens_only else "other_order", padded)
    if int(month) == 0:
        yield HistoricalDateError(text, "month_zero", {"year": year}, (year,))
    if day is not None:
        yield HistoricalDateError.with_repair(text, "other_order", _written(year, day, month))
        if 21 <= int(month) <= 24:
            season = f"{year}-{month}"
            yield HistoricalDateError(text, "season_day", {"season": season}, (season,))
    elif len(month) == 2 and year[:2] + month > year:
        interval = f"{year}/{year[:2]}{month}"
        values = {"month": month, "years": f"{year}–{year[:2]}{month}", "interval": interval}
        yield HistoricalDateError(text, "month_or_years", values, (interval,))
    elif 25 <= int(month) <= 41:
        yield HistoricalDateError(text, "quarter")
    yield HistoricalDateError(text, "month", {"month": month})


def _written(year: int | str, month: int | str | None, day: int | str | None = None) -> str:
    """Writes year, month and perhaps day as EDTF; they need not exist."""
    numbers = [f"{year:0>4}", *(f"{part:0>2}" for part in (month, day) if part is not None)]
    return "-".join(numbers)
