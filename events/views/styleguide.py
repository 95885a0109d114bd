"""Pages for developers: the drawing's hard cases side by side."""

from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.dates import HistoricalDate
from events.languages import LANGUAGES
from events.timeline_data.strings import timeline_strings
from events.timeline_data.version import etag

from .drawing_cases import CASES, Case, record
from .pages import unless_known


@require_safe
def drawing(request):
    """One address for all languages; `?language=en` shows the drawings in that one."""
    chosen = request.GET.get("language", "")
    language = chosen if chosen in LANGUAGES else get_language()
    tag = etag(request, language, version=0)
    response = unless_known(request, tag, lambda: render(request, "styleguide/drawing.html", context(language)))
    response.headers["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ["Accept-Language"])
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def context(language: str) -> dict:
    return {
        "shown": language,
        "cases": CASES,
        "data": {
            "language": language,
            "strings": timeline_strings(language),
            "cases": {case.slug: of_case(case, language) for case in CASES},
        },
    }


def of_case(case: Case, language: str) -> dict:
    """What the script needs: the record, the lanes as in an address, and the window as days."""
    return {"record": record(case, language), "lanes": case.lanes, "window": window_of(case)}


def window_of(case: Case) -> list[int | None] | None:
    if case.window is None:
        return None
    first, last = (HistoricalDate.parse(day) for day in case.window)
    return [first.earliest, last.latest]
