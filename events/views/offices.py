"""The posts that people held when something happened."""

from django.db.models import F

from events.dates import HistoricalDate
from events.models import Office
from events.timeline_data.index import Term


def offices_held(people: list[Term], date: HistoricalDate) -> list[tuple[Term, list[Office]]]:
    """Each person with the offices whose terms touch the date."""
    of_people = Office.objects.filter(person__slug__in=[person.value for person in people])
    held = [office for office in of_people.annotate(slug=F("person__slug")) if held_at(office.term, date)]
    return [(person, [office for office in held if office.slug == person.value]) for person in people]


def held_at(term: HistoricalDate, date: HistoricalDate) -> bool:
    """Whether the office is known to have been held; a term with an unknown end counts only where it is known."""
    if term.unknown_end and term.start:
        return date.overlaps(term.start.earliest, term.start.latest)
    if term.unknown_start and term.end:
        return date.overlaps(term.end.earliest, term.end.latest)
    return date.overlaps(term.earliest, term.latest)
