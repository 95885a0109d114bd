"""Our admin site: its titles, its way in and its own pages."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from events.accounts import second_factor
from events.views import editing, importing
from events.views import second_factor as second_factor_pages
from events.views.date_words import date_words
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
            path("date-preview/", self.admin_view(date_words), name="date-preview"),
            *super().get_urls(),
        ]
