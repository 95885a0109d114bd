"""One spelling for search: no case, no tone marks, d for đ; the same rule stands in static/js/data/local-source.js."""

import unicodedata

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans({"đ": "d", "ø": "o", "ł": "l"})


def fold(text: str) -> str:
    """`Điện Biên Phủ` and its decomposed form both become `dien bien phu`."""
    plain = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS_WITHOUT_DECOMPOSITION))
    plain = "".join(character for character in plain if unicodedata.category(character) != "Mn")
    return unicodedata.normalize("NFC", plain)


def words(query: str) -> list[str]:
    """The folded words of a query; an event matches when its text holds every one of them."""
    return fold(query).split()
