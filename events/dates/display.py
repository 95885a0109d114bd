"""Dates in the reader's words; no label says more than the date does."""

from collections.abc import Callable
from functools import lru_cache
from types import ModuleType

from events.dates import words_en, words_ru, words_vi
from events.dates.day_number import from_day_number
from events.dates.historical_date import HistoricalDate

LANGUAGES: dict[str, ModuleType] = {"vi": words_vi, "en": words_en, "ru": words_ru}


@lru_cache(maxsize=16_384)
def display(date: HistoricalDate, language: str) -> str:
    """Gives a date in words, such as "khoảng năm 1965" or "5–18 December 1986"; language is vi, en or ru."""
    words: Callable[[HistoricalDate], str] = _language(language).long_words
    return words(date)


@lru_cache(maxsize=16_384)
def display_short(date: HistoricalDate, language: str) -> str:
    """Gives a date for tight places, such as "21/7/1954" or "21 Jul 1954"; it may say less than the date."""
    words: Callable[[HistoricalDate], str] = _language(language).short_words
    return words(date)


def display_day(day_number: int, language: str) -> str:
    """Gives the words of one day number, such as "21 July 1954"."""
    words: Callable[[int, int, int], str] = _language(language).day_words
    return words(*from_day_number(day_number))


def _language(language: str) -> ModuleType:
    """Finds the words of a language code such as vi, en or en-gb."""
    try:
        return LANGUAGES[language.partition("-")[0]]
    except KeyError:
        raise ValueError(f'no date words for the language "{language}"; known are {", ".join(LANGUAGES)}') from None
