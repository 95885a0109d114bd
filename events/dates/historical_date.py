"""The date of a historical event as a value: what was written, the days it can mean, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from events.dates.bounds import COARSENESS, Precision, bounds_of, precision_of
from events.dates.edtf import LONGEST_TEXT, DateParts, Interval, read_date, split_interval
from events.dates.errors import HistoricalDateError
from events.dates.refusals import diagnoses


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date or interval in EDTF; made by ``parse``, equal to another when the text is equal.

    ``earliest`` and ``latest`` are day numbers (0001-01-01 is 1), None where a side is open or unknown.
    ``certain_from`` and ``certain_to`` are the days on which it was surely going on: a single day, or the
    stretch between the two ends of an interval; None where nothing is sure, and on an open side.
    ``~`` and ``?`` never widen the bounds, but a date so marked makes no day certain.
    ``parts`` holds what a single date says, None for an interval, which has ``start`` and ``end``.
    """

    text: str
    earliest: int | None
    latest: int | None
    precision: Precision
    approximate: bool
    uncertain: bool
    certain_from: int | None
    certain_to: int | None
    parts: DateParts | None = None
    start: HistoricalDate | None = None
    end: HistoricalDate | None = None
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False

    @classmethod
    def parse(cls, value: str | int | date) -> HistoricalDate:
        """Reads EDTF text, a year from 1000 to 9999 as a number, or a day; raises HistoricalDateError."""
        if isinstance(value, str):
            text = value.strip()
            if len(text) > LONGEST_TEXT:
                raise HistoricalDateError(value, "too_long", {"length": len(text), "longest": LONGEST_TEXT})
            return date_of_text(text)
        if isinstance(value, int) and not isinstance(value, bool):
            # YAML reads an unquoted 0257 as octal 175, so a short number cannot be trusted.
            if not 1000 <= value <= 9999:
                raise HistoricalDateError(value, "number")
            return date_of_text(str(value))
        if isinstance(value, datetime):
            raise HistoricalDateError(value, "time_of_day", {"day": value.date()}, (str(value.date()),))
        if isinstance(value, date):
            return date_of_text(value.isoformat())
        raise HistoricalDateError(value, "type")

    @property
    def is_interval(self) -> bool:
        return self.parts is None

    def overlaps(self, earliest: int | None, latest: int | None) -> bool:
        """Says whether the date can share a day with the given days; None stands for no limit."""
        return (earliest is None or self.latest is None or self.latest >= earliest) and (
            latest is None or self.earliest is None or self.earliest <= latest
        )

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, HistoricalDate) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[Any, ...]:
        return HistoricalDate.parse, (self.text,)


@lru_cache(maxsize=16_384)
def date_of_text(text: str) -> HistoricalDate:
    """Reads a trimmed text, and explains itself when it cannot."""
    try:
        return _build(text)
    except HistoricalDateError as error:
        raise _explained(text, error) from None


def _explained(text: str, error: HistoricalDateError) -> HistoricalDateError:
    """Gives the error with the first diagnosis that fits; the side of an interval is explained last."""
    if error.code != "unreadable" and error.value == text:
        return error
    whole = next(filter(_suggests_dates, diagnoses(text)))
    if whole.code != "unreadable" or error.value == text:
        return whole
    part = str(error.value)
    if error.code == "unreadable":
        error = next(filter(_suggests_dates, diagnoses(part)))
    return error.about(text, part)


def _suggests_dates(error: HistoricalDateError) -> bool:
    """Says whether everything that an error suggests to write can itself be read."""
    try:
        for suggestion in error.suggestions:
            _build(suggestion)
    except HistoricalDateError:
        return False
    return True


def _build(text: str) -> HistoricalDate:
    interval = split_interval(text)
    return _single(text) if interval is None else _interval(text, interval)


def _single(text: str) -> HistoricalDate:
    parts = read_date(text)
    earliest, latest = bounds_of(parts)
    sure = earliest == latest and not parts.approximate and not parts.uncertain
    return HistoricalDate(
        text,
        earliest,
        latest,
        precision_of(parts),
        parts.approximate,
        parts.uncertain,
        certain_from=earliest if sure else None,
        certain_to=latest if sure else None,
        parts=parts,
    )


def _interval(text: str, sides: Interval) -> HistoricalDate:
    start, end = (None if side in ("", "..") else _single(side) for side in sides)
    known = [side for side in (start, end) if side is not None]
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest is not None and latest is not None and earliest > latest:
        swapped = f"{sides.end}/{sides.start}"
        raise HistoricalDateError(
            text, "reversed", {"start": sides.start, "end": sides.end, "swapped": swapped}, (swapped,)
        )
    certain_from, certain_to = _certain(start, end, sides)
    return HistoricalDate(
        text,
        earliest,
        latest,
        max((side.precision for side in known), key=COARSENESS.__getitem__),
        any(side.approximate for side in known),
        any(side.uncertain for side in known),
        certain_from,
        certain_to,
        start=start,
        end=end,
        open_start=sides.start == "..",
        open_end=sides.end == "..",
        unknown_start=sides.start == "",
        unknown_end=sides.end == "",
    )


def _certain(
    start: HistoricalDate | None, end: HistoricalDate | None, sides: Interval
) -> tuple[int | None, int | None]:
    """Gives the days on which an interval was surely going on, from its start's last day to its end's first."""
    if "" in sides:
        # Nobody knows how long it lasted; only the known end itself, when it is a day, is sure.
        known = start or end
        return (known.certain_from, known.certain_to) if known else (None, None)
    if any(side is not None and (side.approximate or side.uncertain) for side in (start, end)):
        return None, None
    first = start.latest if start else None
    last = end.earliest if end else None
    if first is not None and last is not None and first > last:
        return None, None
    return first, last
