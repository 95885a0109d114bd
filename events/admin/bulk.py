"""The bulk change of the list of events: choose, look at the effect, do it."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.actions.bulk import LINKS, BulkChange, apply, effect
from events.actions.claimed import NotPossible, Outdated
from events.actions.workflow import MOVES
from events.models import Event

MOST = 500
NAME = "events_event_bulk"


class BulkForm(forms.Form):
    def __init__(self, *args, admin_site, **options):
        super().__init__(*args, **options)
        labels = {
            "themes": (_("add themes"), _("take off themes")),
            "countries": (_("add countries"), _("take off countries")),
        }
        for name, model in LINKS.items():
            for verb, label in zip(("add", "remove"), labels[name], strict=True):
                widget = AutocompleteSelectMultiple(Event._meta.get_field(name), admin_site)
                self.fields[f"{verb}_{name}"] = forms.ModelMultipleChoiceField(
                    model.objects.all(), label=label, required=False, widget=widget
                )
        moves = [("", _("leave as it is")), *((name, move.label) for name, move in MOVES.items())]
        self.fields["move"] = forms.ChoiceField(label=_("status"), choices=moves, required=False)
        self.fields["reason"] = forms.CharField(
            label=_("why"), max_length=500, help_text=_("One sentence; it stands in the history of each event.")
        )

    def change(self) -> BulkChange:
        given = {name: frozenset(one.pk for one in self.cleaned_data[name]) for name in self.fields if "_" in name}
        add = {name: given[f"add_{name}"] for name in LINKS}
        return BulkChange(add, {name: given[f"remove_{name}"] for name in LINKS}, self.cleaned_data["move"])

    def clean(self):
        super().clean()
        if not self.errors and self.change().is_empty:
            raise forms.ValidationError(_("Choose what to change: themes, countries or the status."))


def read_selection(text: str) -> dict[int, int]:
    """`12:3 15:1` → the version that was seen of each event, by its number; junk is left out."""
    pairs = (part.partition(":") for part in text.split()[:MOST])
    return {int(pk): int(version) for pk, _colon, version in pairs if _is_number(pk) and _is_number(version)}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


class BulkAdmin:
    actions = ("change_many",)

    def get_urls(self):
        return [path("bulk/", self.admin_site.admin_view(self.bulk_view), name=NAME), *super().get_urls()]

    @admin.action(description=_("Change theme, country or status …"), permissions=["change"])
    def change_many(self, request, queryset):
        events = list(queryset.order_by("pk").values_list("pk", "version")[: MOST + 1])
        if len(events) > MOST:
            messages.error(request, _("Choose at most %(most)d events at a time.") % {"most": MOST})
            return None
        return self._page(request, dict(events), BulkForm(admin_site=self.admin_site))

    def bulk_view(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied
        seen = read_selection(request.POST.get("selection", ""))
        if request.method != "POST" or not seen:
            return HttpResponseRedirect(reverse("admin:events_event_changelist"))
        form = BulkForm(request.POST, admin_site=self.admin_site)
        if not form.is_valid():
            return self._page(request, seen, form, status=422)
        return self._done(request, seen, form) if "_apply" in request.POST else self._effects(request, seen, form)

    def _effects(self, request, seen, form, changed=(), status=200):
        """The effect on each event as it stands now, whose version then counts as seen."""
        events = Event.objects.filter(pk__in=seen).in_order().prefetch_related(*LINKS)
        effects = [effect(event, form.change(), request.user) for event in events]
        acting = {one.event.pk: one.event.version for one in effects if one.does_something}
        more = {"effects": effects, "acting": len(acting), "changed": changed}
        return self._page(request, acting or seen, form, status, **more)

    def _done(self, request, seen, form):
        try:
            count = apply(form.change(), seen, user=request.user, reason=form.cleaned_data["reason"])
        except Outdated:
            now = dict(Event.objects.filter(pk__in=seen).values_list("pk", "version"))
            changed = {pk for pk, version in seen.items() if now.get(pk) != version}
            return self._effects(request, seen, form, changed, status=409)
        except NotPossible as error:
            form.add_error(None, error.problems)
            return self._page(request, seen, form, status=422)
        words = ngettext("%(count)d event was changed.", "%(count)d events were changed.", count)
        messages.success(request, words % {"count": count})
        return HttpResponseRedirect(reverse("admin:events_event_changelist"))

    def _page(self, request, seen, form, status=200, **more):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Change several events"),
            "opts": Event._meta,
            "form": form,
            "media": self.media + form.media,
            "selection": " ".join(f"{pk}:{version}" for pk, version in sorted(seen.items())),
            "events": Event.objects.filter(pk__in=seen).in_order(),
            **more,
        }
        return TemplateResponse(request, "admin/events/event/bulk.html", context, status=status)
