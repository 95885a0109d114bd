"""What is offered while a reader types: a year, terms of the vocabulary, events; static/js/data/suggestions.js is its twin.

Terms and events stand by the level of `Query`, terms then by how many events they have, events by marks, importance and time.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from events.dates.day_number import from_day_number
from events.search.column import GROUP
from events.search.ranking import NAME, Query

from .bitmaps import as_bytes, held

if TYPE_CHECKING:
    from .index import RecordIndex, Row

MOST = 8
# Terms offered while there are events to fill the rest.
TERMS_FIRST = 4
# Kinds of terms that are offered, in this order where all else is equal.
KINDS = ("country", "person", "organisation", "theme")
# Events that are looked at, the most important first.
LOOKED_AT = 1_000
# Of a large record, whichever the database yields first; fewer letters than these find too many to choose among.
LOOKED_AT_STORED, FEWEST_LETTERS = 200, 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`kind` is `year`, one of KINDS or `event`; `value` its slug, code or years (`1954`, `1954/1975`)."""

    kind: str
    value: str
    row: Row | None = None


def suggest(index: RecordIndex, text: str, language: str) -> list[Suggestion]:
    """At most eight things that the typed text may mean."""
    query = Query(text)
    if not query.words:
        return []
    found = _years(index, query)
    terms = _terms(index, query)
    events = _events(index, query, language, MOST)
    few = [*found, *terms[:TERMS_FIRST]]
    room = MOST - len(few)
    extra = terms[TERMS_FIRST:][: max(0, room - len(events))]
    return [*few, *extra, *events][:MOST]


def kind_labels() -> dict[str, str]:
    """What each kind of suggestion is called, in the active language."""
    return {
        "year": _("Year"),
        "country": _("Country"),
        "person": _("Person"),
        "organisation": _("Organisation"),
        "theme": _("Theme"),
        "event": _("Event"),
    }


def said() -> str:
    """What is spoken when suggestions stand; `{count}` is filled in."""
    return _("Suggestions: {count}")


def span_of_years(index: RecordIndex) -> tuple[int, int]:
    """The first and the last year of the record."""
    first, last = (from_day_number(day)[0] for day in index.days.extent)
    return first, last


def _years(index: RecordIndex, query: Query) -> list[Suggestion]:
    """`1954`, and `1954-1975` as two rising years, where the record has them."""
    years = query.words
    if len(years) > 2 or not all(len(year) == 4 and year.isascii() and year.isdigit() for year in years):
        return []
    first, last = span_of_years(index)
    known = all(first <= int(year) <= last for year in years)
    return [Suggestion("year", "/".join(years))] if known and years == sorted(years) else []


def _terms(index: RecordIndex, query: Query) -> list[Suggestion]:
    """Terms with an event whose names hold every word."""
    found = []
    for kind in KINDS:
        place = {key: place for place, key in enumerate(index.terms[kind])}
        for named in index.searching.names[kind]:
            if named.key not in place or not all(f" {word}" in named.search for word in query.words):
                continue
            if count := index.bits[kind].get(named.key, 0).bit_count():
                apart = query.phrase not in named.search
                order = apart, query.level(named.search), -count, KINDS.index(kind), place[named.key]
                found.append((order, Suggestion(kind, named.key)))
    found.sort(key=lambda entry: entry[0])
    # Words that stand apart in a long name are meant only where no name holds them together.
    together = [suggestion for order, suggestion in found if not order[0]]
    return together or [suggestion for _order, suggestion in found]


def _events(index: RecordIndex, query: Query, language: str, most: int) -> list[Suggestion]:
    """Events whose title or other names hold the words, or that point to a name that does."""
    named = [(word, as_bytes(index.searching.named(word), index.days.size)) for word in query.words]
    if not index.large:
        rows = index.best_of(index.holding(query.words), LOOKED_AT)
    elif len(max(query.words, key=len)) >= FEWEST_LETTERS:
        rows = index.rows.at(sorted(index.searching.first(query.words, LOOKED_AT_STORED)))
    else:
        return []
    texts = index.searching.texts([row.at for row in rows])
    found = []
    for row, text in zip(rows, texts, strict=True):
        above = text.rpartition(GROUP)[0]
        if all(f" {word}" in above or held(bits, [row.at]) for word, bits in named):
            level = min(query.level(above), NAME)
            found.append(((level, not query.has_marks_of([row.title[language]]), row.importance, row.at), row))
    return [Suggestion("event", row.slug, row) for _order, row in nsmallest(most, found, key=lambda entry: entry[0])]
