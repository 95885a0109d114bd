"""What the site is, how its dates and sources are to be read, and how to add to it."""

from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.models import Source
from events.timeline_data.index import RecordIndex

from . import pages


@require_safe
def about(request):
    index = RecordIndex.current()

    def draw():
        context = {
            "text": f"events/about_{get_language()}.html",
            "sources": list(Source.objects.all()),
            "count": index.days.size,
            "vague": index.vague.bit_count(),
            "disputed": index.differing.bit_count(),
        }
        return "events/about.html", context

    return pages.serve(request, index, draw)
