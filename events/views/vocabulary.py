"""Indexes and pages of countries, themes, periods, people, organisations and sources."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.collation import sort_key
from events.filters import EventFilter, sentence
from events.filters.facets import facet_label
from events.timeline_data.index import RecordIndex, Term
from events.timeline_data.terms import BY_NAME

from . import pages
from .introductions import Kind
from .listing import list_page
from .sparkline import sparkline, years

# Rows of a page at the most, since there is no drawing beside them; beyond, the page leads on to the timeline.
PER_PAGE = 150


@require_safe
def term_index(request, kind: Kind):
    index = RecordIndex.current()
    return pages.serve(request, index, lambda: ("events/vocabulary_index.html", index_context(index, kind)))


@require_safe
def term(request, kind: Kind, key: str):
    index = RecordIndex.current()
    if key not in index.terms[kind.name]:
        raise Http404
    return pages.serve(request, index, lambda: ("events/vocabulary_term.html", term_context(index, kind, key)))


def index_context(index: RecordIndex, kind: Kind) -> dict:
    extras = kind.extras()
    entries = [_entry(index, kind, found, extras) for found in index.terms[kind.name].values()]
    if kind.name == "country":
        entries.sort(key=lambda entry: (-entry["count"], sort_key(entry["name"], get_language())))
    elif kind.name in BY_NAME:
        entries.sort(key=lambda entry: sort_key(entry["name"], get_language()))
    return {"kind": kind, "title": facet_label(kind.name), "entries": entries, "years": years(index)}


def _entry(index, kind, found: Term, extras) -> dict:
    bits = index.bits[kind.name][found.value]
    return {
        "key": found.value,
        "url": reverse(f"events:{kind.name}", args=[found.value]),
        "name": found.name[get_language()],
        "details": found.details,
        "count": bits.bit_count(),
        "extra": extras.get(found.value, ""),
        "sparkline": sparkline(index, bits),
    }


def term_context(index: RecordIndex, kind: Kind, key: str) -> dict:
    found = index.terms[kind.name][key]
    view = EventFilter().with_value(kind.name, key)
    return {
        "kind": kind,
        "kind_label": facet_label(kind.name),
        "index_url": reverse(f"events:{kind.plural}"),
        "term": found,
        "title": found.name[get_language()],
        "introduction": kind.introduce(key),
        "view_query": view.to_querystring(),
        "sentence": sentence(view, index, EventFilter()),
        "count": view.bits(index).bit_count(),
        "list": list_page(index, view, found.details.get("periodisation__key", ""), PER_PAGE),
        "sparkline": sparkline(index, index.bits[kind.name][key], 1),
        "years": years(index),
    }
