"""Names of months and seasons, and numerals, that the words of several languages share."""

MONTHS_EN = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS_RU = (
    "",
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
MONTHS_RU_GENITIVE = tuple(f"{name}а" if name.endswith("т") else f"{name[:-1]}я" if name else "" for name in MONTHS_RU)
SEASONS_EN = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
SEASONS_VI = {21: "xuân", 22: "hè", 23: "thu", 24: "đông"}

# Nominative, genitive, accusative.
SEASONS_RU = {
    21: ("весна", "весны", "весну"),
    22: ("лето", "лета", "лето"),
    23: ("осень", "осени", "осень"),
    24: ("зима", "зимы", "зиму"),
}

ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def roman(number: int) -> str:
    """Writes a number from 1 to 100 in Roman numerals, as Vietnamese and Russian count centuries."""
    text = ""
    for value, numeral in ROMAN:
        while number >= value:
            text += numeral
            number -= value
    return text


def ordinal_en(number: int) -> str:
    """Writes a number as an English ordinal: 1st, 2nd, 11th, 21st."""
    ending = "th" if number % 100 in (11, 12, 13) else ORDINAL_ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def grouped(number: int, separator: str) -> str:
    """Writes a number with its thousands apart, but a year of four digits as it is usual, in one piece."""
    return f"{number:,}".replace(",", separator) if number > 9999 else str(number)
