"""The words of the record: both languages say the same, in clean letters, and in our own words."""

import re
import unicodedata
from collections.abc import Iterator

import pytest

from events.exchange.records import Record
from events.models import Event, Source
from tests.unit.own_words import SOURCE_TEXTS, Sources, official_names
from tests.unit.project_record import all_records
from tests.unit.told_numbers import told_numbers

LANGUAGES = ("vi", "en")
FEWEST_WORDS, MOST_WORDS = 40, 90
MIXED_WORD = re.compile(r"\w*(?:[A-Za-zÀ-ɏ][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zÀ-ɏ])\w*")
# Field of an event whose numbers differ between the languages, each with the reason.
NUMBERS_DIFFER: dict[tuple[str, str], str] = {}
# Printed titles and names are the source's own words by right.
NOT_OUR_WORDS = {Source: ("original_title", "author", "container")}


def texts() -> Iterator[tuple[Record, str, str]]:
    for record in all_records():
        for name, value in record.values.items():
            if isinstance(value, str) and name not in NOT_OUR_WORDS.get(record.model, ()):
                yield record, name, value


def events() -> list[Record]:
    return [record for record in all_records() if record.model is Event]


def test_all_letters_are_composed_in_the_files_themselves(settings):
    for path in sorted((settings.BASE_DIR / "fixtures").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name


def test_no_word_mixes_scripts():
    assert [
        (record.label, match.group()) for record, _name, text in texts() for match in MIXED_WORD.finditer(text)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_summaries_have_forty_to_ninety_words(language):
    lengths = {event.key[0]: len(event.values[f"summary_{language}"].split()) for event in events()}
    assert {slug: length for slug, length in lengths.items() if not FEWEST_WORDS <= length <= MOST_WORDS} == {}


def test_both_languages_tell_the_same_numbers():
    differing = {}
    for event in events():
        for name in ("title", "summary", "significance"):
            told = [told_numbers(event.values[f"{name}_{language}"], language) for language in LANGUAGES]
            if told[0] != told[1]:
                differing[event.key[0], name] = told
    assert {key: told for key, told in differing.items() if key not in NUMBERS_DIFFER} == {}
    assert set(NUMBERS_DIFFER) <= set(differing)
    assert all(NUMBERS_DIFFER.values())


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        (
            "Ngày 21 tháng 7 năm 1954, 2.362.682 tấn, 26,5 triệu, 12%",
            "vi",
            {"21", "7", "1954", "2362682", "26.5", "12%"},
        ),
        (
            "On 21 July 1954: 2,362,682 tons, 26.5 million, 12 per cent",
            "en",
            {"21", "7", "1954", "2362682", "26.5", "12%"},
        ),
        ("Cách mạng tháng Tám; tháng Mười hai", "vi", {"8", "12"}),
        ("It may march in May, not on 3 March", "en", {"5", "3"}),
        ("hết năm 1954.", "vi", {"1954"}),
    ],
)
def test_numbers_are_read_alike_in_both_languages(text, language, numbers):
    assert told_numbers(text, language) == numbers


def test_a_copied_run_is_found_and_an_official_name_is_not():
    names = [" treaty of friendship and cooperation between one and another "]
    source = "It was then that all of them signed the Treaty of Friendship and Cooperation between One and Another."
    sources = Sources([source], names)
    assert sources.shared("Then, it was THEN that all of them signed it", "en") == [
        "it was then that all of them signed"
    ]
    assert sources.shared("It was then that all of them agreed", "en") == []
    assert sources.shared("In the Treaty of Friendship and Co-operation between One and Another", "en") == []
    assert sources.shared("The treaty of friendship and cooperation between one and another was signed", "en") == []


def test_nothing_is_copied_from_the_sources():
    paths = sorted(SOURCE_TEXTS.glob("*.txt"))
    if not paths:
        pytest.skip(f"the source texts are not in {SOURCE_TEXTS}: that nothing is copied was NOT checked")
    sources = Sources((path.read_text(encoding="utf-8") for path in paths), official_names())
    copied = [
        f"{record.at(name)} {record.label} {name}: {run}"
        for record, name, text in texts()
        for run in sources.shared(unicodedata.normalize("NFC", text), "en" if name.endswith("_en") else "vi")
    ]
    assert copied == []
