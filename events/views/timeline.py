"""The timeline page: everything that it shows stands in the query string."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.filters import EventFilter, chips, facets, sentence
from events.filters.words import importance_label
from events.sharing.on_this_day import events_on, today
from events.timeline_data.columnar import PERIODISATION, too_large
from events.timeline_data.index import RecordIndex
from events.timeline_data.strings import timeline_strings

from . import pages
from .found import best_matches, meant
from .listing import list_page
from .record import file_url


@require_safe
def timeline(request):
    index = RecordIndex.current()
    view = EventFilter.from_querydict(request.GET, index)
    # Whoever has asked for something sees that; only the plain page says what happened on this day.
    day = today()
    found = () if view.pairs() else events_on(index, day)
    more = {"today": min(found, key=lambda row: row.importance, default=None)}
    return pages.serve(
        request,
        index,
        lambda: ("events/timeline.html", context(view, index) | more),
        view.to_querystring(),
        day.isoformat() if found else "",
    )


def context(view: EventFilter, index: RecordIndex) -> dict:
    return drawing_context(view, index) | {
        "facets": facets(view, index),
        "importances": [(level, importance_label(level)) for level in (1, 2, 3)],
        "periodisations": periodisations(view, index),
        "kept": [(name, value) for name, value in view.pairs() if name in ("lanes", "t0", "t1")],
        **found_by_words(index, view),
    }


def drawing_context(view: EventFilter, index: RecordIndex) -> dict:
    """What every page with the drawing of a view needs: its words, its count, and where its events come from."""
    return {
        "view": view,
        "count": view.bits(index).bit_count(),
        "sentence": sentence(view, index),
        "chips": chips(view, index),
        **drawing_urls(index),
        "strings": timeline_strings(get_language()) | disagreements_link(),
    }


def found_by_words(index: RecordIndex, view: EventFilter) -> dict:
    """The list; on the first page of a search what fits best, and where nothing was found what may have been meant."""
    listed = list_page(index, view, view.periods)
    searched = bool(view.q) and listed.number == 1
    best = best_matches(index, view, get_language()) if searched and listed.count else []
    return {"list": listed, "best": best, "meant": meant(index, view) if searched and not listed.count else None}


def drawing_urls(index: RecordIndex) -> dict[str, str]:
    """Where the drawing gets its events: `record_url` and `search_url`, or `window_url` for a large record."""
    if too_large(index):
        return {"window_url": reverse("events:window")}
    return {"record_url": file_url(index, "record"), "search_url": file_url(index, "search")}


def disagreements_link() -> dict[str, str]:
    """Where the help of the drawing leads from the sign for sources that differ."""
    return {"disagreements": _("Where the sources differ"), "disagreements_url": reverse("events:disagreements")}


def periodisations(view: EventFilter, index: RecordIndex) -> list[tuple[str, str, bool]]:
    """The sources that divide the record into periods: value, label, whether chosen; the usual one has no value."""
    keys = dict.fromkeys(term.details["periodisation__key"] for term in index.terms["period"].values())
    chosen = view.periods or PERIODISATION
    names = {key: index.terms["source"][key].name[get_language()] for key in keys}
    return [
        ("" if key == PERIODISATION else key, _("periods of %s") % name, key == chosen) for key, name in names.items()
    ]
