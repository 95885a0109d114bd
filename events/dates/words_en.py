"""Dates in British English, long ("21 July 1954") and short ("21 Jul 1954")."""

from events.dates.edtf import WINTER, DateParts
from events.dates.historical_date import HistoricalDate
from events.dates.names import MONTHS_EN, SEASONS_EN, grouped, ordinal_en

NOT_A_NUMBER = ("the ", "an ", "around ")


def long_words(date: HistoricalDate) -> str:
    """Gives the words that a page shows."""
    if date.parts is not None:
        return _qualified(_phrase(date.parts), date.parts)
    if date.start is None:
        return f"until {_side(date.end)} ({'open start' if date.open_start else 'start unknown'})"
    if date.end is None:
        return f"from {_side(date.start)} ({'still open' if date.open_end else 'end unknown'})"
    if date.start == date.end:
        return long_words(date.start)
    joined = _joined(date.start, date.end, MONTHS_EN)
    if joined:
        return joined
    start, end = long_words(date.start), long_words(date.end)
    if start.startswith(NOT_A_NUMBER) or end.startswith(NOT_A_NUMBER):
        return f"from {start} to {end}"
    return f"{start} – {end}"


def short_words(date: HistoricalDate) -> str:
    """Gives words for tight places; what is unspecified is left out, so they may say less, never more."""
    if date.parts is not None:
        about = "c. " if date.parts.approximate else ""
        return about + _short_phrase(date.parts) + (" (?)" if date.parts.uncertain else "")
    if date.start is None:
        end = short_words(date.end) if date.end else ""
        return f"until {end}" if date.open_start else f"? – {end}"
    start = short_words(date.start)
    if date.end is None:
        return f"from {start}" if date.open_end else f"{start} – ?"
    end = short_words(date.end)
    joined = _joined(date.start, date.end, tuple(month[:3] for month in MONTHS_EN))
    return joined or (start if start == end else f"{start} – {end}")


def day_words(year: int, month: int, day: int) -> str:
    """Gives the words of one day."""
    return f"{day} {MONTHS_EN[month]} {year_words(year)}"


def year_words(year: int) -> str:
    """Writes a year, with its era where a bare number could be taken for something else."""
    if year <= 0:
        return f"{grouped(1 - year, ',')} BC"
    return str(year) if 1000 <= year <= 9999 else f"AD {grouped(year, ',')}"


def _side(side: HistoricalDate | None) -> str:
    return long_words(side) if side else ""


def _years(first: int, last: int) -> str:
    """Writes a span of years, its era once."""
    start, end = year_words(first), year_words(last)
    if last <= 0:
        return f"{start.removesuffix(' BC')}–{end}"
    if start.startswith("AD ") and end.startswith("AD "):
        return f"{start}–{end.removeprefix('AD ')}"
    return f"{start}–{end}" if start.isdigit() and end.isdigit() else f"{start} – {end}"


def _year_span(parts: DateParts) -> str:
    """Writes the year, or the decade, century or millennium of a year with unspecified digits."""
    first, last = parts.first_year, parts.last_year
    width = last - first + 1
    if width == 1:
        return year_words(first)
    if width == 10:
        return f"the {first}s" if first >= 100 else _years(first, last)
    era = "" if first >= 0 else " BC"
    number = (first if first >= 0 else -last) // width + 1
    return f"the {ordinal_en(number)} {'century' if width == 100 else 'millennium'}{era}"


def _phrase(parts: DateParts) -> str:
    """Writes a date without its qualifier."""
    span = _year_span(parts)
    known_year = parts.first_year == parts.last_year
    of_year = f" {span}" if known_year else f" of an unknown year in {span}"
    if parts.season == WINTER and known_year:
        return f"winter {_years(parts.first_year, parts.first_year + 1)}"
    if parts.season:
        return SEASONS_EN[parts.season] + of_year
    if parts.day and parts.month:
        return f"{parts.day} {MONTHS_EN[parts.month]}{of_year}"
    if parts.month:
        return ("an unknown day of " if parts.unknown_day else "") + MONTHS_EN[parts.month] + of_year
    if parts.unknown_month:
        return f"an unknown {'day' if parts.unknown_day else 'month'} of {span}"
    return span


def _short_phrase(parts: DateParts) -> str:
    if parts.first_year != parts.last_year:
        return _year_span(parts).removeprefix("the ")
    if parts.season:
        return _phrase(parts)
    month = f"{MONTHS_EN[parts.month][:3]} " if parts.month else ""
    return (f"{parts.day} " if parts.day else "") + month + year_words(parts.first_year)


def _qualified(phrase: str, parts: DateParts) -> str:
    if parts.approximate:
        phrase = ("around " if phrase.startswith(NOT_A_NUMBER) else "c. ") + phrase
    return f"{phrase} (uncertain)" if parts.uncertain else phrase


def _joined(start: HistoricalDate, end: HistoricalDate, months: tuple[str, ...]) -> str | None:
    """Writes two plain ends of the same precision with what they share said once; None for other ends."""
    one, other = start.parts, end.parts
    if one is None or other is None or not (one.is_plain and other.is_plain):
        return None
    year = year_words(one.first_year)
    same_year = one.first_year == other.first_year
    if one.day and other.day and one.month and other.month and same_year:
        if one.month == other.month:
            return f"{one.day}–{other.day} {months[one.month]} {year}" if one.day != other.day else None
        return f"{one.day} {months[one.month]} – {other.day} {months[other.month]} {year}"
    if one.day or other.day:
        return None
    if one.month and other.month and same_year:
        return f"{months[one.month]}–{months[other.month]} {year}" if one.month != other.month else None
    if one.month or other.month:
        return None
    return _years(one.first_year, other.first_year) if not same_year else None
