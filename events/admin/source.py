"""Editing sources and finding citations."""

from django.contrib import admin
from django.db import models

from events.models import Citation, Event, Source
from events.search.query import matching

from .base import RecordAdmin
from .rights import PartRights


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    list_display = ("title", "author", "kind", "issued", "language", "key")
    list_filter = ("kind", "language")
    search_fields = ("title", "standpoint")
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(Citation)
class CitationAdmin(PartRights, RecordAdmin):
    list_display = ("event", "source", "locator", "supports", "stance", "stated_value", "preferred")
    list_filter = ("stance", "supports", "source")
    list_select_related = ("event", "source")
    autocomplete_fields = ("event", "source")
    search_fields = ("event",)

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(event__in=matching(Event.objects.all(), search_term)), False
