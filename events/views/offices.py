"""The posts that people held when something happened."""

from collections import defaultdict

from django.db.models import F

from events.dates import HistoricalDate
from events.models import Office
from events.timeline_data.index import RecordIndex, Term

from .kept import once


def offices_held(index: RecordIndex, people: list[Term], date: HistoricalDate) -> list[tuple[Term, list[Office]]]:
    """Each person with the offices whose terms touch the date; all offices are read once for each version."""
    offices = once(index, ("offices",), _by_person)
    return [
        (person, [office for office in offices.get(person.value, []) if held_at(office.term, date)])
        for person in people
    ]


def _by_person() -> dict[str, list[Office]]:
    found = defaultdict(list)
    for office in Office.objects.annotate(slug=F("person__slug")):
        found[office.slug].append(office)
    return found


def held_at(term: HistoricalDate, date: HistoricalDate) -> bool:
    """Whether the office is known to have been held; a term with an unknown end counts only where it is known."""
    if term.unknown_end and term.start:
        return date.overlaps(term.start.earliest, term.start.latest)
    if term.unknown_start and term.end:
        return date.overlaps(term.end.earliest, term.end.latest)
    return date.overlaps(term.earliest, term.latest)
