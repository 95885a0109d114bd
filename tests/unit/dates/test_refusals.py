"""What is refused, and with which words: the value, the reading that failed, the repair."""

import pickle
import re
from datetime import datetime
from pathlib import Path

import pytest

from events.dates import HistoricalDate, HistoricalDateError
from events.dates.messages import REASONS

REFUSED = [
    # The calendar does not have it.
    ("1990-09-31", "September has 30 days; write 1990-09-30, or 1990-09 if the day is not known"),
    ("1945-02-29", "February 1945 has 28 days; write 1945-02-28, or 1945-02 if the day is not known"),
    ("1945-02-30", "February 1945 has 28 days; write 1945-02-28, or 1945-02 if the day is not known"),
    ("1960-02-30", "February 1960 has 29 days; write 1960-02-29, or 1960-02 if the day is not known"),
    ("196X-02-30", "February has 29 days; write 196X-02-29, or 196X-02 if the day is not known"),
    ("1954-07-32", "July has 31 days; write 1954-07-31, or 1954-07 if the day is not known"),
    ("1954-07-00", "there is no day 00; write 1954-07 if the day is not known"),
    ("1954-00", "there is no month 00; write 1954 if the month is not known"),
    ("1954-00-05", "there is no month 00; write 1954 if the month is not known"),
    ("1954-13", "there is no month 13; months go from 01 to 12 and seasons from 21 to 24"),
    ("1954-13-40", "there is no month 13; months go from 01 to 12 and seasons from 21 to 24"),
    ("1954-64", "there is no month 64; if the years 1954–1964 are meant, write 1954/1964"),
    ("2001-13", "there is no month 13; if the years 2001–2013 are meant, write 2001/2013"),
    ("1954-30", "codes 25 to 41 are not used here; write a season from 21 to 24"),
    ("1954-21-XX", "X stands only for the last digits of a year"),
    ("1954-21-40", "a season has no day; write 1954-21, or the month and the day"),
    # Intervals.
    ("1954/1945", "the interval ends (1945) before it begins (1954); write 1945/1954"),
    ("1954-07-21/1954-07-20", "the interval ends (1954-07-20) before it begins (1954-07-21)"),
    ("1945~/1940?", "the interval ends (1940?) before it begins (1945~); write 1940?/1945~"),
    ("1954/1990-09-31", 'in "1990-09-31", September has 30 days; write 1990-09-30'),
    ("1954-7/1955", 'in "1954-7", month and day have two digits; write 1954-07'),
    ("1954/rubbish", 'in "rubbish", it has none of the known forms'),
    ("1954/1955/1956", "an interval has one slash between two dates"),
    ("../..", "an interval needs at least one known side"),
    ("/", "an interval needs at least one known side"),
    ("../", "an interval needs at least one known side"),
    ("..", "an interval needs at least one known side"),
    ("1954-1964", "the two ends of an interval are joined by a slash; write 1954/1964"),
    ("1954–1964", "the two ends of an interval are joined by a slash; write 1954/1964"),
    ("1954..1964", "an interval has a slash, also when one side is open; write 1954/1964"),
    ("1986..", "an interval has a slash, also when one side is open; write 1986/.."),
    ("..1986", "an interval has a slash, also when one side is open; write ../1986"),
    ("1986/open", 'in "open", an open side of an interval is written with two dots'),
    ("1986/nay", 'in "nay", an open side of an interval is written with two dots'),
    ("1986/unknown", 'in "unknown", an unknown side of an interval is left empty'),
    ("[1667,1668]", "sets of dates are not used here; write an interval such as 1954/1956"),
    ("{1667,1668}", "sets of dates are not used here"),
    # Orders and separators.
    (
        "02/09/1945",
        "day and month could be either way round; write 1945-09-02 for 2 September or 1945-02-09 for 9 February",
    ),
    (
        "5-12-1986",
        "day and month could be either way round; write 1986-12-05 for 5 December or 1986-05-12 for 12 May",
    ),
    ("21/07/1954", "the year comes first, then month and day with hyphens; write 1954-07-21"),
    ("07/21/1954", "the year comes first, then month and day with hyphens; write 1954-07-21"),
    ("9.9.1945", "the year comes first, then month and day with hyphens; write 1945-09-09"),
    ("1954/7/21", "the year comes first, then month and day with hyphens; write 1954-07-21"),
    ("1954/07/21", "the year comes first, then month and day with hyphens; write 1954-07-21"),
    ("07/1954", "the year comes first, then month and day with hyphens; write 1954-07"),
    ("1954/7", "the year comes first, then month and day with hyphens; write 1954-07"),
    ("1954-21-07", "the year comes first, then month and day with hyphens; write 1954-07-21"),
    ("1954-7", "month and day have two digits; write 1954-07"),
    ("1954-7-1", "month and day have two digits; write 1954-07-01"),
    ("19540721", "year, month and day are separated by hyphens; write 1954-07-21"),
    ("195407", "six digits can be a month or a year; write 1954-07 for the month or Y195407 for the year"),
    ("July 1954", "dates are written in numbers, the year first; write 1954-07"),
    ("21 July 1954", "dates are written in numbers, the year first; write 1954-07-21"),
    ("2 Sep 1945", "dates are written in numbers, the year first; write 1945-09-02"),
    ("tháng 7 năm 1954", "dates are written in numbers, the year first; write 1954-07"),
    ("ngày 21 tháng 7 năm 1954", "dates are written in numbers, the year first; write 1954-07-21"),
    ("năm 1954", "dates are written in numbers, the year first; write 1954"),
    ("1954-07-21T10:00", "hours are not kept; write 1954-07-21"),
    ("1954 / 1964", "a date has no blanks inside; write 1954/1964"),
    # Years.
    ("257", "a year has four digits; write 0257"),
    ("-257", "a year has four digits; write -0257"),
    ("21-07", "the first number must be a year of four digits"),
    ("17000", "a year of five or more digits begins with Y; write Y17000"),
    ("-17000", "a year of five or more digits begins with Y; write Y-17000"),
    ("00257", "a year of five or more digits begins with Y; write 0257"),
    ("Y1954", "Y is for years of five or more digits without leading zeros; write 1954"),
    ("Y-0257", "Y is for years of five or more digits without leading zeros; write -0257"),
    ("y17000", "the mark of a long year is a capital Y; write Y17000"),
    ("Y17E7", "Y must be followed by a year of five or more digits"),
    ("Y1000000000", "years go from Y-999999999 to Y999999999"),
    ("-1234567890", "years go from Y-999999999 to Y999999999"),
    ("-0000", "the year 0 (1 BC) has no sign; write 0000"),
    ("+1954", "a year after Christ has no sign; write 1954"),
    ("258 BC", "years before Christ are counted with a year 0, so 258 BC is -0257; write -0257"),
    ("258 TCN", "years before Christ are counted with a year 0, so 258 BC is -0257; write -0257"),
    # Unspecified digits and qualifiers.
    ("XXXX", "a date without one known digit says nothing"),
    ("1X54", "X stands only for the last digits of a year"),
    ("1954-1X", "X stands only for the last digits of a year"),
    ("1954-XX-15", "a day without its month cannot be placed; write 1954"),
    ("196x", "unspecified digits are capital X; write 196X"),
    ("1960s", "a decade is written with X for its last digit; write 196X"),
    ("~1965", "stands once, at the end; write 1965~"),
    ("1965?~", "stands once, at the end; write 1965%"),
    ("1965~~", "stands once, at the end; write 1965~"),
    ("1954~-07", "stands once, at the end; write 1954-07~"),
    ("c. 1965", "stands once, at the end; write 1965~"),
    ("21 июля 1954 г.", "dates are written in numbers, the year first; write 1954-07-21"),
    ("около 1965 г.", "stands once, at the end; write 1965~"),
    ("khoảng năm 1965", "stands once, at the end; write 1965~"),
    # Characters.
    ("١٩٥٤", "only plain digits, hyphen, slash, dots, X, Y and ~ ? % are read; write 1954"),
    ("１９５４-07", "only plain digits, hyphen, slash, dots, X, Y and ~ ? % are read; write 1954-07"),
    ("1954−07", "only plain digits, hyphen, slash, dots, X, Y and ~ ? % are read; write 1954-07"),
    ("", "nothing is written; write a year, a month or a day"),
    ("   ", "nothing is written"),
    ("hello", "it has none of the known forms; write a year, a month or a day"),
    ("1954\x001", "it has none of the known forms"),
    ("\ud800", "it has none of the known forms"),
    ("9" * 101, "it has 101 characters; a date has at most 100"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_is_refused(text, reason):
    with pytest.raises(HistoricalDateError) as caught:
        HistoricalDate.parse(text)
    assert reason in str(caught.value)
    assert " is not a date: " in str(caught.value)
    for suggestion in caught.value.suggestions:
        assert suggestion in str(caught.value)
        HistoricalDate.parse(suggestion)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, 'None (NoneType) is not a date: it is not a text; write it in quotes, such as "1954-07"'),
        (True, "True (bool) is not a date: it is not a text"),
        (1954.5, "1954.5 (float) is not a date: it is not a text"),
        ([1954], "[1954] (list) is not a date: it is not a text"),
        (99, "99 (int) is not a date: a bare number is read only as a year from 1000 to 9999"),
        (-175, "-175 (int) is not a date: a bare number is read only as a year from 1000 to 9999"),
        (10_000, "10000 (int) is not a date: a bare number"),
        (datetime(1954, 7, 21, 10, 0), "is not a date: hours are not kept; write 1954-07-21"),
    ],
)
def test_other_types_are_refused(value, message):
    with pytest.raises(HistoricalDateError) as caught:
        HistoricalDate.parse(value)
    assert message in str(caught.value)


def test_the_whole_message_quotes_the_value_and_hides_what_cannot_be_printed():
    with pytest.raises(HistoricalDateError) as caught:
        HistoricalDate.parse("1954\x00" + "é" * 60)
    assert str(caught.value).startswith('"1954\\u0000éé')
    assert "…" in str(caught.value)


def test_the_message_in_other_languages():
    with pytest.raises(HistoricalDateError) as caught:
        HistoricalDate.parse("1990-09-31")
    assert caught.value.in_language("vi") == (
        '"1990-09-31" không phải là ngày tháng hợp lệ: tháng 9 có 30 ngày; '
        "hãy viết 1990-09-30, hoặc 1990-09 nếu không rõ ngày"
    )
    assert caught.value.in_language("ru") == (
        '"1990-09-31" — не дата: сентябрь: последний день — 30; напишите 1990-09-30 или, если день неизвестен, 1990-09'
    )
    assert caught.value.in_language("en-gb") == caught.value.in_language("fr") == str(caught.value)


def test_every_reason_is_reached_and_worded_in_every_language():
    reached = set()
    for value in [text for text, _ in REFUSED] + [None, 99, datetime(1954, 7, 21)]:
        with pytest.raises(HistoricalDateError) as caught:
            HistoricalDate.parse(value)
        reached.add(caught.value.code)
        for language in ("vi", "ru"):
            assert "{" not in caught.value.in_language(language).removeprefix('"{')
    assert reached == set(REASONS)


def test_the_error_survives_a_process_boundary():
    with pytest.raises(HistoricalDateError) as caught:
        HistoricalDate.parse("1954/1990-09-31")
    error = pickle.loads(pickle.dumps(caught.value))
    assert (str(error), error.code, error.suggestions) == (
        str(caught.value),
        "month_days",
        ("1990-09-30", "1990-09"),
    )


def test_the_docs_show_the_words_of_the_program():
    page = (Path(__file__).parents[3] / "docs" / "dates.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", page, re.MULTILINE)
    assert rows
    for text, reason in rows:
        with pytest.raises(HistoricalDateError) as caught:
            HistoricalDate.parse(text)
        assert str(caught.value) == f'"{text}" is not a date: {reason}'
