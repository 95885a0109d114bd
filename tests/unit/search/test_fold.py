"""Search knows no tone marks, no case, and d for đ."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.search import fold, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Điện Biên Phủ", "dien bien phu"),
        (unicodedata.normalize("NFD", "Điện Biên Phủ"), "dien bien phu"),
        ("ĐIỆN BIÊN", "dien bien"),
        ("Москва́ ё", "москва е"),
        ("Nguyễn Ái Quốc", "nguyen ai quoc"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=80))
def test_composed_and_decomposed_fold_alike(text):
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


def test_words_are_split_at_any_blank():
    assert words("  Thành\u00a0Đô  1990 ") == ["thanh", "do", "1990"]
