"""What holds for any text: one kind of error, a round trip, bounds in order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.dates import HistoricalDate, HistoricalDateError
from events.dates.display import display, display_short

from .made_dates import allowed_dates, near_dates


def reads_or_refuses(text):
    """Reads a text; an error of any other kind fails the test."""
    try:
        date = HistoricalDate.parse(text)
    except HistoricalDateError as error:
        error.in_language("vi")
        for suggestion in error.suggestions:
            HistoricalDate.parse(suggestion)
        return None
    assert HistoricalDate.parse(str(date)) == date
    assert date.text == text.strip()
    assert date.text.isascii()
    return date


@settings(max_examples=2000)
@given(st.text(max_size=120))
def test_any_text(text):
    reads_or_refuses(text)


@settings(max_examples=2000)
@given(st.text(alphabet="0123456789XY-/.~?%+ BCEs", max_size=24))
def test_any_text_of_a_dates_characters(text):
    reads_or_refuses(text)


@settings(max_examples=2000)
@given(near_dates)
def test_texts_that_look_like_dates(text):
    reads_or_refuses(text)


@settings(max_examples=2000)
@given(allowed_dates)
def test_dates_of_every_form(text):
    date = reads_or_refuses(text)
    if date is None:
        return
    if date.earliest is not None and date.latest is not None:
        assert date.earliest <= date.latest
    if date.certain_from is not None and date.certain_to is not None:
        assert date.certain_from <= date.certain_to
    for sure in (date.certain_from, date.certain_to):
        assert sure is None or date.overlaps(sure, sure)
    assert date.is_interval == ("/" in text)
    for language in ("vi", "en"):
        assert display(date, language)
        assert display_short(date, language)


@given(st.floats() | st.none() | st.booleans() | st.binary() | st.datetimes() | st.lists(st.text()) | st.tuples())
def test_no_other_type_is_read(value):
    with pytest.raises(HistoricalDateError):
        HistoricalDate.parse(value)


@given(st.integers())
def test_only_numbers_of_four_digits_are_years(number):
    if 1000 <= number <= 9999:
        assert HistoricalDate.parse(number) == HistoricalDate.parse(str(number))
    else:
        with pytest.raises(HistoricalDateError):
            HistoricalDate.parse(number)
