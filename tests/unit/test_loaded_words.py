"""No title, summary or significance takes a side in its own voice; the words are listed in docs/loaded-words.md."""

import pytest

from events.models import Event
from tests.unit.loaded_words import HEADINGS, LoadedWords, sections
from tests.unit.project_record import all_records

LANGUAGES = ("vi", "en")


@pytest.fixture(scope="module")
def lists():
    return sections()


def test_the_lists_are_complete_small_and_said_once(lists):
    for heading in HEADINGS.values():
        assert len(lists[heading]) >= 40
        assert len(lists[f"Attribution: {heading}"]) >= 20
        assert all(word == word.lower() for word in lists[heading])
    for words in lists.values():
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The puppet government fell.", ["puppet"]),
        ("en", "The article calls it a puppet government.", []),
        ("en", "Hanoi spoke of a “puppet” government.", []),
        ("en", "A “puppet” fell. A glorious day came.", ["glorious"]),
        ("en", "According to Moscow the aggressors withdrew. The aggressors withdrew.", ["aggressors"]),
        ("en", "The National Liberation Front opened a mission.", []),
        ("en", "The army liberated the town.", ["liberated"]),
        ("vi", "Quân ngụy rút lui trước bè lũ tay sai.", ["ngụy", "bè lũ", "tay sai"]),
        ("vi", "Theo bài viết, quân xâm lược đã rút.", []),
        ("vi", "Mặt trận Dân tộc Giải phóng miền Nam mở cơ quan.", []),
        ("vi", "Trận đánh oanh liệt diễn ra. Ông nói vậy.", ["oanh liệt"]),
        ("vi", "Giặc rút.", ["Giặc"]),
    ],
)
def test_a_word_needs_a_speaker(language, text, words, lists):
    assert [word for word, _sentence in LoadedWords(language, lists).unattributed(text)] == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_record_takes_no_side(language, lists):
    words = LoadedWords(language, lists)
    checked, found = 0, []
    for record in all_records():
        if record.model is Event:
            for name in ("title", "summary", "significance"):
                field = f"{name}_{language}"
                checked += 1
                for word, sentence in words.unattributed(record.values[field]):
                    found.append(f"{record.at(field)} {record.label} {field}: “{word}” in: {sentence}")
    assert checked > 400
    assert found == [], "say who says it, or find a plainer word; see docs/loaded-words.md"
