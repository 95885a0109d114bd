"""Editing the vocabulary: countries, organisations, themes, people with their offices, places, periods."""

from django.contrib import admin
from translated_fields import TranslatedFieldAdmin

from events.languages import columns
from events.models import Country, Office, Organisation, Period, Person, Place, Theme

from .base import RecordAdmin


@admin.register(Country)
class CountryAdmin(RecordAdmin):
    list_display = ("code", *columns("name"), "first_year", "last_year", "successor", "colour", "shape")
    list_select_related = ("successor",)
    autocomplete_fields = ("successor",)
    search_fields = ("name", "alternative_names")


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    list_display = (*columns("name"), "kind", "country", "dates")
    list_filter = ("kind",)
    list_select_related = ("country",)
    autocomplete_fields = ("country",)
    search_fields = ("name", "short_name", "alternative_names")


@admin.register(Theme)
class ThemeAdmin(RecordAdmin):
    list_display = (*columns("name"), "order")
    search_fields = ("name", "definition")


class OfficeInline(TranslatedFieldAdmin, admin.StackedInline):
    model = Office
    extra = 0
    autocomplete_fields = ("country", "organisation")
    fields = (columns("title"), ("term", "country", "organisation"))


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    list_display = (*columns("name"), "born", "died", "country")
    list_filter = ("country",)
    list_select_related = ("country",)
    autocomplete_fields = ("country",)
    inlines = (OfficeInline,)
    search_fields = ("name", "original_name")


@admin.register(Office)
class OfficeAdmin(RecordAdmin):
    list_display = ("person", *columns("title"), "term", "country")
    list_select_related = ("person", "country")
    autocomplete_fields = ("person", "country", "organisation")
    search_fields = ("title",)


@admin.register(Place)
class PlaceAdmin(RecordAdmin):
    list_display = (*columns("name"), "former_name_vi", "country", "latitude", "longitude")
    list_filter = ("country",)
    list_select_related = ("country",)
    autocomplete_fields = ("country",)
    search_fields = ("name", "former_name")


@admin.register(Period)
class PeriodAdmin(RecordAdmin):
    list_display = (*columns("name"), "dates", "periodisation", "order")
    list_filter = ("periodisation",)
    list_select_related = ("periodisation",)
    autocomplete_fields = ("periodisation",)
    search_fields = ("name",)
