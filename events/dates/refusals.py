"""Guesses why a text is no date and what its writer meant, most likely reading first.

Every diagnosis is an error with the EDTF texts it suggests; ``historical_date`` takes the first whose
suggestions are themselves dates. The texts are already trimmed and at most 100 characters long.
"""

import re
import unicodedata
from collections.abc import Iterator

from events.dates.errors import HistoricalDateError
from events.dates.refused_orders import order_diagnoses
from events.dates.refused_years import year_diagnoses

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
MARKS = re.compile("[~?%]")
ABOUT = re.compile(r"(?:c\.|ca\.?|circa|about|around|khoảng|около|ок\.)\s*(?:năm\s+)?(\S+)(?: г\.)?", re.IGNORECASE)
OPEN_WORDS = {"open", "now", "today", "present", "nay", "hiện nay", "đến nay", "настоящее время", "..."}
UNKNOWN_WORDS = {"unknown", "?", "chưa rõ", "không rõ", "неизвестно"}
TIME_OF_DAY = re.compile(r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})[T ].*")


def diagnoses(text: str) -> Iterator[HistoricalDateError]:
    """Yields the possible errors of a text that the grammar refuses; the last one fits any text."""
    if not text:
        yield HistoricalDateError(text, "empty")
    plain = _plain(text)
    if plain != text:
        yield HistoricalDateError.with_repair(text, "other_characters", plain)
        yield from (error.about(text) for error in diagnoses(plain) if error.code != "unreadable")
    if text.startswith(("[", "{")):
        yield HistoricalDateError(text, "set")
    yield from _mark_diagnoses(text)
    yield from order_diagnoses(text)
    yield from year_diagnoses(text)
    yield from _interval_diagnoses(text)
    without_blanks = "".join(text.split())
    if without_blanks != text:
        yield HistoricalDateError.with_repair(text, "blanks", without_blanks)
    yield HistoricalDateError(text, "unreadable")


def _plain(text: str) -> str:
    """Gives the text with dashes as hyphens and digits of any script as 0-9."""
    text = unicodedata.normalize("NFKC", text).translate(DASHES)
    return "".join(str(unicodedata.decimal(c, c)) for c in text)


def _mark_diagnoses(text: str) -> Iterator[HistoricalDateError]:
    """Yields the readings of a text with its qualifier in the wrong place, twice, or as a word."""
    marks = set(MARKS.findall(text))
    if marks and "/" not in text:
        mark = marks.pop() if len(marks) == 1 else "%"
        yield HistoricalDateError.with_repair(text, "qualifier_place", MARKS.sub("", text) + mark)
    about = ABOUT.fullmatch(text)
    if about:
        yield HistoricalDateError.with_repair(text, "qualifier_place", about[1] + "~")


def _interval_diagnoses(text: str) -> Iterator[HistoricalDateError]:
    """Yields the readings of an interval, or one side of it, written in another way."""
    time_of_day = TIME_OF_DAY.fullmatch(text)
    if time_of_day:
        yield HistoricalDateError(text, "time_of_day", {"day": time_of_day[1]}, (time_of_day[1],))
    if text.casefold() in OPEN_WORDS:
        yield HistoricalDateError(text, "open_word")
    if text.casefold() in UNKNOWN_WORDS:
        yield HistoricalDateError(text, "unknown_word")
    if text == "..":
        yield HistoricalDateError(text, "no_known_end")
    start, dots, end = text.partition("..")
    if dots and "/" not in text:
        yield HistoricalDateError.with_repair(text, "interval_dots", f"{start or '..'}/{end or '..'}")
    if text.count("/") > 1:
        yield HistoricalDateError(text, "slashes")
