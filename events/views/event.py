"""One event: what happened, who says so, where they differ, and what it is linked to."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.collation import sort_key
from events.dates import HistoricalDate, HistoricalDateError
from events.dates.display import display
from events.languages import REQUIRED, borrowed_from, in_language
from events.models import Citation, Event, Figure
from events.templatetags.languages import marked
from events.timeline_data.index import RecordIndex
from events.timeline_data.terms import BY_NAME

from . import pages
from .chain import chain_picture, linked_events
from .changes import last_change, moved_or_gone
from .numbers import number_words
from .offices import offices_held
from .source_rows import with_sources
from .sparkline import position_picture


@require_safe
def event(request, slug):
    index = RecordIndex.current()
    if slug not in index.position:
        return moved_or_gone(request, slug, "events:event")
    return pages.serve(request, index, lambda: ("events/event.html", context(index, slug)))


def context(index: RecordIndex, slug: str) -> dict:
    found = Event.objects.select_related("place__country").get(slug=slug)
    at = index.position[slug]
    row = index.rows[at]
    citations = with_sources(index, found.citations.order_by("stance", "source__key", "locator"))
    terms = {name: [index.terms[name][value] for value in values] for name, values in row.values.items()}
    for name in BY_NAME:
        terms[name].sort(key=lambda term: sort_key(term.name[get_language()], get_language()))
    return {
        "event": found,
        "row": row,
        "other_titles": other_languages(row.title),
        "countries": terms["country"],
        "themes": terms["theme"],
        "organisations": terms["organisation"],
        "people": offices_held(index, terms["person"], found.date),
        "disagreements": [shown(c) for c in citations if c.stance == Citation.Stance.DIFFERS],
        "sources": by_source(citations),
        "figures": [
            (figure, marked_words(figure)) for figure in with_sources(index, found.figures.order_by("order", "key"))
        ],
        "illustrations": list(found.illustrations.order_by("order")),
        "links": linked_events(index, found),
        "chain": chain_picture(index, at),
        "position": position_picture(index, row),
        "last_change": last_change(found, index),
        "earlier": index.rows[at - 1] if at else None,
        "later": index.rows[at + 1] if at + 1 < len(index.rows) else None,
        "og_type": "article",
        "card": reverse("events:card", args=[slug]),
    }


def other_languages(names: dict[str, str]) -> list[tuple[str, str]]:
    """The names in the languages of the record that the page does not show already: code and text."""
    shown = borrowed_from(names[get_language()]) or get_language()
    return [(code, names[code]) for code in REQUIRED if code != shown]


def by_source(citations) -> list[tuple]:
    """Sources in the order of their first passage, each with its passages."""
    grouped: dict = {}
    for citation in citations:
        grouped.setdefault(citation.source, []).append(shown(citation))
    return list(grouped.items())


def shown(citation: Citation) -> dict:
    return {
        "citation": citation,
        "value": stated_words(citation),
        "differs": citation.stance == Citation.Stance.DIFFERS,
    }


def stated_words(citation: Citation) -> str:
    """The value that a citation gives: in words where it is a date, in the page's language where it has several."""
    vietnamese, slash, english = citation.stated_value.partition(" / ")
    if slash and all(part.count("(") == part.count(")") for part in (vietnamese, english)):
        return in_language({"vi": vietnamese, "en": english}, get_language())
    try:
        return display(HistoricalDate.parse(citation.stated_value), get_language())
    except HistoricalDateError:
        return citation.stated_value


def figure_words(figure: Figure) -> str:
    """`more than 2,362,682 tonnes`; a lost cell says that it is lost."""
    if figure.value is None:
        return _("lost in the copy used")
    number = number_words(figure.value, get_language())
    qualifier = "" if figure.qualifier == Figure.Qualifier.EXACT else f"{figure.get_qualifier_display()} "
    return f"{qualifier}{number}{figure.unit}" if figure.unit == "%" else f"{qualifier}{number} {figure.unit}".strip()


def marked_words(figure: Figure) -> str:
    """The same, its unit marked where that is not in the language of the page."""
    words = figure_words(figure)
    if figure.value is None or not borrowed_from(figure.unit):
        return words
    return format_html("{}{}", words.removesuffix(figure.unit), marked(figure.unit))
