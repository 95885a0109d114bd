"""Reads EDTF (ISO 8601-2) text into parts: levels 0 and 1, and of level 2 the year in an unknown decade.

Only the grammar is here; ``historical_date`` gives the parts their bounds and ``refusals`` words every refusal.
"""

import re
from typing import NamedTuple

from events.dates.day_number import MONTH_DAYS, days_in_month
from events.dates.errors import HistoricalDateError
from events.dates.names import MONTHS_EN, MONTHS_RU

LONGEST_TEXT = 100
# Nine digits: day numbers stay below 4e11, exact in a 64-bit column and in a JavaScript number.
LARGEST_YEAR = 999_999_999
WINTER = 24
# Every ten years have a leap year, so a year with unspecified digits can have a 29 February.
LONGEST_MONTHS = (*MONTH_DAYS[:2], 29, *MONTH_DAYS[3:])

SINGLE_DATE = re.compile(
    r"(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)|Y-?[1-9][0-9]{4,8})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<qualifier>[~?%]?)"
)


class DateParts(NamedTuple):
    """What one date says, still without bounds; an interval has two of them.

    ``last_year`` differs from ``first_year`` when digits of the year are unspecified (``196X``);
    ``month`` and ``day`` are None when not given or unspecified (then the ``unknown`` flag is set).
    """

    first_year: int
    last_year: int
    season: int | None
    month: int | None
    day: int | None
    unknown_month: bool
    unknown_day: bool
    approximate: bool
    uncertain: bool

    @property
    def is_plain(self) -> bool:
        """Says whether year, month and day, as far as given, are known and stand without a qualifier."""
        return self.first_year == self.last_year and not (self.season or any(self[5:]))


class Interval(NamedTuple):
    """The two sides of ``a/b`` as written; ``..`` is an open side and an empty text an unknown one."""

    start: str
    end: str


def read_date(text: str) -> DateParts:
    """Reads one date (no interval); raises HistoricalDateError with the reading that failed."""
    match = SINGLE_DATE.fullmatch(text)
    if match is None or text.startswith("-0000"):
        raise HistoricalDateError(text, "unreadable")
    year, month_text, day_text, qualifier = match.groups()
    first_year, last_year = _years(year)
    month = season = day = None
    if month_text and month_text != "XX":
        number = int(month_text)
        if 1 <= number <= 12:
            month = number
        elif 21 <= number <= 24 and day_text is None:
            season = number
        else:
            raise HistoricalDateError(text, "unreadable")
    if day_text and day_text != "XX":
        if month is None:
            raise HistoricalDateError(text, "unreadable")
        day = int(day_text)
        _check_day(text, first_year, last_year, month, day)
    return DateParts(
        first_year,
        last_year,
        season,
        month,
        day,
        unknown_month=month_text == "XX",
        unknown_day=day_text == "XX",
        approximate=qualifier in ("~", "%"),
        uncertain=qualifier in ("?", "%"),
    )


def split_interval(text: str) -> Interval | None:
    """Splits ``a/b`` at its slash; None for a text without one; refuses a second slash or two empty sides."""
    start, slash, end = text.partition("/")
    if not slash:
        return None
    if "/" in end:
        raise HistoricalDateError(text, "unreadable")
    if start in ("", "..") and end in ("", ".."):
        raise HistoricalDateError(text, "no_known_end")
    return Interval(start, end)


def _years(text: str) -> tuple[int, int]:
    """Gives the first and last year that a year's text can mean."""
    digits = text.lstrip("Y")
    if "X" not in digits:
        return int(digits), int(digits)
    one, other = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    return (other, one) if digits.startswith("-") else (one, other)


def _check_day(text: str, first_year: int, last_year: int, month: int, day: int) -> None:
    """Refuses a day that its month does not have."""
    longest = days_in_month(first_year, month) if first_year == last_year else LONGEST_MONTHS[month]
    if 1 <= day <= longest:
        return
    year_and_month = text[: text.rindex("-")]
    if day == 0:
        raise HistoricalDateError(text, "day_zero", {"month": year_and_month}, (year_and_month,))
    last_day = f"{year_and_month}-{days_in_month(first_year, month)}"
    one_february = month == 2 and first_year == last_year
    values = {
        "name": {"en": MONTHS_EN[month], "vi": f"tháng {month}", "ru": MONTHS_RU[month]},
        "days": longest,
        "year": first_year,
        "last_day": last_day,
        "month": year_and_month,
    }
    code = "february" if one_february else "month_days"
    raise HistoricalDateError(text, code, values, (last_day, year_and_month))
