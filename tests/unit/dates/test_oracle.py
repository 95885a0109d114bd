"""The bounds of dates against those of the `edtf` package, with every difference named and counted.

The package takes milliseconds a parse and prints on failure, so the dates are few, fixed by a seed, and its output is lost.
"""

import collections
import contextlib
import io
import random

import edtf
import pytest

from events.dates import HistoricalDate, HistoricalDateError
from events.dates.day_number import from_day_number

from .made_dates import made_text

INFINITE = (float("inf"), float("-inf"))
KINDS = {
    "same",
    "reversed",
    "winter",
    "unknown side",
    "swapped",
    "refuses: unspecified digits in an interval or qualified",
    "refuses: qualified season",
    "refuses: long year with a month or season",
    "refuses: long year in an interval or qualified",
}


def their_bounds(text):
    """Gives the package's first and last day, None for an open side; the error's name when it fails."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            date = edtf.parse_edtf(text)
            bounds = date.lower_strict(), date.upper_strict()
        except Exception as error:  # it fails in many ways: a parse error, AttributeError, TypeError
            return type(error).__name__
    return tuple(None if bound in INFINITE else tuple(bound[:3]) for bound in bounds)


def our_bounds(text):
    date = HistoricalDate.parse(text)
    return tuple(None if day is None else from_day_number(day) for day in (date.earliest, date.latest))


def difference(text):
    """Names how the package differs on a text: "same" when it does not, None when no known fault explains it."""
    theirs = their_bounds(text)
    try:
        ours = our_bounds(text)
    except HistoricalDateError as error:
        # The package takes an interval backwards.
        return "reversed" if error.code == "reversed" else None
    if ours == theirs:
        return "same"
    sides = text.split("/")
    if isinstance(theirs, str):
        return their_refusal(text, sides)
    if len(sides) == 2 and "" in sides:
        # For a side that nobody knows the package invents a day ten years away; here it is None.
        known = 0 if sides[1] == "" else 1
        return "unknown side" if ours[known] == theirs[known] or "-24" in text else None
    if any("-24" in side for side in sides):
        # The package's winter is the December alone; here it lasts to the end of February.
        return "winter" if ours[0] == theirs[0] else None
    if text.startswith("-") and "-XX" in text:
        # Before Christ the package gives the last unspecified day first and the first last.
        return "swapped" if theirs[0] > theirs[1] else None
    if "X" in text and "02-29" in text:
        # The package takes 29 February in years that have none.
        return "leap day"
    return None


def their_refusal(text, sides):
    """Names a form that the package refuses or dies on."""
    plain = [side.rstrip("~?%") for side in sides]
    if any("X" in side for side in sides) and (len(sides) == 2 or plain != sides):
        return "refuses: unspecified digits in an interval or qualified"
    if any(side[-3:-1] == "-2" and side[-1] in "1234" for side in plain) and plain != sides:
        return "refuses: qualified season"
    if any(side.startswith("Y") and side.count("-") > side.startswith("Y-") for side in sides):
        return "refuses: long year with a month or season"
    if any(side.startswith("Y") for side in sides) and (len(sides) == 2 or plain != sides):
        return "refuses: long year in an interval or qualified"
    if "X" in text:
        return "refuses: unspecified digits before a season"
    return None


def test_five_hundred_dates_agree_or_differ_for_a_known_reason():
    rng = random.Random(1954)
    found = collections.Counter()
    for _ in range(500):
        text = made_text(rng)
        kind = difference(text)
        assert kind is not None, f"{text}: the package gives {their_bounds(text)}"
        found[kind] += 1
    assert found["same"] > 200
    assert set(found) == KINDS


@pytest.mark.parametrize(
    ("text", "theirs", "kind"),
    [
        ("1965-24", ((1965, 12, 1), (1965, 12, 31)), "winter"),
        ("1954/1945", ((1954, 1, 1), (1945, 12, 31)), "reversed"),
        ("1986/", ((1986, 1, 1), (1996, 1, 1)), "unknown side"),
        ("/1986", ((1976, 12, 31), (1986, 12, 31)), "unknown side"),
        ("-0257-12-XX", ((-257, 12, 31), (-257, 12, 1)), "swapped"),
        ("156X-02-29", ((1560, 2, 29), (1569, 2, 29)), "leap day"),
        ("1988-XX/1990", "AttributeError", "refuses: unspecified digits in an interval or qualified"),
        ("1965-23~", "EDTFParseException", "refuses: qualified season"),
        ("Y170000-03", "EDTFParseException", "refuses: long year with a month or season"),
    ],
)
def test_the_known_differences(text, theirs, kind):
    assert (their_bounds(text), difference(text)) == (theirs, kind)


def test_the_package_takes_a_29_february_that_never_was():
    assert their_bounds("1945-02-29") == ((1945, 2, 29), (1945, 2, 29))
    with pytest.raises(HistoricalDateError, match="February 1945 has 28 days"):
        HistoricalDate.parse("1945-02-29")
