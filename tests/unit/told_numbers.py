"""The numbers that a text tells in digits, so that both languages can be held against each other."""

import re

from events.dates.names import MONTHS_EN

# "may" is a verb and "march" another: these months count only beside a number or after "in".
ENGLISH_MONTH = re.compile(
    rf"\b(?:{'|'.join(name for name in MONTHS_EN if name not in ('', 'May', 'March'))})\b"
    r"|\b(?:May|March)\b(?=,? \d)|(?<=\d )(?:May|March)\b|(?<=\b[Ii]n )(?:May|March)\b"
)
VIETNAMESE_MONTHS = ["giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"]
VIETNAMESE_MONTH = re.compile(rf"\btháng ({'|'.join(reversed(VIETNAMESE_MONTHS))})\b(?! \d)", re.IGNORECASE)
NUMBER = {
    "vi": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
}
SEPARATORS = {"vi": (".", ","), "en": (",", ".")}
PER_CENT = re.compile(r"\s*(?:phần trăm|per cent|%)")


def told_numbers(text: str, language: str) -> set[str]:
    """Numbers without separators and with a decimal point, months as their number, `12%` for a share."""
    if language == "en":
        text = ENGLISH_MONTH.sub(lambda match: str(MONTHS_EN.index(match.group())), text)
    else:
        text = VIETNAMESE_MONTH.sub(lambda match: str(VIETNAMESE_MONTHS.index(match.group(1).lower()) + 1), text)
    thousands, point = SEPARATORS[language]
    numbers = set()
    for match in NUMBER[language].finditer(text):
        number = match.group().replace(thousands, "").replace(point, ".")
        numbers.add(number + ("%" if PER_CENT.match(text, match.end()) else ""))
    return numbers
