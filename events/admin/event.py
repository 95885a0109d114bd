"""Editing events with their citations, relations and figures on one page."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.forms import BaseInlineFormSet
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedFieldAdmin

from events.dates.display import display
from events.models import Citation, Event, Figure, Relation
from events.search import matching

from .base import RecordAdmin
from .filters import NeedsWork


class CitationFormSet(BaseInlineFormSet):
    """A published event keeps at least one source; the rule sees the citations as they are about to be saved."""

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form.has_changed() or form.instance.pk]
        kept = [form for form in kept if not form.cleaned_data.get("DELETE")]
        if self.instance.status == Event.Status.PUBLISHED and not kept:
            raise ValidationError(
                _("A published event needs at least one source: add a citation, or save it as a draft.")
            )


class CitationInline(TranslatedFieldAdmin, admin.StackedInline):
    model = Citation
    formset = CitationFormSet
    extra = 0
    autocomplete_fields = ("source",)
    fields = (("source", "locator"), ("supports", "stance", "stated_value", "preferred"), ("note_vi", "note_en"))


class RelationOutInline(TranslatedFieldAdmin, admin.StackedInline):
    model = Relation
    fk_name = "from_event"
    extra = 0
    verbose_name = _("relation from this event")
    verbose_name_plural = _("relations from this event")
    autocomplete_fields = ("to_event", "source")
    fields = (("kind", "to_event", "status"), ("source", "locator"), ("note_vi", "note_en"))


class FigureInline(TranslatedFieldAdmin, admin.StackedInline):
    model = Figure
    extra = 0
    autocomplete_fields = ("source",)
    fields = (
        ("key", "order"),
        ("label_vi", "label_en"),
        ("qualifier", "value", "unit_vi", "unit_en"),
        ("beneficiary_vi", "beneficiary_en", "period"),
        ("source", "locator"),
        ("note_vi", "note_en"),
    )


@admin.register(Event)
class EventAdmin(RecordAdmin):
    list_display = ("title", "date_in_words", "status", "importance", "citation_count", "version")
    list_filter = ("status", NeedsWork, "importance", "themes", "countries")
    search_fields = ("search",)
    autocomplete_fields = ("countries", "organisations", "themes", "people", "place")
    readonly_fields = ("version", "created", "modified")
    inlines = (CitationInline, RelationOutInline, FigureInline)
    fieldsets = (
        (None, {"fields": (("date", "importance"), ("status", "slug"), ("title_vi", "title_en"))}),
        (_("Text"), {"fields": (("summary_vi", "summary_en"), ("significance_vi", "significance_en"))}),
        (_("Who, where, about what"), {"fields": ("countries", "themes", "people", "organisations", "place")}),
        (_("Other names"), {"fields": (("alternative_names_vi", "alternative_names_en"),)}),
        (_("State of the record"), {"fields": (("version", "created", "modified"),)}),
    )

    def get_search_results(self, request, queryset, search_term):
        return matching(queryset, search_term), False

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(sources=Count("citations"))

    @admin.display(description=_("date"), ordering="earliest")
    def date_in_words(self, event):
        words = display(event.date, get_language())
        return format_html('{} <span class="edtf">{}</span>', words, event.date)

    @admin.display(description=_("citations"), ordering="sources")
    def citation_count(self, event):
        return event.sources

    def save_model(self, request, event, form, change):
        """Each save counts the record's version up; readers of the API and other editors can see it."""
        if change:
            event.version += 1
        super().save_model(request, event, form, change)


@admin.register(Relation)
class RelationAdmin(RecordAdmin):
    list_display = ("from_event", "kind", "to_event", "status", "source", "locator")
    list_filter = ("kind", "status", "source")
    list_select_related = ("from_event", "to_event", "source")
    autocomplete_fields = ("from_event", "to_event", "source")
    search_fields = ("from_event", "to_event")

    def get_search_results(self, request, queryset, search_term):
        events = matching(Event.objects.all(), search_term)
        return queryset.filter(from_event__in=events) | queryset.filter(to_event__in=events), False


@admin.register(Figure)
class FigureAdmin(RecordAdmin):
    list_display = ("label", "qualifier", "value", "unit", "event", "source", "locator")
    list_filter = ("source", "qualifier")
    list_select_related = ("event", "source")
    autocomplete_fields = ("event", "source")
    search_fields = ("label", "beneficiary")
