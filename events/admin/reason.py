"""Why a record is saved: asked in every change form, kept with the step."""

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.utils.translation import gettext_lazy as _

from events.models import Event, step
from events.roles import PUBLIC

from .deletion import REASON_LENGTH, DeletionAdmin


class ReasonField(forms.CharField):
    """Travels with the form without being a part of the record."""

    is_about_the_form = True

    def __init__(self):
        super().__init__(
            label=_("Reason for this change"),
            max_length=REASON_LENGTH,
            required=False,
            help_text=_("One line; it stands in the history, and for a published event on its public page."),
            widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
        )

    def has_changed(self, initial, data):
        return False


class ReasonForm(forms.ModelForm):
    reason = ReasonField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "reason" in self.fields:
            self.fields["reason"].required = self._is_public()

    def _is_public(self) -> bool:
        """What the public knows already may not change without a word."""
        record = self.instance
        return record.pk is not None and (not isinstance(record, Event) or record.status in PUBLIC)


class ReasonAdmin(DeletionAdmin):
    """Puts the reason below the fields, and everything that one save writes into one step."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with step(user=request.user):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_fieldsets(self, request, obj=None):
        fieldsets = [
            (name, options | {"fields": [field for field in options["fields"] if field != "reason"]})
            for name, options in super().get_fieldsets(request, obj)
        ]
        may_save = self.has_add_permission(request) if obj is None else self.has_change_permission(request, obj)
        if may_save and "reason" not in flatten_fieldsets(fieldsets):
            fieldsets.append((None, {"fields": ["reason"], "classes": ["reason"]}))
        return fieldsets

    def save_model(self, request, obj, form, change):
        with step(reason=form.cleaned_data.get("reason", "")):
            super().save_model(request, obj, form, change)
