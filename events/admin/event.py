"""Editing events, with all that belongs to one on one page; and finding relations and figures."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.completeness import CHECKS, lacking
from events.dates.display import display
from events.models import Event, Figure, Relation
from events.record_completeness import told_events
from events.search.query import matching

from .base import RecordAdmin
from .bulk import BulkAdmin
from .event_inlines import CitationInline, FigureInline, RelationOutInline
from .event_list import EventListAdmin
from .filters import NeedsWork
from .illustration import IllustrationInline
from .preview import PreviewAdmin, preview_addresses
from .propose import ProposeAdmin
from .rights import EventRights, PartRights
from .saved_filters import SavedFilterAdmin

# Both required languages stand side by side; what may be missing is folded away.
IN_RUSSIAN = tuple(f"{name}_ru" for name in ("title", "summary", "significance", "alternative_names"))


@admin.register(Event)
class EventAdmin(EventRights, ProposeAdmin, PreviewAdmin, BulkAdmin, SavedFilterAdmin, EventListAdmin, RecordAdmin):
    list_display = ("title", "date_in_words", "status", "importance", "citation_count")
    list_filter = ("status", NeedsWork, "importance", "themes", "countries")
    search_fields = ("search",)
    autocomplete_fields = ("countries", "organisations", "themes", "people", "place")
    readonly_fields = ("created", "modified")
    inlines = (CitationInline, RelationOutInline, FigureInline, IllustrationInline)
    fieldsets = (
        (None, {"fields": (("date", "importance"), ("status", "slug"), ("title_vi", "title_en"))}),
        (_("Text"), {"fields": (("summary_vi", "summary_en"), ("significance_vi", "significance_en"))}),
        (_("Who, where, about what"), {"fields": ("countries", "themes", "people", "organisations", "place")}),
        (_("Other names"), {"fields": (("alternative_names_vi", "alternative_names_en"),)}),
        (_("In Russian; what stays empty falls back to English"), {"classes": ("collapse",), "fields": IN_RUSSIAN}),
        (_("State of the record"), {"fields": (("created", "modified"),)}),
    )

    def get_search_results(self, request, queryset, search_term):
        return matching(queryset, search_term), False

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(sources=Count("citations"))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context.update(self._at_the_top(obj))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _at_the_top(self, event):
        """The meter, and where readers meet the event or will meet it."""
        missing = lacking(told_events(Event.objects.filter(pk=event.pk))[event.pk])
        address = reverse("events:timeline", query={"event": event.slug})
        return {
            "checks": CHECKS,
            "lacking": missing,
            "held": len(CHECKS) - len(missing),
            "few": len(CHECKS) // 2,
            "preview_addresses": preview_addresses(event),
            "timeline_address": address if event.status == Event.Status.PUBLISHED else "",
        }

    @admin.display(description=_("date"), ordering="earliest")
    def date_in_words(self, event):
        words = display(event.date, get_language())
        return format_html('{} <span class="edtf">{}</span>', words, event.date)

    @admin.display(description=_("citations"), ordering="sources")
    def citation_count(self, event):
        return event.sources


@admin.register(Relation)
class RelationAdmin(PartRights, RecordAdmin):
    list_display = ("from_event", "kind", "to_event", "status", "source", "locator")
    list_filter = ("kind", "status", "source")
    list_select_related = ("from_event", "to_event", "source")
    autocomplete_fields = ("from_event", "to_event", "source")
    search_fields = ("from_event", "to_event")

    def get_search_results(self, request, queryset, search_term):
        events = matching(Event.objects.all(), search_term)
        return queryset.filter(from_event__in=events) | queryset.filter(to_event__in=events), False


@admin.register(Figure)
class FigureAdmin(PartRights, RecordAdmin):
    list_display = ("label", "qualifier", "value", "unit", "event", "source", "locator")
    list_filter = ("source", "qualifier")
    list_select_related = ("event", "source")
    autocomplete_fields = ("event", "source")
    search_fields = ("label", "beneficiary")
