"""What a search asks for: every word of it must begin a word of the event's text, or of a name that the event points to."""

from django.db.models import Q

from events.models import Event

from .fold import words
from .names import FINDING, called, read_names


def matching(events, query: str):
    """Keep the events that a search finds; all where nothing is typed, none where no letter or digit is."""
    if not query.strip():
        return events
    found = list(dict.fromkeys(words(query)))
    if not found:
        return events.none()
    names = read_names()
    for word in found:
        condition = holding(word)
        for facet, column in FINDING.items():
            if terms := [named.pk for named in called(names[facet], word)]:
                condition |= Q(pk__in=Event.objects.filter(**{f"{column}__in": terms}).values("pk"))
        events = events.filter(condition)
    return events


def holding(word: str) -> Q:
    """The condition that the event's own text holds a folded word; letters and digits alone need no escaping."""
    return Q(search__contains=f" {word}")
