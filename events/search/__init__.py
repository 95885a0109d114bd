"""Search that forgives tone marks, the same on both databases."""

from .fold import fold, words

__all__ = ["fold", "matching", "words"]


def matching(events, query: str):
    """Keep the events whose text holds every word of the query."""
    for word in words(query):
        events = events.filter(search__contains=word)
    return events
