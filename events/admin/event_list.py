"""Editing in the list of events: each row says which version it shows, and one that has changed since is refused."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Event, step

from .guard import Refused, SeenField


class RowForm(forms.ModelForm):
    """One row; only what the editor really changed is written, and only into the version that was on the screen."""

    seen_version = SeenField()
    # Set by the admin for one request.
    may_change = staticmethod(lambda event: True)
    is_outdated = False

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.initial["seen_version"] = self.instance.version
        for field in self.fields.values():
            if not field.widget.is_hidden:
                field.show_hidden_initial = True
                field.widget.attrs["aria-label"] = f"{field.label}: {self.instance.title}"

    def clean(self):
        cleaned = super().clean()
        if not self.has_changed():
            return cleaned
        if not self.may_change(self.instance):
            raise ValidationError(_("You may not change this event."))
        if str(self.cleaned_data["seen_version"]) != str(self.instance.version):
            self._refuse()
        return cleaned

    def _refuse(self):
        """Say both versions; the typed value stays in its field, and saving again writes it into the newer one."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_version")] = str(self.instance.version)
        for name in self.changed_data:
            present, typed = getattr(self.instance, name), self.cleaned_data.get(name)
            self.data[self.add_initial_prefix(name)] = str(present)
            if present != typed:
                self.is_outdated = True
                labels = dict(self.fields[name].choices)
                values = {"present": labels.get(present, present), "typed": labels.get(typed, typed)}
                words = _(
                    "Somebody else changed this event after you opened the list. In the record now: “%(present)s”; "
                    "you chose: “%(typed)s”. Save again to keep your choice."
                )
                self.add_error(name, words % values)


class EventListAdmin:
    list_editable = ("importance",)

    def get_changelist_form(self, request, **options):
        form = super().get_changelist_form(request, **{**options, "form": RowForm})
        form.may_change = staticmethod(lambda event: self.has_change_permission(request, event))
        return form

    def changelist_view(self, request, extra_context=None):
        if request.method != "POST" or "_save" not in request.POST:
            return super().changelist_view(request, extra_context)
        try:
            with step(_("changed in the list of events"), user=request.user):
                # From here on nobody else changes them; locked in one order, so that two editors never wait for each other.
                rows = [
                    value for name, value in request.POST.items() if name.startswith("form-") and name.endswith("-id")
                ]
                pks = [int(pk) for pk in rows if pk.isascii() and pk.isdigit() and len(pk) < 10]
                list(Event.objects.select_for_update().filter(pk__in=pks).order_by("pk"))
                response = super().changelist_view(request, extra_context)
                if response.status_code != 302:
                    raise Refused(response)
        except Refused as refused:
            response = refused.response
            if any(form.is_outdated for form in response.context_data["cl"].formset.forms):
                response.status_code = 409
        return response

    def save_model(self, request, event, form, change):
        if isinstance(form, RowForm):
            Event.objects.claim(event.pk, event.version)
            event.version += 1
        super().save_model(request, event, form, change)
