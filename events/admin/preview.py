"""An event as the public will see it once it is published, for those who may edit it."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from events.languages import LANGUAGES
from events.models import Event
from events.timeline_data.index import RecordIndex
from events.views.addresses import OWN_NAMES
from events.views.event import context
from events.views.pages import allow_importmap

NAME = "events_event_preview"


def preview_addresses(event: Event) -> dict[str, str]:
    return {code: reverse(f"admin:{NAME}", args=[event.pk, code]) for code in LANGUAGES}


class PreviewAdmin:
    """Adds `<number>/preview/<language>/` to the pages of events."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.preview))
        return [path("<int:pk>/preview/<str:language>/", view, name=NAME), *super().get_urls()]

    def preview(self, request, pk, language):
        event = self.get_object(request, str(pk))
        if event is None or language not in LANGUAGES:
            raise Http404
        if not self.has_view_permission(request, event):
            raise PermissionDenied
        # The index of this one request: the public ones never hold what is not published.
        index = RecordIndex(version=0, events=Event.objects.filter(Q(status=Event.Status.PUBLISHED) | Q(pk=pk)))
        with translation.override(language):
            page = render_to_string("events/preview.html", self._preview_context(index, event, language), request)
        response = allow_importmap(HttpResponse(page))
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Content-Language"] = language
        return response

    def _preview_context(self, index, event, language):
        public = event.get_absolute_url()
        alternates = [(code, OWN_NAMES[code], address, address) for code, address in preview_addresses(event).items()]
        back = reverse("admin:events_event_change", args=[event.pk])
        shared = {"query": "", "record_version": index.version, "language": language, "canonical": public}
        return {**shared, "alternates": alternates, "form_address": back, **context(index, event.slug)}
