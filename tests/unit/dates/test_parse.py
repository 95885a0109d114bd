"""What is read, and as what: bounds, precision, certainty."""

import copy
import pickle
from datetime import date

import pytest

from events.dates import HistoricalDate, Precision
from events.dates.day_number import from_day_number

parse = HistoricalDate.parse


def iso(number):
    """Writes a day number as year-month-day, None as it is."""
    return None if number is None else "{}-{:02}-{:02}".format(*from_day_number(number))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("1954", "1954-01-01", "1954-12-31", "year"),
        ("1954-07", "1954-07-01", "1954-07-31", "month"),
        ("1954-07-21", "1954-07-21", "1954-07-21", "day"),
        ("1960-02-29", "1960-02-29", "1960-02-29", "day"),
        ("1965~", "1965-01-01", "1965-12-31", "year"),
        ("1965?", "1965-01-01", "1965-12-31", "year"),
        ("1954-07-21%", "1954-07-21", "1954-07-21", "day"),
        ("1965-21", "1965-03-01", "1965-05-31", "season"),
        ("1965-22", "1965-06-01", "1965-08-31", "season"),
        ("1965-23", "1965-09-01", "1965-11-30", "season"),
        ("1965-24", "1965-12-01", "1966-02-28", "season"),
        ("1967-24", "1967-12-01", "1968-02-29", "season"),
        ("1965-21~", "1965-03-01", "1965-05-31", "season"),
        ("196X", "1960-01-01", "1969-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("1XXX", "1000-01-01", "1999-12-31", "millennium"),
        ("1988-XX", "1988-01-01", "1988-12-31", "year"),
        ("1988-12-XX", "1988-12-01", "1988-12-31", "month"),
        ("1988-XX-XX", "1988-01-01", "1988-12-31", "year"),
        ("156X-12-25", "1560-12-25", "1569-12-25", "decade"),
        ("156X-02-29", "1560-02-29", "1568-02-29", "decade"),
        ("189X-02-29", "1892-02-29", "1896-02-29", "decade"),
        ("156X-02", "1560-02-01", "1569-02-28", "decade"),
        ("156X-24", "1560-12-01", "1570-02-28", "decade"),
        ("-0257", "-257-01-01", "-257-12-31", "year"),
        ("-0257-03-02", "-257-03-02", "-257-03-02", "day"),
        ("-025X", "-259-01-01", "-250-12-31", "decade"),
        ("-02XX", "-299-01-01", "-200-12-31", "century"),
        ("-00XX", "-99-01-01", "0-12-31", "century"),
        ("0000", "0-01-01", "0-12-31", "year"),
        ("0000-02-29", "0-02-29", "0-02-29", "day"),
        ("Y170000", "170000-01-01", "170000-12-31", "year"),
        ("Y-17000", "-17000-01-01", "-17000-12-31", "year"),
        ("Y-17000-03", "-17000-03-01", "-17000-03-31", "month"),
        ("Y999999999-12-31", "999999999-12-31", "999999999-12-31", "day"),
        ("1954/1964", "1954-01-01", "1964-12-31", "year"),
        ("1986-12-05/1986-12-18", "1986-12-05", "1986-12-18", "day"),
        ("1982-03/1986", "1982-03-01", "1986-12-31", "year"),
        ("1954/1954-07", "1954-01-01", "1954-07-31", "year"),
        ("1954-07/1954", "1954-07-01", "1954-12-31", "year"),
        ("1964-12/196X", "1964-12-01", "1969-12-31", "decade"),
        ("1947~/1949?", "1947-01-01", "1949-12-31", "year"),
        ("1965-24/1966", "1965-12-01", "1966-12-31", "year"),
        ("../1954", None, "1954-12-31", "year"),
        ("1986-07/..", "1986-07-01", None, "month"),
        ("/1954", None, "1954-12-31", "year"),
        ("1986~/", "1986-01-01", None, "year"),
    ],
)
def test_is_read(text, earliest, latest, precision):
    date_read = parse(text)
    assert (iso(date_read.earliest), iso(date_read.latest), date_read.precision) == (earliest, latest, precision)
    assert str(date_read) == date_read.text == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1965", False, False),
        ("1965~", True, False),
        ("1965?", False, True),
        ("1965%", True, True),
        ("1947~/1949", True, False),
        ("1947/1949?", False, True),
        ("1947~/1949?", True, True),
        ("1986?/..", False, True),
    ],
)
def test_qualifiers(text, approximate, uncertain):
    assert (parse(text).approximate, parse(text).uncertain) == (approximate, uncertain)


def test_qualifiers_do_not_widen_the_bounds():
    plain = parse("1954-07")
    for text in ("1954-07~", "1954-07?", "1954-07%"):
        assert (parse(text).earliest, parse(text).latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize(
    ("text", "certain_from", "certain_to"),
    [
        ("1954-07-21", "1954-07-21", "1954-07-21"),
        ("1954-07-21~", None, None),
        ("1954-07-21?", None, None),
        ("1954-07", None, None),
        ("156X-12-25", None, None),
        ("1986-12-05/1986-12-18", "1986-12-05", "1986-12-18"),
        ("1954/1964", "1954-12-31", "1964-01-01"),
        ("1954/1955", "1954-12-31", "1955-01-01"),
        ("1954/1954", None, None),
        ("1954-07/1954", None, None),
        ("1954~/1964", None, None),
        ("1986/..", "1986-12-31", None),
        ("../1986", None, "1986-01-01"),
        ("1986~/..", None, None),
        ("1986/", None, None),
        ("1954-07-21/", "1954-07-21", "1954-07-21"),
        ("/1954-07-21", "1954-07-21", "1954-07-21"),
    ],
)
def test_days_on_which_it_was_surely_going_on(text, certain_from, certain_to):
    assert (iso(parse(text).certain_from), iso(parse(text).certain_to)) == (certain_from, certain_to)


def test_the_sides_of_an_interval():
    both = parse("1947~/1949-03")
    assert both.is_interval
    assert (both.start, both.end) == (parse("1947~"), parse("1949-03"))
    still_open = parse("1986/..")
    assert (still_open.start, still_open.end) == (parse("1986"), None)
    assert (still_open.open_start, still_open.open_end, still_open.unknown_end) == (False, True, False)
    begun_unknown = parse("/1986")
    assert (begun_unknown.unknown_start, begun_unknown.unknown_end, begun_unknown.open_start) == (True, False, False)
    assert not parse("1986").is_interval


@pytest.mark.parametrize("value", [" 1954-07 ", "1954-07\n", "\t1954-07"])
def test_blanks_around_are_trimmed(value):
    assert parse(value).text == "1954-07"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1954, "1954"), (1000, "1000"), (date(1954, 7, 21), "1954-07-21"), (date(40, 3, 1), "0040-03-01")],
)
def test_years_and_days_of_python(value, text):
    assert parse(value).text == text


def test_it_is_a_value():
    one = parse("1954-07")
    assert parse(" 1954-07") is one
    assert one == parse("1954-07")
    assert one != "1954-07"
    assert len({one, parse("1954-07"), parse("1954")}) == 2
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    with pytest.raises(AttributeError):
        one.text = "1955"
    assert not hasattr(one, "__dict__")


@pytest.mark.parametrize(
    ("text", "window", "expected"),
    [
        ("1954", ("1950", "1954"), True),
        ("1954", ("1954-12-31", "1960"), True),
        ("1954", ("1955", "1960"), False),
        ("1954/1964", ("1960", "1961"), True),
        ("1986/..", ("2020", None), True),
        ("1986/..", (None, "1985"), False),
        ("../1954", (None, "0100"), True),
        ("1954", (None, None), True),
    ],
)
def test_overlaps(text, window, expected):
    start, end = window
    assert parse(text).overlaps(start and parse(start).earliest, end and parse(end).latest) is expected


def test_precisions_go_from_fine_to_coarse():
    assert [str(precision) for precision in Precision] == [
        "day", "month", "season", "year", "decade", "century", "millennium",
    ]  # fmt: skip
