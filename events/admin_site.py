"""Our admin site: its titles, and the words in which a date will read while an editor types it."""

from django.contrib import admin
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.accounts import second_factor
from events.dates import HistoricalDate, HistoricalDateError
from events.dates.display import display
from events.languages import LANGUAGES
from events.views import editing, importing
from events.views import second_factor as second_factor_pages
from events.views.editing.queue import queue


class TimelineAdminSite(admin.AdminSite):
    site_title = _("Vietnam and the World")
    site_header = _("Vietnam and the World: editing")
    index_title = _("The record")

    def has_permission(self, request):
        """An editor's account, and its second factor where it needs or has one."""
        return super().has_permission(request) and not second_factor.is_missing(request.user)

    def login(self, request, extra_context=None):
        """After the password the second factor is asked for; an account that needs none goes straight in."""
        if request.method == "GET" and second_factor.is_pending(request.user):
            return HttpResponseRedirect(reverse("admin:second-factor", query=request.GET))
        return super().login(request, extra_context)

    def index(self, request, extra_context=None):
        """What waits, and for whom; the tables stand below it."""
        return super().index(request, queue(request.user) | (extra_context or {}))

    def get_urls(self):
        return [
            # Before the stock address, which lets only those leave who may enter.
            path("logout/", self.logout, name="logout"),
            *second_factor_pages.urls(self),
            *editing.urls(self),
            *importing.urls(self),
            path("date-preview/", self.admin_view(require_safe(date_preview)), name="date-preview"),
            *super().get_urls(),
        ]


def date_preview(request):
    """`?date=1954-07` → its words in both languages, or what is wrong with it."""
    try:
        date = HistoricalDate.parse(request.GET.get("date", "")[:200])
    except HistoricalDateError as error:
        return JsonResponse({"error": error.in_language(get_language())})
    return JsonResponse({code: display(date, code) for code in LANGUAGES})
