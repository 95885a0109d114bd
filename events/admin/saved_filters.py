"""Views of a list that an editor has given a name; each editor sees only the own ones."""

from django.contrib import messages
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from events.models import SavedFilter

MOST = 30
# What says where one is in the list, not what the list shows.
PASSING = ("p", "all", "e", "_popup", "_to_field")


def canonical(text: str) -> str:
    """A query string without what passes, its parameters in order."""
    query = QueryDict(text.removeprefix("?"))
    kept = sorted((name, value) for name, values in query.lists() if name not in PASSING for value in values)
    canonical = QueryDict(mutable=True)
    for name, value in kept:
        canonical.appendlist(name, value)
    return canonical.urlencode()


class SavedFilterAdmin:
    def get_urls(self):
        save = self.admin_site.admin_view(require_POST(self.save_filter))
        delete = self.admin_site.admin_view(require_POST(self.delete_filter))
        return [
            path("filters/", save, name="events_event_save_filter"),
            path("filters/<int:pk>/delete/", delete, name="events_event_delete_filter"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        query = canonical(request.META.get("QUERY_STRING", ""))
        saved = [(each, each.query == query) for each in SavedFilter.objects.filter(user=request.user)]
        is_new = bool(query) and not any(shown for _each, shown in saved)
        more = {"saved_filters": saved, "filter_query": query, "filter_is_new": is_new}
        return super().changelist_view(request, {**more, **(extra_context or {})})

    def save_filter(self, request):
        name, query = request.POST.get("name", "").strip(), canonical(request.POST.get("query", ""))
        saved = SavedFilter.objects.filter(user=request.user)
        if not 0 < len(name) <= 60 or "\0" in name:
            messages.error(request, _("Give the view a name of at most 60 characters."))
        elif not query or len(query) > 500 or "\0" in query:
            messages.error(request, _("There is nothing to keep: filter, search or sort the list first."))
        elif saved.exclude(name=name).count() >= MOST:
            messages.error(request, _("You have %(most)d saved views already: delete one first.") % {"most": MOST})
        else:
            saved.update_or_create(name=name, defaults={"user": request.user, "query": query})
            messages.success(request, _("The view “%(name)s” is saved.") % {"name": name})
        return self._back(query)

    def delete_filter(self, request, pk):
        saved = get_object_or_404(SavedFilter, pk=pk, user=request.user)
        saved.delete()
        messages.success(request, _("The view “%(name)s” is deleted.") % {"name": saved.name})
        return self._back("")

    def _back(self, query):
        address = reverse("admin:events_event_changelist")
        return HttpResponseRedirect(f"{address}?{query}" if query else address)
