"""Tells the language of a name by its script, so that a screen reader speaks it right."""

import unicodedata

# Script by the first word of a character's Unicode name.
_SCRIPTS = {
    "CYRILLIC": "ru",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "THAI": "th",
    "KHMER": "km",
    "LAO": "lo",
}


def language_of(text: str) -> str:
    """The language of the first letter that is not Latin; empty for Latin text, whose language nobody can see."""
    names = (unicodedata.name(character, "").split(" ")[0] for character in text)
    return next((_SCRIPTS[name] for name in names if name in _SCRIPTS), "")
