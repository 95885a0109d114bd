"""Presenting: one event or one step of a lesson at a time, in large type and without anything else."""

from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.filters import EventFilter
from events.models import Event, Lesson
from events.sharing.slides import Slide, slide_of_lesson, slide_of_view
from events.timeline_data.index import RecordIndex

from . import pages
from .event import by_source
from .source_rows import with_sources
from .sparkline import position_picture

# Letters of a text that fills a screen at its usual size.
LONG = 480


@require_safe
def present(request):
    index = RecordIndex.current()
    return _serve(request, index, slide_of_view(index, EventFilter.from_querydict(request.GET, index)))


@require_safe
def present_lesson(request, slug):
    index = RecordIndex.current()
    return _serve(request, index, slide_of_lesson(index, get_object_or_404(Lesson, slug=slug), request.GET))


def _serve(request, index: RecordIndex, slide: Slide):
    response = pages.serve(request, index, lambda: ("events/present.html", context(index, slide)), slide.query)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def context(index: RecordIndex, slide: Slide) -> dict:
    if slide.row is None:
        return {"slide": slide}
    found = Event.objects.get(slug=slide.row.slug)
    text = slide.step.question if slide.step else found.summary
    return {
        "slide": slide,
        "event": found,
        "text": text,
        "is_long": len(text) > LONG,
        "countries": [index.terms["country"][code] for code in slide.row.values["country"]],
        "sources": by_source(with_sources(index, found.citations.all())),
        "position": position_picture(index, slide.row),
        "language": get_language(),
    }
