"""What an event lacks, check by check."""

from dataclasses import replace

import pytest

from events.completeness import CHECKS, Cited, Told, lacking

TEXTS = {f"{name}_{code}": "word " * 50 for name in ("title", "summary", "significance") for code in ("vi", "en")}
WHOLE = Told(TEXTS, 1, 1, (Cited("a", "§1", True, ("ghi chú", "note")), Cited("b", "§2", True)))


def names(told):
    return [check.name for check in lacking(told)]


def test_a_whole_event_lacks_nothing():
    assert names(WHOLE) == []


@pytest.mark.parametrize("column", sorted(TEXTS))
def test_each_text_is_missed(column):
    told = replace(WHOLE, texts=TEXTS | {column: "  "})
    assert len(names(told)) == (2 if column == "summary_en" else 1)


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"texts": TEXTS | {"summary_en": "word " * 39}}, ["length"]),
        ({"texts": TEXTS | {"summary_en": "word " * 91}}, ["length"]),
        ({"themes": 0}, ["theme"]),
        ({"citations": ()}, ["source", "two_sources"]),
        ({"citations": (), "importance": 2}, ["source"]),
        ({"citations": (Cited("a", "§1", True), Cited("a", "§2", True))}, ["two_sources"]),
        ({"citations": (Cited("a", " ", True), Cited("b", "§2", True))}, ["locator"]),
        ({"citations": (Cited("a", "§1", False), Cited("b", "§2", True))}, ["standpoint"]),
        ({"citations": (Cited("a", "§1", True, ("chỉ có", "")), Cited("b", "§2", True))}, ["notes"]),
    ],
)
def test_each_check(change, missing):
    assert names(replace(WHOLE, **change)) == missing


def test_names_and_anchors():
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.anchor for check in CHECKS)
