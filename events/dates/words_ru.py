"""Dates in Russian, long ("21 июля 1954 г.") and short ("21.07.1954")."""

from events.dates.edtf import WINTER, DateParts
from events.dates.historical_date import HistoricalDate
from events.dates.names import MONTHS_RU, MONTHS_RU_GENITIVE, SEASONS_RU, grouped, roman

# What a phrase stands after: nothing, "с" or "около", "по".
NOMINATIVE, GENITIVE, ACCUSATIVE = range(3)
THOUSANDS = "\N{NARROW NO-BREAK SPACE}"
# A year and its short word, and the parts of the era, stay on one line.
BLANK = "\N{NO-BREAK SPACE}"
BEFORE_CHRIST = f" до{BLANK}н.{BLANK}э."
UNKNOWN = {
    "day": ("неизвестный день", "неизвестного дня", "неизвестный день"),
    "month": ("неизвестный месяц", "неизвестного месяца", "неизвестный месяц"),
}


def long_words(date: HistoricalDate) -> str:
    """Gives the words that a page shows."""
    if date.parts is not None:
        about = "около " if date.parts.approximate else ""
        return about + _phrase(date.parts, GENITIVE if about else NOMINATIVE) + _doubt(date.parts, "под вопросом")
    if date.start is None:
        return f"{_after('по', date.end, ACCUSATIVE)} ({'начало открыто' if date.open_start else 'начало неизвестно'})"
    if date.end is None:
        return f"{_after('с', date.start, GENITIVE)} ({'продолжается' if date.open_end else 'конец неизвестен'})"
    if date.start == date.end:
        return long_words(date.start)
    return _joined(date.start, date.end) or f"{long_words(date.start)} – {long_words(date.end)}"


def short_words(date: HistoricalDate) -> str:
    """Gives words for tight places; what is unspecified is left out, so they may say less, never more."""
    if date.parts is not None:
        about = "ок. " if date.parts.approximate else ""
        return about + _short_phrase(date.parts, GENITIVE if about else NOMINATIVE) + _doubt(date.parts, "?")
    if date.start is None:
        return _short_after("по", date.end, ACCUSATIVE) if date.open_start else f"? – {_short(date.end)}"
    if date.end is None:
        return _short_after("с", date.start, GENITIVE) if date.open_end else f"{_short(date.start)} – ?"
    start, end = short_words(date.start), short_words(date.end)
    return start if start == end else _short_joined(date.start, date.end) or f"{start} – {end}"


def day_words(year: int, month: int, day: int) -> str:
    """Gives the words of one day."""
    return f"{day} {MONTHS_RU_GENITIVE[month]} {year_words(year)}"


def year_words(year: int) -> str:
    """Writes a year; its short word reads right in every case."""
    number = grouped(1 - year if year <= 0 else year, THOUSANDS)
    return f"{number}{BLANK}г.{BEFORE_CHRIST if year <= 0 else ''}"


def _doubt(parts: DateParts, words: str) -> str:
    return f" ({words})" if parts.uncertain else ""


def _after(preposition: str, side: HistoricalDate | None, case: int) -> str:
    """Writes one side of an interval after its preposition: "с июля 1954 г.", "примерно по 1965 г."."""
    if side is None or side.parts is None:
        return ""
    about = "примерно " if side.parts.approximate else ""
    return f"{about}{preposition} {_phrase(side.parts, case)}{_doubt(side.parts, 'под вопросом')}"


def _short(side: HistoricalDate | None) -> str:
    return short_words(side) if side else ""


def _short_after(preposition: str, side: HistoricalDate | None, case: int) -> str:
    if side is None or side.parts is None:
        return ""
    about, case = ("ок. ", GENITIVE) if side.parts.approximate else ("", case)
    return f"{preposition} {about}{_short_phrase(side.parts, case)}{_doubt(side.parts, '?')}"


def _years(first: int, last: int) -> str:
    """Writes a span of years, its era once unless it has two."""
    if first <= 0 < last:
        return f"{year_words(first)} – {year_words(last)} н.{BLANK}э."
    numbers = [grouped(1 - year if year <= 0 else year, THOUSANDS) for year in (first, last)]
    return f"{'–'.join(numbers)}{BLANK}гг.{BEFORE_CHRIST if last <= 0 else ''}"


def _year_span(parts: DateParts, case: int) -> str:
    """Writes the year, or the decade, century or millennium of a year with unspecified digits."""
    first, last = parts.first_year, parts.last_year
    width = last - first + 1
    if width == 1:
        return year_words(first)
    if width == 10:
        if first < 100:
            return _years(first, last)
        return f"{first}-х годов" if case == GENITIVE else f"{first}-е годы"
    number = (first if first >= 0 else -last) // width + 1
    word, ending = ("век", "а") if width == 100 else ("тысячелети", "я")
    word += ending if case == GENITIVE else "" if width == 100 else "е"
    return f"{roman(number)}{BLANK}{word}{'' if first >= 0 else BEFORE_CHRIST}"


def _phrase(parts: DateParts, case: int) -> str:
    """Writes a date without its qualifier; what follows its first word stands in the genitive."""
    known_year = parts.first_year == parts.last_year
    span = _year_span(parts, GENITIVE)
    of_year = f" {span}" if known_year else f" неизвестного года {span}"
    months = MONTHS_RU_GENITIVE if case == GENITIVE else MONTHS_RU
    if parts.season == WINTER and known_year:
        return f"{SEASONS_RU[WINTER][case]} {_years(parts.first_year, parts.first_year + 1)}"
    if parts.season:
        return SEASONS_RU[parts.season][case] + of_year
    if parts.day and parts.month:
        return f"{parts.day} {MONTHS_RU_GENITIVE[parts.month]}{of_year}"
    if parts.month and parts.unknown_day:
        return f"{UNKNOWN['day'][case]} {MONTHS_RU_GENITIVE[parts.month]}{of_year}"
    if parts.month:
        return months[parts.month] + of_year
    if parts.unknown_month:
        return f"{UNKNOWN['day' if parts.unknown_day else 'month'][case]} {span}"
    return _year_span(parts, case)


def _short_phrase(parts: DateParts, case: int) -> str:
    if parts.first_year != parts.last_year:
        span = _year_span(parts, case)
        for word, short in (("-е годы", "-е"), ("-х годов", "-х"), ("века", "в."), ("век", "в.")):
            span = span.replace(word, short)
        return span.replace("тысячелетие", "тыс.").replace("тысячелетия", "тыс.")
    if not 1000 <= parts.first_year <= 9999:
        return _phrase(parts._replace(unknown_month=False, unknown_day=False), case)
    if parts.day and parts.month:
        return f"{parts.day:02}.{parts.month:02}.{parts.first_year}"
    phrase = _phrase(parts._replace(unknown_month=False, unknown_day=False), case)
    return phrase.removesuffix(f"{BLANK}гг.").removesuffix(f"{BLANK}г.")


def _plain_pair(start: HistoricalDate, end: HistoricalDate) -> tuple[DateParts, DateParts] | None:
    one, other = start.parts, end.parts
    return (one, other) if one and other and one.is_plain and other.is_plain else None


def _joined(start: HistoricalDate, end: HistoricalDate) -> str | None:
    """Writes two plain ends of the same precision with what they share said once; None for other ends."""
    pair = _plain_pair(start, end)
    if pair is None:
        return None
    one, other = pair
    if one.first_year == other.first_year and one.month and other.month:
        if one.day and other.day:
            first = f"{one.day}–" if one.month == other.month else f"{one.day} {MONTHS_RU_GENITIVE[one.month]} – "
            return first + _phrase(other, NOMINATIVE)
        if one.month != other.month and not (one.day or other.day):
            return f"{MONTHS_RU[one.month]}–{_phrase(other, NOMINATIVE)}"
        return None
    if one.month or other.month or one.first_year == other.first_year:
        return None
    return _years(one.first_year, other.first_year)


def _short_joined(start: HistoricalDate, end: HistoricalDate) -> str | None:
    """Writes two plain ends of the same precision in numbers; None for other ends."""
    pair = _plain_pair(start, end)
    if pair is None or not all(1000 <= parts.first_year <= 9999 for parts in pair):
        return _joined(start, end)
    one, other = pair
    if one.first_year == other.first_year and one.month and other.month:
        if one.day and other.day:
            first = f"{one.day:02}" if one.month == other.month else f"{one.day:02}.{one.month:02}"
            return f"{first}–{_short_phrase(other, NOMINATIVE)}"
        if not (one.day or other.day):
            return f"{MONTHS_RU[one.month]}–{_short_phrase(other, NOMINATIVE)}"
        return None
    return None if one.month or other.month else f"{one.first_year}–{other.first_year}"
