"""Our admin site: its titles, and the words in which a date will read while an editor types it."""

from django.contrib import admin
from django.http import JsonResponse
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.dates import HistoricalDate, HistoricalDateError
from events.dates.display import display


class TimelineAdminSite(admin.AdminSite):
    site_title = _("Vietnam and the World")
    site_header = _("Vietnam and the World: editing")
    index_title = _("The record")

    def get_urls(self):
        return [
            path("date-preview/", self.admin_view(require_safe(date_preview)), name="date-preview"),
            *super().get_urls(),
        ]


def date_preview(request):
    """`?date=1954-07` → its words in both languages, or what is wrong with it."""
    try:
        date = HistoricalDate.parse(request.GET.get("date", "")[:200])
    except HistoricalDateError as error:
        return JsonResponse({"error": error.in_language(get_language())})
    return JsonResponse({code: display(date, code) for code in ("vi", "en")})
