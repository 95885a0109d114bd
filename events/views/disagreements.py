"""Every point on which a source says something else than the record: what, who, where, and what to make of it."""

from collections import Counter
from urllib.parse import urlencode

from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.dates.display import display
from events.filters import FilterError
from events.filters.params import check_names, key, single
from events.models import Citation, Event
from events.timeline_data.index import RecordIndex

from . import pages
from .event import stated_words
from .kept import once
from .source_rows import with_sources


@require_safe
def disagreements(request):
    """All of them, or those of one `source`."""
    index = RecordIndex.current()
    check_names(request.GET, ("source",))
    source = key("source", single(request.GET, "source"))
    if source and source not in index.terms["source"]:
        raise FilterError("source", source, _("The record knows no such entry."))
    query = urlencode({"source": source}) if source else ""
    return pages.serve(request, index, lambda: ("events/disagreements.html", context(index, source)), query)


def context(index: RecordIndex, source: str) -> dict:
    everything = once(index, ("differing",), lambda: differing(index))
    shown = [citation for citation in everything if source in ("", citation.source.key)]
    return {
        "count": len(shown),
        "kinds": [kind for kind in (of_kind(index, shown, value) for value in Citation.Supports) if kind["points"]],
        "sources": source_links(index, everything, source),
        "source": index.terms["source"][source].name[get_language()] if source else "",
        "all_count": len(everything),
        "rule": f"events/rule_{get_language()}.html",
    }


def differing(index: RecordIndex) -> list[Citation]:
    """Every passage that differs from the record, in order of the events."""
    of_public = Citation.objects.filter(stance=Citation.Stance.DIFFERS, event__status=Event.Status.PUBLISHED)
    found = with_sources(index, of_public.select_related("event"))
    return sorted(found, key=lambda citation: index.position[citation.event.slug])


def of_kind(index: RecordIndex, citations: list[Citation], value: str) -> dict:
    """The points of one kind, under a heading and with a question for a class."""
    points = [drawn_point(index, citation) for citation in citations if citation.supports == value]
    return {"value": value, "heading": heading(value), "question": question(value), "points": points}


def drawn_point(index: RecordIndex, citation: Citation) -> SafeString:
    """A list entry; the same whichever source is chosen, so drawn once per version and language."""
    template = get_template("events/_point.html")
    return once(index, ("point", citation.pk, get_language()), lambda: template.render(point(citation)))


def point(citation: Citation) -> dict:
    record = display(citation.event.date, get_language())
    if citation.supports != Citation.Supports.DATE:
        # What it gives besides the date is a text, and too long to stand here.
        record = _("%s, as its page tells it") % record
    return {"citation": citation, "record": record, "value": stated_words(citation)}


def source_links(index: RecordIndex, citations: list[Citation], chosen: str) -> list[tuple]:
    """Key, name, count and whether chosen, of every source that differs somewhere."""
    keys = Counter(citation.source.key for citation in citations)
    terms = (term for term in index.terms["source"].values() if term.value in keys)
    return [(t.value, t.name[get_language()], keys[t.value], t.value == chosen) for t in terms]


def heading(kind: str) -> str:
    return {
        Citation.Supports.DATE: _("When did it happen?"),
        Citation.Supports.FACT: _("What happened?"),
        Citation.Supports.FIGURE: _("How many, how much?"),
        Citation.Supports.INTERPRETATION: _("Why did it happen, and what did it mean?"),
    }[kind]


def question(kind: str) -> str:
    """What a class can ask of every point of this kind."""
    return {
        Citation.Supports.DATE: _(
            "Which date would you put on a timeline, and how would you show that there is another?"
        ),
        Citation.Supports.FACT: _("Can both be true? What would you have to read to decide?"),
        Citation.Supports.FIGURE: _("What exactly was counted, by whom, and from when to when?"),
        Citation.Supports.INTERPRETATION: _("Who says so, and what might someone on another side say?"),
    }[kind]
