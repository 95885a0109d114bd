"""GET /api/v1/events and /api/v1/events/{slug}: the same filter as the pages, answered as JSON."""

import json

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from events.filters import EventFilter
from events.filters.params import whole_number
from events.models import Event
from events.timeline_data.index import RecordIndex
from events.timeline_data.version import etag

from .schemas import event_json

LIMIT = 50
LARGEST_LIMIT = 200
PAGING = ("limit", "offset")
JSON = "application/json; charset=utf-8"


@require_safe
@gzip_page
def event_list(request):
    """A page of the events that the filter asks for, in order of time."""
    index = RecordIndex.current()
    view = EventFilter.from_querydict(request.GET, index, extra=PAGING)
    limit = whole_number(request.GET, "limit", LIMIT, 1, LARGEST_LIMIT)
    offset = whole_number(request.GET, "offset", 0, 0, 10_000_000)

    def page():
        bits = view.bits(index)
        count = bits.bit_count()
        slugs = [row.slug for row in index.rows_of(bits, offset, offset + limit)]
        events = Event.objects.published().filter(slug__in=slugs).in_order()
        return {
            "count": count,
            "next": page_url(request, view, limit, offset + limit) if offset + limit < count else None,
            "previous": page_url(request, view, limit, max(0, offset - limit)) if offset else None,
            "results": [event_json(event) for event in events.with_everything()],
        }

    return answer(request, index, (view.to_querystring(), limit, offset), page)


@require_safe
@gzip_page
def event_detail(request, slug):
    index = RecordIndex.current()
    if slug not in index.position:
        return no_event(slug)
    return answer(
        request, index, (slug,), lambda: event_json(Event.objects.published().with_everything().get(slug=slug))
    )


def no_event(slug) -> HttpResponse:
    """301 to the new address of a renamed event, 410 for one that was public once, else 404."""
    status, message = 410, _("This event was withdrawn.")
    try:
        event = Event.objects.once_public(slug)
    except Event.DoesNotExist:
        event, status, message = None, 404, _("There is no published event with this slug.")
    if event and event.status == Event.Status.PUBLISHED:
        return redirect(reverse("api:event-detail", args=[event.slug]), permanent=True)
    return JsonResponse({"error": {"parameter": "slug", "value": slug, "message": message}}, status=status)


def answer(request, index, key, make) -> HttpResponse:
    """304 when the asker has this version already, else what `make` returns, as JSON for any origin."""
    return answer_text(request, index, key, lambda: json.dumps(make(), ensure_ascii=False, separators=(",", ":")), JSON)


def answer_text(request, index, key, make, content_type) -> HttpResponse:
    """304 when the asker has this version already, else the text that `make` returns, for any origin."""
    tag = etag(request, request.scheme, request.get_host(), request.path, *map(str, key), version=index.version)
    response = get_conditional_response(request, etag=tag)
    if response is None:
        response = HttpResponse(make(), content_type=content_type)
    response.headers["ETag"] = tag
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Cache-Control"] = "no-cache"
    return response


def page_url(request, view: EventFilter, limit: int, offset: int) -> str:
    query = "&".join(part for part in (view.to_querystring(), f"limit={limit}", f"offset={offset}") if part)
    return request.build_absolute_uri(f"{request.path}?{query}")
