"""A text that is missing in the reader's language is read in another one, and says in which."""

import re
from decimal import Decimal

import pytest
from django.utils.translation import override

from events.collation import sort_key
from events.languages import Borrowed, borrowed_from, columns, in_every_language, in_language
from events.models import Event, Theme
from events.templatetags.languages import lang_mark, marked
from events.timeline_data.columnar import borrowed
from events.timeline_data.strings import timeline_strings
from events.views.numbers import number_words

TEXTS = {"vi": "Hội đàm", "en": "Talks", "ru": "Переговоры"}


@pytest.mark.parametrize(
    ("there", "asked", "text", "language"),
    [
        ("vi en ru", "ru", "Переговоры", ""),
        ("vi en", "ru", "Talks", "en"),
        ("vi", "ru", "Hội đàm", "vi"),
        ("vi ru", "en", "Hội đàm", "vi"),
        ("en ru", "vi", "Talks", "en"),
        # What is written in Russian alone stands in for nothing.
        ("ru", "vi", "", ""),
    ],
)
def test_the_language_asked_then_english_then_vietnamese(there, asked, text, language):
    found = in_language({code: TEXTS[code] for code in there.split()}, asked)
    assert (found, borrowed_from(found)) == (text, language)


def test_every_language_at_once():
    found = in_every_language({"vi": "Hội đàm", "en": "Talks", "ru": ""})
    assert found == {"vi": "Hội đàm", "en": "Talks", "ru": "Talks"}
    assert [borrowed_from(text) for text in found.values()] == ["", "", "en"]


def test_a_record_reads_in_the_language_of_the_page():
    theme = Theme(name_vi="Viện trợ", name_en="Aid")
    with override("ru"):
        assert (theme.name, borrowed_from(theme.name)) == ("Aid", "en")
        theme.name_ru = "Помощь"
        assert (theme.name, borrowed_from(theme.name)) == ("Помощь", "")


def test_only_vietnamese_and_english_are_required():
    required = {name for name in columns("title") if not Event._meta.get_field(name).blank}
    assert required == {"title_vi", "title_en"}


def test_a_borrowed_text_is_marked_and_escaped():
    text = Borrowed("Talks <1954>", "en")
    assert marked(text) == '<span lang="en">Talks &lt;1954&gt;</span>'
    assert lang_mark(text) == ' lang="en"'
    assert (marked("Talks & more"), lang_mark("Talks")) == ("Talks &amp; more", "")


def test_runs_of_borrowed_titles():
    titles = ["a", Borrowed("b", "en"), Borrowed("c", "en"), "d", Borrowed("e", "vi"), Borrowed("f", "en")]
    assert borrowed(titles) == {"en": [1, 2, 5, 1], "vi": [4, 1]}
    assert borrowed(["a", "b"]) == {}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("vi", ["An", "ăn", "âm", "ba", "bà", "bả", "bã", "bá", "bạ", "can", "Dương", "Đào", "“Đổi mới”", "em", "ô tô", "ơn"]),
        ("en", ["cafe", "café", "Đổi mới", "“Doubt”", "emu"]),
        ("ru", ["Boeing", "Ежов", "Ёлкин", "Емеля", "Иванов", "Йод", "Яна"]),
    ],
)  # fmt: skip
def test_names_stand_in_the_order_of_their_language(language, names):
    def in_order(texts):
        return sorted(texts, key=lambda text: sort_key(text, language))

    assert in_order(reversed(names)) == names


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "2.362.682,5"), ("en", "2,362,682.5"), ("ru", "2\u202f362\u202f682,5")]
)
def test_numbers_are_written_as_the_language_does(language, words):
    assert number_words(Decimal("2362682.50"), language) == words


def test_the_drawing_has_its_words_in_every_language():
    def shape(words):
        return {key: sorted(re.findall(r"\{\w+\}", str(text))) for key, text in words.items()}

    english = shape(timeline_strings("en"))
    for language, own in {"vi": set(), "ru": {"months_of_day", "events_few", "events_many"}}.items():
        words = shape(timeline_strings(language))
        assert set(words) == set(english) | own
        assert {key: found for key, found in words.items() if key in english and key != "window_part"} == {
            key: found for key, found in english.items() if key != "window_part"
        }
