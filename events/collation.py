"""The order of names as each language's own lists have it, without the operating system's locales.

Vietnamese: ă and â after a, đ after d, ê, ô, ơ, ư after their plain letters; equal letters by tone (level, falling,
rising-falling, broken, rising, heavy). Russian: ё stands with е; Latin letters come before Cyrillic ones. English: accents
count only between words that are else equal. Marks that are no letters, such as quotation marks, do not count.
"""

import unicodedata
from functools import lru_cache

_ALPHABET = {letter: chr(ord("a") + place) for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = "\N{COMBINING GRAVE ACCENT}\N{COMBINING HOOK ABOVE}\N{COMBINING TILDE}\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}"
_PLAIN = str.maketrans("đøł", "dol")


@lru_cache(maxsize=8192)
def sort_key(text: str, language: str) -> tuple[str, str]:
    """What two names are compared by: their letters, then their accents."""
    parted = _vietnamese if language == "vi" else _others
    letters, accents = zip(*(parted(character) for character in _counted(text)), strict=True) if text else ((), ())
    return "".join(letters).strip(), "".join(accents)


def _counted(text: str) -> str:
    letters = (c if c.isalnum() else " " if c.isspace() else "" for c in unicodedata.normalize("NFC", text.casefold()))
    return "".join(letters) or " "


def _vietnamese(character: str) -> tuple[str, str]:
    base, *marks = unicodedata.normalize("NFD", character)
    tone = next((_TONES.index(mark) + 1 for mark in marks if mark in _TONES), 0)
    letter = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in _TONES))
    return _ALPHABET.get(letter, letter), str(tone)


def _others(character: str) -> tuple[str, str]:
    if character == "ё":
        return "е", "1"
    base, *marks = unicodedata.normalize("NFD", character.translate(_PLAIN))
    # й is a letter of its own, and no и with a mark.
    return (base, "1" if marks else "0") if base.isascii() else (character, "0")
