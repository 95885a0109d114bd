"""Deleting asks why, and is refused when a record is no longer the one that the page showed."""

from django.contrib.admin.actions import delete_selected as delete_of_django
from django.contrib.admin.utils import unquote
from django.http import QueryDict
from django.utils.text import capfirst

from events.actions.claimed import NotPossible, Outdated, need_reason
from events.actions.revert import seen_marks
from events.models import Change, step

REASON_LENGTH = 500


class DeletionAdmin:
    """For the page of one deletion and the action of the list; both are one step of history."""

    def delete_view(self, request, object_id, extra_context=None):
        if request.method != "POST":
            return super().delete_view(request, object_id, {"seen": self._marks([unquote(object_id)])})
        with step(kind=Change.Kind.DELETED, user=request.user):
            refused = self._refusal(request, [unquote(object_id)])
            response = super().delete_view(request, object_id, refused)
        return _with_status(response, refused)

    def get_deleted_objects(self, objs, request):
        """Without the rows that only link two records: they go with the record, and nobody knows them by a name."""
        found, counts, lacking, protected = super().get_deleted_objects(objs, request)
        links = [field.remote_field.through._meta for field in self.model._meta.many_to_many]
        counts = {
            name: count for name, count in counts.items() if name not in {meta.verbose_name_plural for meta in links}
        }
        begins = tuple(f"{capfirst(meta.verbose_name)}: " for meta in links)
        return _without(found, begins) if begins else found, counts, lacking, protected

    def get_actions(self, request):
        actions = super().get_actions(request)
        if stock := actions.get("delete_selected"):
            actions["delete_selected"] = (delete_selected, *stock[1:])
        return actions

    def delete_model(self, request, obj):
        with step(_reason(request), Change.Kind.DELETED, request.user):
            super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        with step(_reason(request), Change.Kind.DELETED, request.user):
            super().delete_queryset(request, queryset)

    def _marks(self, pks) -> str:
        """`12:3 15:1`: what was seen of each record, as the page carries it."""
        numbers = [int(pk) for pk in map(str, pks) if pk.isascii() and pk.isdigit() and len(pk) < 10]
        return " ".join(f"{pk}:{mark}" for pk, mark in sorted(seen_marks(self.model, numbers).items()))

    def _refusal(self, request, pks) -> dict | None:
        """What the page says when nothing may be deleted; the post then only shows the page again."""
        seen, marks = request.POST.get("seen", ""), self._marks(pks)
        try:
            need_reason(_reason(request))
            if marks and seen != marks:
                raise Outdated
        except (NotPossible, Outdated) as error:
            status = 409 if isinstance(error, Outdated) else 422
            refused = {"seen": marks, "reason": _reason(request), "problem": str(error), "status": status}
            if status == 409:
                refused["changes"] = self._last_changes(pks)
            request.POST = QueryDict()
            return refused
        return None

    def _last_changes(self, pks) -> list[Change]:
        """The newest steps that touched them, for the person who has to look again."""
        changes = self.model.history.filter(id__in=list(pks)).order_by().values("change")
        return list(Change.objects.filter(pk__in=changes).select_related("user").order_by("-pk")[:3])


def delete_selected(admin, request, queryset):
    """Django's own action, with a reason and only for what was seen."""
    pks = list(queryset.values_list("pk", flat=True))
    if not request.POST.get("post"):
        return _shown(delete_of_django(admin, request, queryset), {"seen": admin._marks(pks)})
    with step(kind=Change.Kind.DELETED, user=request.user):
        refused = admin._refusal(request, pks)
        response = delete_of_django(admin, request, queryset)
    return _with_status(_shown(response, refused or {}), refused)


def _without(found, begins):
    """Django's nested list of sentences without those that begin so."""
    return [
        _without(each, begins) if isinstance(each, list) else each
        for each in found
        if isinstance(each, list) or not str(each).startswith(begins)
    ]


def _shown(response, extra):
    if response is not None:
        response.context_data |= extra
    return response


def _with_status(response, refused):
    if refused and response.status_code == 200:
        response.status_code = refused["status"]
    return response


def _reason(request) -> str:
    return request.POST.get("reason", "").replace("\0", "").strip()[:REASON_LENGTH]
