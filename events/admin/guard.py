"""No lost update: a change form says what it was filled from, and is refused when the record has changed since.

Events are claimed by their version; other records are locked and compared with what the form had shown. The loser gets
the form again with status 409: both versions, the difference, and the typed text merged with what others wrote.
"""

from django import forms
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.models import Event, step

from .conflict import Conflict, find_conflict
from .form_state import FormState, shown_state
from .reason import ReasonForm


class SeenField(forms.CharField):
    """Travels with the form without being a part of the record."""

    is_about_the_form = True

    def __init__(self):
        super().__init__(required=False, widget=forms.HiddenInput)

    def has_changed(self, initial, data):
        return False


class GuardedForm(ReasonForm):
    seen_version = SeenField()
    seen_state = SeenField()
    # Set by the admin on the class that it makes for one request.
    conflict: Conflict | None = None

    def clean(self):
        super().clean()
        if self.conflict:
            raise ValidationError(
                _(
                    "Not saved: somebody else changed this record after you opened it. Your text is kept below, "
                    "joined with theirs; look at the differences and save again."
                ),
                code="changed",
            )


class Refused(Exception):
    """Leaves the step, so that nothing of it stays; carries the page that says why."""

    def __init__(self, response):
        self.response = response


class GuardedAdmin:
    form = GuardedForm

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with step(user=request.user):
                conflict = self._guard(request, object_id)
                response = super().changeform_view(request, object_id, form_url, extra_context)
                if response.status_code != 302:
                    raise Refused(response)
        except Refused as refused:
            response = refused.response
        if conflict:
            response.status_code = 409
        return response

    def _guard(self, request, object_id) -> Conflict | None:
        """Hold the record for this request; where it is no longer the one that was seen, merge the post with it."""
        request.conflict = None
        record = self.get_object(request, unquote(object_id))
        if record is not None and self.has_change_permission(request, record) and not self._hold(request, record):
            record = self.get_object(request, unquote(object_id))
            request.conflict = find_conflict(request.POST, record, *self._present_forms(request, record))
            request.POST = request.conflict.post
        return request.conflict

    def _hold(self, request, record) -> bool:
        """Take the record if it is still what the form was filled from."""
        if self.model is Event:
            seen = request.POST.get("seen_version", "")
            return seen.isascii() and seen.isdigit() and len(seen) < 10 and Event.objects.claim(record.pk, int(seen))
        self.model._default_manager.select_for_update().filter(pk=record.pk).first()
        seen_state = FormState.from_json(request.POST.get("seen_state", ""))
        record = self.get_object(request, str(record.pk))
        return seen_state == shown_state(*self._present_forms(request, record))

    def _present_forms(self, request, record):
        """The form and the lists in it as they would be shown now."""
        fields = flatten_fieldsets(self.get_fieldsets(request, record))
        form = self.get_form(request, record, change=True, fields=fields)(instance=record)
        formsets = [
            formset(instance=record, prefix=formset.get_default_prefix(), queryset=inline.get_queryset(request))
            for formset, inline in self.get_formsets_with_inlines(request, record)
        ]
        return form, formsets

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.conflict = getattr(request, "conflict", None)
        return form

    def get_fields(self, request, obj=None):
        """The seen state is no field of the page; its template puts it at the top of the form."""
        fields = super().get_fields(request, obj)
        return [name for name in fields if name not in ("seen_version", "seen_state")]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        if change and obj is not None and not form.is_bound:
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            form.initial["seen_state"] = shown_state(form, formsets).to_json()
            form.initial["seen_version"] = getattr(obj, "version", "")
        context["conflict"] = getattr(request, "conflict", None)
        return super().render_change_form(request, context, add, change, form_url, obj)
