"""No label says more than its date, and a long one says all of it.

What a label may say is worked out here from the EDTF text alone, not with the code that writes the label.
"""

import re

import pytest

from events.dates.display import display, display_short

from .made_dates import made_dates

COUNT = 5000
MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
MONTHS_RU = [
    "январ[ья]", "феврал[ья]", "марта?", "апрел[ья]", "ма[йя]", "июн[ья]",
    "июл[ья]", "августа?", "сентябр[ья]", "октябр[ья]", "ноябр[ья]", "декабр[ья]",
]  # fmt: skip
SEASONS = {
    "en": ["spring", "summer", "autumn", "winter"],
    "vi": ["xuân", "hè", "thu", "đông"],
    "ru": ["весн[аыу]", "лет[ао]", "осен[ьи]", "зим[аыу]"],
}
ABOUT = {"en": r"\bc\. |\baround ", "vi": r"\bkhoảng ", "ru": r"\b(?:около|примерно|ок\.) "}
UNCERTAIN = {
    "en": r"\(uncertain\)|\(\?\)",
    "vi": r"\(chưa chắc chắn\)|\(\?\)",
    "ru": r"\(под вопросом\)|\(\?\)",
}
ROMAN = {"en": "$^", "vi": "kỉ ([IVXLC]+)", "ru": r"([IVXLC]+)\s(?:век|в\.|тыс)"}
THOUSANDS = {"en": ",", "vi": r"\.", "ru": "\N{NARROW NO-BREAK SPACE}"}
LANGUAGES = ["vi", "en", "ru"]
SIDE = re.compile(r"Y?(?P<year>-?\d+X*)(-(?P<month>\d\d|XX))?(-(?P<day>\d\d|XX))?(?P<mark>[~?%]?)")


class Told:
    """What the EDTF text of a date tells: the years, months and days that its label may name."""

    def __init__(self, text):
        self.sides = [SIDE.fullmatch(side) for side in text.split("/") if side not in ("", "..")]
        # A label need not say the same side twice.
        if len({side[0] for side in self.sides}) == 1:
            self.sides = self.sides[:1]
        self.open = ".." in text
        self.unknown_side = text.startswith("/") or text.endswith("/")
        codes = [int(side["month"]) for side in self.sides if (side["month"] or "XX") != "XX"]
        self.months = {code for code in codes if code <= 12}
        self.seasons = {code - 21 for code in codes if code > 12}
        self.days = {int(side["day"]) for side in self.sides if (side["day"] or "XX") != "XX"}
        self.year_digits = [self._year_numbers(side) for side in self.sides]
        self.centuries = {n for side in self.sides for n in self._centuries(side["year"])}
        self.about = sum(side["mark"] in ("~", "%") for side in self.sides)
        self.uncertain = sum(side["mark"] in ("?", "%") for side in self.sides)
        self.unspecified = any(
            "XX" in (side["month"], side["day"]) or (side["month"] and "X" in side["year"]) for side in self.sides
        )

    @staticmethod
    def _year_numbers(side):
        """Gives the numbers that stand for a side's year, counted from Christ both ways; winter has two years."""
        ends = [int(side["year"].replace("X", digit)) for digit in "09"]
        if side["month"] == "24" and "X" not in side["year"]:
            ends[1] += 1
        return {year if year > 0 else 1 - year for year in ends} | ({0} & set(ends))

    @staticmethod
    def _centuries(year):
        """Gives the number of a century or millennium, 1 for the first after or before Christ."""
        known, unknown = year.rstrip("X"), year.count("X")
        return {abs(int(known)) + 1} if unknown > 1 else set()


def numbers(label, language):
    """Gives the numbers in a label, Roman ones too; thousands may be apart."""
    roman = re.findall(ROMAN[language], label)
    plain = re.sub(rf"(?<=\d){THOUSANDS[language]}(?=\d{{3}})", "", label)
    return [int(number) for number in re.findall(r"\d+", plain)] + [from_roman(numeral) for numeral in roman]


def from_roman(numeral):
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in numeral]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def months_named(label, language):
    if language == "vi":
        return {int(number) for number in re.findall(r"tháng (\d+)", label)}
    if language == "ru":
        return {n for n, month in enumerate(MONTHS_RU, 1) if re.search(rf"\b{month}\b", label)}
    return {n for n, month in enumerate(MONTHS, 1) if re.search(rf"\b({month}|{month[:3]})\b", label)}


def seasons_named(label, language):
    return {n for n, season in enumerate(SEASONS[language]) if re.search(rf"\b{season}\b", label)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_label_says_neither_more_nor_less_than_its_date(language):
    for date in made_dates(COUNT, seed=1954):
        told, label = Told(date.text), display(date, language)
        where = f"{date.text}: {label}"
        assert months_named(label, language) == told.months, where
        assert seasons_named(label, language) == told.seasons, where
        years = set().union(*told.year_digits)
        others = told.days | told.centuries | (told.months if language != "en" else set())
        assert set(numbers(label, language)) <= years | others, where
        assert told.days <= set(numbers(label, language)), where
        for digits in told.year_digits:
            assert digits & set(numbers(label, language)) or told.centuries & set(numbers(label, language)), where
        assert len(re.findall(ABOUT[language], label)) == told.about, where
        assert len(re.findall(UNCERTAIN[language], label)) == told.uncertain, where
        assert bool(re.search(r"\((still open|chưa kết thúc|продолжается)\)", label)) == date.open_end, where
        assert bool(re.search(r"\((open start|mốc đầu để mở|начало открыто)\)", label)) == date.open_start, where
        assert bool(re.search(r"\((end unknown|chưa rõ mốc cuối|конец неизвестен)\)", label)) == date.unknown_end, where
        assert bool(re.search(r"\((start unknown|chưa rõ mốc đầu|начало неизвестно)\)", label)) == date.unknown_start, (
            where
        )
        unknown_part = re.search(r"unknown (day|month|year)|một (ngày|tháng|năm) chưa rõ|неизвестн(ый|ого) ", label)
        assert bool(unknown_part) >= told.unspecified, where


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_has_no_month_and_a_month_no_day(language):
    """The rule of the house said once more, over the single dates, in words a reader can check."""
    russian = "|".join(MONTHS_RU)
    day_words = {"vi": r"\bngày\b", "en": rf"\d+ ({'|'.join(MONTHS)})", "ru": rf"\d+ ({russian})"}[language]
    month_words = {"vi": r"\btháng \d", "en": "|".join(MONTHS), "ru": rf"\b({russian})\b"}[language]
    for date in made_dates(COUNT, seed=1945):
        if date.is_interval or date.precision == "day" or "X" in date.text:
            continue
        label = display(date, language)
        assert not re.search(day_words, label), f"{date.text}: {label}"
        if date.precision != "month":
            assert not re.search(month_words, label), f"{date.text}: {label}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_label_never_says_more_than_its_date(language):
    for date in made_dates(COUNT, seed=1975):
        told, label = Told(date.text), display_short(date, language)
        where = f"{date.text}: {label}"
        assert months_named(label, language) <= told.months, where
        assert seasons_named(label, language) <= told.seasons, where
        years = set().union(*told.year_digits)
        others = told.days | told.centuries | (told.months if language != "en" else set())
        assert set(numbers(label, language)) <= years | others, where
        if not date.is_interval:
            assert label.count("/") <= len(told.days) + len(told.months), where
        assert len(re.findall(ABOUT[language], label)) == told.about, where
        assert len(re.findall(UNCERTAIN[language], label)) == told.uncertain, where
        assert bool(re.match(r"from |từ |с ", label)) == date.open_end, where
        assert bool(re.match(r"until |đến |по ", label)) == date.open_start, where
        assert bool(re.search(r"^\? – | – \?$", label)) == told.unknown_side, where


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_era_is_named_for_every_year_before_christ(language):
    era = {"vi": "TCN", "en": "BC", "ru": "до\u00a0н.\u00a0э."}[language]
    for date in made_dates(COUNT, seed=938):
        sides = [side for side in date.text.split("/") if side not in ("", "..")]
        before = [side.startswith(("-", "0000", "Y-", "000X", "00XX", "0XXX")) for side in sides]
        for label in (display(date, language), display_short(date, language)):
            if any(side.startswith(("-", "0000", "Y-")) for side in sides):
                assert era in label, f"{date.text}: {label}"
            if not any(before):
                assert era not in label, f"{date.text}: {label}"
