from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.dates.day_number import days_in_month, from_day_number, is_leap, to_day_number


def test_every_day_of_two_centuries_has_pythons_number():
    for number in range(date(1850, 1, 1).toordinal(), date(2050, 1, 1).toordinal()):
        day = date.fromordinal(number)
        assert to_day_number(day.year, day.month, day.day) == number
        assert from_day_number(number) == (day.year, day.month, day.day)


@given(st.dates())
def test_any_day_that_python_has_gets_its_number(day):
    assert to_day_number(day.year, day.month, day.day) == day.toordinal()


@given(st.integers(-400_000_000_000, 400_000_000_000))
def test_any_day_number_comes_back(number):
    assert to_day_number(*from_day_number(number)) == number


@pytest.mark.parametrize(
    ("day", "number"),
    [((1, 1, 1), 1), ((0, 12, 31), 0), ((0, 1, 1), -365), ((-1, 12, 31), -366), ((-4, 2, 29), -1767)],
)
def test_days_before_year_one(day, number):
    assert to_day_number(*day) == number
    assert from_day_number(number) == day


def test_the_largest_year_fits_a_64_bit_column_and_a_javascript_number():
    assert to_day_number(999_999_999, 12, 31) < 2**53
    assert to_day_number(-999_999_999, 1, 1) > -(2**53)


def test_leap_years_and_month_lengths():
    assert [year for year in (-4, 0, 1900, 2000, 2023, 2024) if is_leap(year)] == [-4, 0, 2000, 2024]
    assert [days_in_month(2024, month) for month in range(1, 13)] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert days_in_month(1900, 2) == 28
