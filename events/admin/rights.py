"""Who may touch what: drafts by every contributor, what the public knows by editors, and its parts likewise."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.roles import may_change, may_delete


class EventRights:
    """For the admin of events; the state of an event is never a field, it changes by the steps of the workflow."""

    def has_change_permission(self, request, obj=None):
        if getattr(request, "is_proposing", False):
            return True
        return super().has_change_permission(request, obj) and may_change(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and may_delete(request.user, obj)

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), "status")


class PartRights:
    """For the separate pages of citations, relations and figures: their event decides."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._owner_is_open(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._owner_is_open(request, obj)

    def _owner_is_open(self, request, part):
        return part is None or may_change(request.user, getattr(part, self.model.belongs_to[0]))

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        owner = self.model.belongs_to[0]

        def clean(self):
            event = self.cleaned_data.get(owner)
            if event and not may_change(request.user, event):
                words = _("This event is published: propose the change on its own page.")
                raise ValidationError({owner: words})
            return super(guarded, self).clean()

        guarded = type(form.__name__, (form,), {"clean": clean})
        return guarded
