"""The events of a day of the year: only those whose date is known to the day, for the others nobody can say."""

from datetime import date
from functools import lru_cache

from django.utils import timezone

from events.dates.day_number import days_in_month, from_day_number, to_day_number
from events.timeline_data.index import RecordIndex, Row


def today() -> date:
    """In the time zone of the site."""
    return timezone.localdate()


@lru_cache(1)
def events_on(index: RecordIndex, day: date) -> tuple[Row, ...]:
    """Events of that day and month, whatever the year, in order of time; the year itself need not have been a leap year."""
    first, last = (from_day_number(number)[0] for number in index.days.extent)
    places: list[int] = []
    for year in range(first, last + 1):
        if day.day <= days_in_month(year, day.month):
            number = to_day_number(year, day.month, day.day)
            begun = range(*index.days.beginning_on(number))
            places += [place for place in begun if index.days.latest(place) == number]
    return tuple(row for row in index.rows.at(places) if not (row.date.approximate or row.date.uncertain))
