"""Three states of a form joined: nothing typed is lost, nothing of the others is taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.merge import Fate, TypedRow, Who, merge_rows, merge_values


@pytest.mark.parametrize(
    ("began", "typed", "present", "merged", "who"),
    [
        ("a", "a", "a", "a", None),
        ("a", "b", "b", "b", None),
        ("a", "a", "c", "c", Who.THEIRS),
        ("a", "b", "a", "b", Who.MINE),
        ("a", "b", "c", "b", Who.BOTH),
        (None, "a", "c", "a", Who.BOTH),
    ],
)
def test_one_field(began, typed, present, merged, who):
    start = None if began is None else {"title": (began,)}
    values, differences = merge_values(start, {"title": (typed,)}, {"title": (present,)})
    assert values == {"title": (merged,)}
    assert [each.who for each in differences] == ([who] if who else [])


choices = st.frozensets(st.sampled_from("abcdef"))


@given(choices, choices, choices)
def test_lists_of_choices_keep_what_each_side_added_and_left_out(began, typed, present):
    start, mine, theirs = ({"themes": tuple(sorted(each))} for each in (began, typed, present))
    merged = set(merge_values(start, mine, theirs, lists=["themes"])[0]["themes"])
    assert (typed - began) <= merged
    assert not (began - typed) & merged - (present - began)
    assert (present - began) - (began - typed) <= merged


texts = st.dictionaries(st.sampled_from("xyz"), st.sampled_from("abc").map(lambda text: (text,)), min_size=3)


@given(texts, texts, texts)
def test_no_typed_text_is_lost_and_no_text_of_others_is_unseen(began, typed, present):
    values, differences = merge_values(began, typed, present)
    told = {each.field for each in differences}
    for name in typed:
        assert values[name] == typed[name] or (typed[name] == began[name] and values[name] == present[name])
        assert name in told or values[name] == present[name]


def row(text):
    return {"note": (text,)}


def fates(rows):
    return [(one.key, one.values["note"][0], one.fate, one.delete) for one in rows]


def test_rows_of_a_list():
    began = {"1": row("a"), "2": row("b"), "3": row("c"), "4": row("d"), "5": row("e")}
    typed = [
        TypedRow("1", row("mine")), TypedRow("2", row("b")), TypedRow("3", row("c"), delete=True),
        TypedRow("4", row("d"), delete=True), TypedRow("5", row("mine")), TypedRow("", row("new")),
    ]  # fmt: skip
    present = {"1": row("theirs"), "3": row("c"), "4": row("theirs"), "6": row("added")}
    assert fates(merge_rows(began, typed, present)) == [
        ("1", "mine", Fate.KEPT, False),
        ("3", "c", Fate.KEPT, True),
        ("4", "theirs", Fate.DELETED_BY_ME, False),
        ("6", "added", Fate.ADDED_BY_THEM, False),
        ("", "mine", Fate.DELETED_BY_THEM, False),
        ("", "new", Fate.ADDED_BY_ME, False),
    ]
