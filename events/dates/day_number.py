"""Day numbers of the proleptic Gregorian calendar for any year, before year 1 too.

Day 1 is 0001-01-01, so a day number equals ``datetime.date.toordinal()`` wherever Python has that date.
Years are counted as astronomers do: year 0 is 1 BC, year -1 is 2 BC.
"""

from datetime import date

MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
CYCLE_YEARS = 400
CYCLE_DAYS = 146_097


def is_leap(year: int) -> bool:
    """Says whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Gives the number of days of a month, 28 to 31."""
    return 29 if month == 2 and is_leap(year) else MONTH_DAYS[month]


def to_day_number(year: int, month: int, day: int) -> int:
    """Gives the day number of a day that exists; the caller has checked month and day."""
    before = year - 1
    number = before * 365 + before // 4 - before // 100 + before // 400 + DAYS_BEFORE_MONTH[month] + day
    return number + 1 if month > 2 and is_leap(year) else number


def from_day_number(number: int) -> tuple[int, int, int]:
    """Gives the (year, month, day) of a day number."""
    # The calendar repeats every 400 years, so Python's own date answers for any year.
    cycles, offset = divmod(number - 1, CYCLE_DAYS)
    day = date.fromordinal(offset + 1)
    return day.year + cycles * CYCLE_YEARS, day.month, day.day
