"""A view to stand in a frame on a page of a school: the drawing, its sentence, its list, and the way to the whole site."""

from django.conf import settings
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from events.filters import EventFilter
from events.timeline_data.index import RecordIndex

from . import pages
from .listing import list_page
from .timeline import drawing_context

# Rows below the drawing; the rest stands behind the link to the whole view.
PER_PAGE = 30


@require_safe
@xframe_options_exempt
def embed(request):
    """The one page that others may frame: those whom EMBED_ANCESTORS names."""
    index = RecordIndex.current()
    view = EventFilter.from_querydict(request.GET, index)
    response = pages.serve(request, index, lambda: ("events/embed.html", context(view, index)), view.to_querystring())
    response._csp_replace = {"frame-ancestors": settings.EMBED_ANCESTORS}
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def context(view: EventFilter, index: RecordIndex) -> dict:
    return drawing_context(view, index) | {"list": list_page(index, view, view.periods, PER_PAGE)}
