"""Dates of TimelineJS: year, month and day in cells of their own; what is vaguer it says only in its display date.

It writes years before our era as negative numbers without a year 0, so -258 is 258 BCE, which EDTF calls -0257.
"""

import re

from django.utils.translation import gettext as _

from events.dates import HistoricalDate
from events.dates.day_number import from_day_number
from events.dates.errors import quote

# Sheets write 1,945 where a spreadsheet put a separator into a year; TimelineJS takes it out too.
_BLANKS = re.compile(r"[\s,]+")
_YEAR = re.compile(r"-?[0-9]{1,12}")
_SMALL = re.compile(r"[0-9]{1,2}")


class NoDate(Exception):
    """Cells that give no date; carries the name of the cell."""

    def __init__(self, part: str, text: str) -> None:
        self.part = part
        super().__init__(text)


def to_edtf(start: dict[str, str], end: dict[str, str]) -> str:
    """EDTF of the cells of a slide; raises NoDate."""
    begun = _moment(start, "")
    if not any(end.get(part) for part in ("Year", "Month", "Day")):
        return begun
    ended = _moment(end, "End ")
    return begun if ended == begun else f"{begun}/{ended}"


def _moment(parts: dict[str, str], prefix: str) -> str:
    year = _BLANKS.sub("", parts.get("Year", ""))
    if not year:
        raise NoDate(f"{prefix}Year", _("is empty: a slide needs at least its year"))
    if not _YEAR.fullmatch(year):
        raise NoDate(
            f"{prefix}Year",
            _("%(value)s is not a year: write digits alone, such as 1954") % {"value": quote(parts["Year"])},
        )
    number = int(year)
    if number == 0:
        raise NoDate(f"{prefix}Year", _("there is no year 0: the year before 1 is written -1"))
    number += number < 0
    text = f"{number:05d}" if number < 0 else f"{number:04d}"
    if len(text.lstrip("-")) > 4:
        text = f"Y{number}"
    month, day = (_small(parts, name, prefix) for name in ("Month", "Day"))
    if day and not month:
        raise NoDate(f"{prefix}Month", _("is empty, but a day stands beside it: write the month too"))
    return "-".join(part for part in (text, month, day) if part)


def _small(parts: dict[str, str], name: str, prefix: str) -> str:
    text = parts.get(name, "").strip()
    if text and not _SMALL.fullmatch(text):
        words = _("%(value)s is not a number of a month or a day: write 1 to 12, or 1 to 31")
        raise NoDate(f"{prefix}{name}", words % {"value": quote(text)})
    return f"{int(text):02d}" if text else ""


def from_date(date: HistoricalDate) -> tuple[dict[str, int], dict[str, int] | None]:
    """Cells for the beginning and, where it is another, for the end; an open or unknown side takes the other's."""
    if not date.is_interval:
        return _cells(date)
    begin = _cells(date.start)[0] if date.start else None
    end = (_cells(date.end)[1] or _cells(date.end)[0]) if date.end else None
    begin = begin or end or {}
    return begin, end if end != begin else None


def _cells(date: HistoricalDate) -> tuple[dict[str, int], dict[str, int] | None]:
    """A day, a month or a year as itself; a season, a decade or a century from its first month or year to its last."""
    first, last = (date.earliest, date.latest)
    if first is None or last is None:
        first = last = first if last is None else last
    if first is None or last is None:
        return {}, None
    depth = {"day": 3, "month": 2, "season": 2}.get(str(date.precision), 1)
    begin, end = (cells_of_day(day, depth) for day in (first, last))
    return begin, end if end != begin else None


def cells_of_day(day: int, depth: int = 3) -> dict[str, int]:
    """The year of a day, with its month and its own number as deep as asked."""
    year, *rest = from_day_number(day)
    numbers = (year if year > 0 else year - 1, *rest)
    return dict(zip(("year", "month", "day"), numbers[:depth], strict=False))
