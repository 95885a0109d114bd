"""One slip of the finger still leads to the word that was meant."""

from itertools import permutations

import pytest

from events.timeline_data.did_you_mean import mended, one_edit_apart


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("geneva", "gneva", True),
        ("geneva", "genneva", True),
        ("geneva", "gineva", True),
        ("geneva", "geneav", True),
        ("geneva", "egneva", True),
        ("geneva", "genev", True),
        ("geneva", "ageneva", True),
        ("съезд", "сьезд", True),
        ("geneva", "geneva", False),
        ("geneva", "gnva", False),
        ("geneva", "egnvea", False),
        ("geneva", "gevena", False),
        ("ab", "ba", True),
        ("", "a", True),
        ("a", "b", True),
    ],
)
def test_one_edit(a, b, apart):
    assert one_edit_apart(a, b) is apart
    assert one_edit_apart(b, a) is apart


def test_every_slip_in_a_word_is_one_edit():
    word, letters = "thanhdo", "aty"
    slips = {word[:i] + word[i + 1 :] for i in range(len(word))}
    slips |= {word[:i] + letter + word[i:] for i in range(len(word) + 1) for letter in letters}
    slips |= {word[:i] + letter + word[i + 1 :] for i in range(len(word)) for letter in letters}
    slips |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    assert all(one_edit_apart(word, slip) for slip in slips - {word})
    others = {"".join(order) for order in permutations("thd", 3)} | {"thanh", "dothanh", "thanhdoxy"}
    assert not any(one_edit_apart(word, other) for other in others)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gneva", "geneva"),
        ("genva", "geneva"),
        ("Gẽnva", "geneva"),
        ("hiep dnh", "hiep dinh"),
        ("hiệp đnh", "hiệp định"),
        ("chengdu tlaks", "chengdu talks"),
        ("kisinger", "kissinger"),
        ("geneva xyzzy", None),
        ("xy", None),
        ("%", None),
    ],
)
def test_mended(index, typed, meant):
    found = mended(index, typed)
    assert found[:1] == ([meant] if meant else [])
    if meant:
        assert index.holding(meant.split()) or "định" in meant


def test_known_words_that_stand_nowhere_together_are_tried_one_by_one(index):
    assert not index.holding(["vien", "phu"])
    found = mended(index, "vien phu")
    assert "dien phu" in found
    assert all(len(set(other.split()) & {"vien", "phu"}) == 1 for other in found)
