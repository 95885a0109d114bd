"""Numbers as each language writes them."""

from decimal import Decimal

# Thousands and decimal marks.
_MARKS = {"vi": (".", ","), "en": (",", "."), "ru": ("\N{NARROW NO-BREAK SPACE}", ",")}


def number_words(value: Decimal, language: str) -> str:
    """`2.362.682` in Vietnamese, `2,362,682` in English, `2 362 682` in Russian; zeros after the decimal mark are dropped."""
    thousands, decimal = _MARKS[language]
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans({",": thousands, ".": decimal}))
