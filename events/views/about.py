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
            "count": len(index.rows),
            "vague": sum(row.date.precision != "day" for row in index.rows),
            "disputed": sum(row.differs for row in index.rows),
        }
        return "events/about.html", context

    return pages.serve(request, index, draw)
