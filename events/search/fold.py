"""One spelling for search: no case, no marks, d for đ; the same rule stands in static/js/data/fold.js.

Dropping marks makes е of ё and и of й: a search forgives both, as it forgives tone marks.
"""

import re
import unicodedata

# Letters that carry their stroke in one piece; ð is what old Vietnamese files hold for đ.
_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe"})
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """`Điện Biên Phủ` and its decomposed form both become `dien bien phu`."""
    plain = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS_WITHOUT_DECOMPOSITION))
    plain = "".join(character for character in plain if unicodedata.category(character) != "Mn")
    return unicodedata.normalize("NFC", plain)


def words(text: str) -> list[str]:
    """The folded words of a text: runs of letters and digits, whatever stands between them."""
    return _WORD.findall(fold(text))


def marked_words(text: str) -> list[str]:
    """The words of a text with their marks, to tell which of two finds has the marks that were typed."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def spelled(text: str) -> str:
    """The folded words, each after a blank, so that a word is found by its beginning: ` dien bien phu`."""
    return "".join(f" {word}" for word in words(text))
