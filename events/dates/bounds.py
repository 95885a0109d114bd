"""The days that a date can mean, and how wide that makes it."""

from enum import StrEnum

from events.dates.day_number import days_in_month, is_leap, to_day_number
from events.dates.edtf import WINTER, DateParts


class Precision(StrEnum):
    """How wide a date is, finest first."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}
YEAR_WIDTHS = {
    0: Precision.YEAR,
    9: Precision.DECADE,
    99: Precision.CENTURY,
    999: Precision.MILLENNIUM,
}


def bounds_of(parts: DateParts) -> tuple[int, int]:
    """Gives the first and last day that the parts can mean."""
    first_year, last_year, season, month, day = parts[:5]
    if season is not None:
        first_month = 12 if season == WINTER else 3 * (season - 20)
        last_month = first_month % 12 + 2
        # Winter of a year begins in its December and ends with the February of the next.
        end_year = last_year + 1 if season == WINTER else last_year
        return (
            to_day_number(first_year, first_month, 1),
            to_day_number(end_year, last_month, days_in_month(end_year, last_month)),
        )
    if month is None:
        return to_day_number(first_year, 1, 1), to_day_number(last_year, 12, 31)
    if day is None:
        last_day = days_in_month(last_year, month)
        return to_day_number(first_year, month, 1), to_day_number(last_year, month, last_day)
    if month == 2 and day == 29:
        first_year = next(year for year in range(first_year, last_year + 1) if is_leap(year))
        last_year = next(year for year in range(last_year, first_year - 1, -1) if is_leap(year))
    return to_day_number(first_year, month, day), to_day_number(last_year, month, day)


def precision_of(parts: DateParts) -> Precision:
    """Gives the width of the parts: of an unspecified digit, month or day, the width that it leaves open."""
    if parts.first_year != parts.last_year:
        return YEAR_WIDTHS[parts.last_year - parts.first_year]
    if parts.season is not None:
        return Precision.SEASON
    if parts.month is None:
        return Precision.YEAR
    return Precision.MONTH if parts.day is None else Precision.DAY
