"""What stands on the page of an event beside its own fields: citations, relations, figures."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedFieldAdmin

from events.languages import columns
from events.models import Citation, Event, Figure, Relation


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


class PartInline(TranslatedFieldAdmin, admin.StackedInline):
    extra = 0


class CitationInline(PartInline):
    model = Citation
    formset = CitationFormSet
    autocomplete_fields = ("source",)
    fields = (("source", "locator"), ("supports", "stance", "stated_value", "preferred"), columns("note"))


class RelationOutInline(PartInline):
    model = Relation
    fk_name = "from_event"
    verbose_name = _("relation from this event")
    verbose_name_plural = _("relations from this event")
    autocomplete_fields = ("to_event", "source")
    fields = (("kind", "to_event", "status"), ("source", "locator"), columns("note"))


class FigureInline(PartInline):
    model = Figure
    autocomplete_fields = ("source",)
    fields = (
        ("key", "order"),
        columns("label"),
        ("qualifier", "value", "period"),
        columns("unit"),
        columns("beneficiary"),
        ("source", "locator"),
        columns("note"),
    )
