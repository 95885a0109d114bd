"""The one word-level difference: exact, in whole phrases, and never slow."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from events.exchange.difference import Piece, word_difference

texts = st.lists(st.sampled_from(["Hà", "Nội", "1954", " ", "\n", "war,", "war", "  "]), max_size=40).map("".join)


def test_it_names_the_words_that_went_and_came():
    assert word_difference("China sent 100 advisers in 1950.", "China sent about 80 advisers in 1950.") == [
        Piece("same", "China sent "),
        Piece("removed", "100"),
        Piece("added", "about 80"),
        Piece("same", " advisers in 1950."),
    ]


def test_neighbouring_changes_read_as_one_phrase():
    assert word_difference("một hai ba bốn", "một năm sáu bốn") == [
        Piece("same", "một "),
        Piece("removed", "hai ba"),
        Piece("added", "năm sáu"),
        Piece("same", " bốn"),
    ]


def test_nothing_and_everything():
    assert word_difference("", "") == []
    assert word_difference("như cũ", "như cũ") == [Piece("same", "như cũ")]
    assert word_difference("", "mới") == [Piece("added", "mới")]
    assert word_difference("cũ", "") == [Piece("removed", "cũ")]


@given(texts, texts)
@settings(max_examples=300, deadline=None)
def test_both_texts_can_be_read_back(old, new):
    pieces = word_difference(old, new)
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new
    assert all(text for _kind, text in pieces)


def test_a_huge_text_is_compared_at_once():
    begun = time.process_time()
    pieces = word_difference("cũ " * 200_000, "mới " * 200_000)
    assert time.process_time() - begun < 5
    assert [piece.kind for piece in pieces][:2] == ["removed", "added"]
