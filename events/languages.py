"""The languages of the interface and the record, and the one rule for a text that is missing in the reader's own."""

from collections.abc import Mapping

from django.conf import settings

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
# Every text of the record is written in these; a text in any other language may be missing.
REQUIRED = ("vi", "en")
# Who lacks a text in a language of their own reads it in the first of these that has it.
STANDING_IN = ("en", "vi")


class Borrowed(str):
    """A text that stands in for a missing one; `language` is the code of its own language."""

    __slots__ = ("language",)

    def __new__(cls, text: str, language: str):
        borrowed = super().__new__(cls, text)
        borrowed.language = language
        return borrowed


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in a language, else Borrowed from another; empty when there is none. `texts` are by language code."""
    if own := texts.get(language, ""):
        return own
    return next((Borrowed(texts[code], code) for code in STANDING_IN if texts.get(code)), "")


def column_in(values: Mapping[str, str], name: str, language: str) -> str:
    """The same from columns: `title_vi`, `title_en`, … of `name` "title"."""
    return in_language({code: values[f"{name}_{code}"] for code in LANGUAGES}, language)


def in_every_language(texts: Mapping[str, str]) -> dict[str, str]:
    """What the readers of each language are shown."""
    return {code: in_language(texts, code) for code in LANGUAGES}


def borrowed_from(text: str) -> str:
    """The language of a text that stands in for a missing one; empty for a text in the reader's own language."""
    return text.language if isinstance(text, Borrowed) else ""


def columns(name: str, languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ...]:
    """`title_vi`, `title_en`, …"""
    return tuple(f"{name}_{code}" for code in languages)
