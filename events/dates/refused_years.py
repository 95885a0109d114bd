"""Readings of texts whose year has too few or too many digits, a sign, an era or misplaced X."""

import re
from collections.abc import Iterator

from events.dates.errors import HistoricalDateError

SHORT_YEAR = re.compile(r"(-?)([0-9]{1,3})")
SHORT_YEAR_WITH_MONTH = re.compile(r"(-?)([0-9]{3})(-[0-9]{2}(?:-[0-9]{2})?)")
SHORT_FIRST_NUMBER = re.compile(r"[0-9]{1,2}[-/.].*")
LONG_YEAR = re.compile(r"(-?)([0-9]{5,})((?:-[0-9]{2}){0,2})")
MARKED_YEAR = re.compile(r"Y(-?)([0-9]+)(.*)")
BEFORE_CHRIST = re.compile(r"(?:năm )?([0-9]{1,9}) ?(?:bce?|b\.c\.(?:e\.)?|tcn|trước công nguyên)", re.IGNORECASE)
DECADE = re.compile(r"(?:the |thập niên )?([0-9]{3})0'?s?", re.IGNORECASE)
UNSPECIFIED = re.compile(r"[-Y0-9X]*X[-0-9X]*")


def year_diagnoses(text: str) -> Iterator[HistoricalDateError]:
    """Yields the errors that a text with a wrong year can have."""
    yield from _digit_diagnoses(text)
    yield from _unspecified_diagnoses(text)
    if text.startswith("-0000"):
        yield HistoricalDateError.with_repair(text, "minus_zero", text[1:])
    if text.startswith("+"):
        yield HistoricalDateError.with_repair(text, "plus_sign", text[1:])
    if match := BEFORE_CHRIST.fullmatch(text):
        repair = written_year(1 - int(match[1]))
        yield HistoricalDateError(text, "before_christ", {"year": match[1], "repair": repair}, (repair,))
    if match := MARKED_YEAR.fullmatch(text):
        sign, digits, rest = match.groups()
        repair = written_year(int(sign + digits)) + rest
        yield HistoricalDateError.with_repair(text, "needless_y", repair)
        if len(digits) > 9:
            yield HistoricalDateError(text, "far_year")
    if text.startswith(("Y", "y")):
        yield HistoricalDateError.with_repair(text, "capital_y", text.upper())
        yield HistoricalDateError(text, "y_without_year")


def written_year(year: int) -> str:
    """Writes a year as EDTF: four digits, or Y before more."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _digit_diagnoses(text: str) -> Iterator[HistoricalDateError]:
    """Yields the readings of a run of digits that is not four long."""
    if re.fullmatch("[0-9]{8}", text):
        yield HistoricalDateError.with_repair(text, "no_hyphens", f"{text[:4]}-{text[4:6]}-{text[6:]}")
    if re.fullmatch("[0-9]{6}", text):
        month, year = f"{text[:4]}-{text[4:]}", f"Y{text}"
        yield HistoricalDateError(text, "six_digits", {"month": month, "year": year}, (month, year))
    if match := SHORT_YEAR.fullmatch(text) or SHORT_YEAR_WITH_MONTH.fullmatch(text):
        sign, digits, *rest = match.groups()
        yield HistoricalDateError.with_repair(text, "short_year", f"{sign}{digits:0>4}{''.join(rest)}")
    if SHORT_FIRST_NUMBER.fullmatch(text):
        yield HistoricalDateError(text, "short_first_year")
    if match := LONG_YEAR.fullmatch(text):
        yield HistoricalDateError.with_repair(text, "long_year", f"Y{text}")
        yield HistoricalDateError.with_repair(text, "long_year", written_year(int(match[1] + match[2])) + match[3])
        if len(match[2].lstrip("0")) > 9:
            yield HistoricalDateError(text, "far_year")


def _unspecified_diagnoses(text: str) -> Iterator[HistoricalDateError]:
    """Yields the readings of a text with an unspecified digit where EDTF has none, or a decade in words."""
    if match := DECADE.fullmatch(text):
        yield HistoricalDateError.with_repair(text, "decade", f"{match[1]}X")
    if "x" in text:
        yield HistoricalDateError.with_repair(text, "small_x", text.replace("x", "X"))
    if not UNSPECIFIED.fullmatch(text):
        return
    if not any(digit in text for digit in "0123456789"):
        yield HistoricalDateError(text, "no_known_digit")
    year, _, rest = text.partition("-XX-")
    if rest.isdigit():
        yield HistoricalDateError.with_repair(text, "unknown_month_known_day", year)
    yield HistoricalDateError(text, "unspecified_digits")
