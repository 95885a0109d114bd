"""Dates in Vietnamese, long ("ngày 21 tháng 7 năm 1954") and short ("21/7/1954")."""

from events.dates.edtf import WINTER, DateParts
from events.dates.historical_date import HistoricalDate
from events.dates.names import SEASONS_VI, grouped, roman


def long_words(date: HistoricalDate) -> str:
    """Gives the words that a page shows."""
    if date.parts is not None:
        about = "khoảng " if date.parts.approximate else ""
        return about + _phrase(date.parts) + (" (chưa chắc chắn)" if date.parts.uncertain else "")
    if date.start is None:
        end = long_words(date.end) if date.end else ""
        return f"đến {end} ({'mốc đầu để mở' if date.open_start else 'chưa rõ mốc đầu'})"
    start = long_words(date.start)
    if date.end is None:
        return f"từ {start} ({'chưa kết thúc' if date.open_end else 'chưa rõ mốc cuối'})"
    if date.start == date.end:
        return start
    return _joined(date.start, date.end) or f"từ {start} đến {long_words(date.end)}"


def short_words(date: HistoricalDate) -> str:
    """Gives words for tight places; what is unspecified is left out, so they may say less, never more."""
    if date.parts is not None:
        about = "khoảng " if date.parts.approximate else ""
        return about + _short_phrase(date.parts) + (" (?)" if date.parts.uncertain else "")
    if date.start is None:
        end = short_words(date.end) if date.end else ""
        return f"đến {end}" if date.open_start else f"? – {end}"
    start = short_words(date.start)
    if date.end is None:
        return f"từ {start}" if date.open_end else f"{start} – ?"
    end = short_words(date.end)
    if start == end:
        return start
    return _short_joined(date.start, date.end) or f"{start} – {end}"


def day_words(year: int, month: int, day: int) -> str:
    """Gives the words of one day."""
    return f"ngày {day} tháng {month} năm {year_number(year)}"


def year_number(year: int) -> str:
    """Writes the number of a year and its era, without the word for year."""
    return f"{grouped(1 - year, '.')} TCN" if year <= 0 else grouped(year, ".")


def _years(first: int, last: int) -> str:
    """Writes a span of years, its era once."""
    start, end = year_number(first), year_number(last)
    if last <= 0:
        return f"{start.removesuffix(' TCN')}–{end}"
    return f"{start} – năm {end}" if first <= 0 else f"{start}–{end}"


def _year_span(parts: DateParts) -> str:
    """Writes the year, or the decade, century or millennium of a year with unspecified digits."""
    first, last = parts.first_year, parts.last_year
    width = last - first + 1
    if width == 1:
        return f"năm {year_number(first)}"
    if width == 10:
        return f"thập niên {first}" if first >= 100 else f"những năm {_years(first, last)}"
    era = "" if first >= 0 else " TCN"
    number = (first if first >= 0 else -last) // width + 1
    return f"{'thế kỉ' if width == 100 else 'thiên niên kỉ'} {roman(number)}{era}"


def _phrase(parts: DateParts) -> str:
    """Writes a date without its qualifier."""
    span = _year_span(parts)
    known_year = parts.first_year == parts.last_year
    of_year = f" {span}" if known_year else f" của một năm chưa rõ thuộc {span}"
    if parts.season == WINTER and known_year:
        return f"mùa đông năm {_years(parts.first_year, parts.first_year + 1)}"
    if parts.season:
        return f"mùa {SEASONS_VI[parts.season]}{of_year}"
    if parts.day:
        return f"ngày {parts.day} tháng {parts.month}{of_year}"
    if parts.month:
        return ("một ngày chưa rõ của " if parts.unknown_day else "") + f"tháng {parts.month}{of_year}"
    if parts.unknown_month:
        return f"một {'ngày' if parts.unknown_day else 'tháng'} chưa rõ của {span}"
    return span


def _short_phrase(parts: DateParts) -> str:
    if parts.first_year != parts.last_year:
        return _year_span(parts)
    if parts.season:
        return _phrase(parts).removeprefix("mùa ").replace(" năm ", " ", 1)
    if 1 <= parts.first_year <= 999:
        # Without the word for year, 3/40 would read as a day and a month.
        return _phrase(parts._replace(unknown_month=False, unknown_day=False))
    numbers = (parts.day, parts.month, year_number(parts.first_year))
    return "/".join(str(number) for number in numbers if number)


def _joined(start: HistoricalDate, end: HistoricalDate) -> str | None:
    """Writes two plain ends of the same precision with what they share said once; None for other ends."""
    one, other = start.parts, end.parts
    if one is None or other is None or not (one.is_plain and other.is_plain):
        return None
    if one.first_year == other.first_year:
        if one.day and other.day and one.month == other.month:
            return f"{one.day}–{_phrase(other).removeprefix('ngày ')}"
        if (one.day and other.day) or (one.month and other.month and not (one.day or other.day)):
            return f"từ {_phrase(one).partition(' năm ')[0]} đến {_phrase(other)}"
        return None
    if one.month or other.month or one.first_year <= 0 < other.first_year:
        return None
    return f"giai đoạn {_years(one.first_year, other.first_year)}"


def _short_joined(start: HistoricalDate, end: HistoricalDate) -> str | None:
    """Writes two plain ends of the same precision in numbers; None for other ends."""
    one, other = start.parts, end.parts
    if one is None or other is None or not (one.is_plain and other.is_plain):
        return None
    if 1 <= one.first_year <= 999 or 1 <= other.first_year <= 999:
        return None
    if one.first_year == other.first_year:
        if one.day and other.day:
            first = str(one.day) if one.month == other.month else f"{one.day}/{one.month}"
            return f"{first}–{_short_phrase(other)}"
        if one.month and other.month and not (one.day or other.day):
            return f"{one.month}–{_short_phrase(other)}"
        return None
    if one.month or other.month or one.first_year <= 0 < other.first_year:
        return None
    return _years(one.first_year, other.first_year)
