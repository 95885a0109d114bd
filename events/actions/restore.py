"""What was deleted, and bringing it back with all that went along with it."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _

from events.exchange.past import Past
from events.languages import LANGUAGES
from events.models import RECORD_MODELS, Change, Event, step
from events.roles import may_publish

from .bring_back import bring_back, set_links
from .claimed import NotPossible, need_reason


@dataclass(frozen=True, slots=True)
class Deleted:
    model: Any
    row: Any

    @property
    def name(self) -> str:
        return " / ".join(text for code in LANGUAGES if (text := getattr(self.row, f"{self._column}_{code}", "")))

    @property
    def kind(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def model_name(self) -> str:
        return str(self.model._meta.model_name)

    @property
    def _column(self) -> str:
        return "title" if hasattr(self.row, "title_en") else "name" if hasattr(self.row, "name_en") else "question"


def deleted_records(limit: int = 200) -> list[Deleted]:
    """Records that are no more, last ones first; parts of events are found in the history of their event."""
    found = []
    for model in RECORD_MODELS:
        if getattr(model, "belongs_to", ()):
            continue
        gone = model.history.filter(history_type="-").exclude(id__in=model.objects.values("pk"))
        last = gone.filter(pk__in=gone.order_by().values("id").annotate(last=models.Max("pk")).values("last"))
        found += [Deleted(model, row) for row in last.select_related("change__user").order_by("-change_id")[:limit]]
    return sorted(found, key=lambda each: -each.row.change_id)[:limit]


def restore(model, pk, *, user, reason: str) -> tuple[Any, list[str]]:
    """Make a deleted record again; returns it, and what could not come back because what it points to is no more."""
    reason = need_reason(reason)
    name = model._meta.model_name
    if not user.has_perm(f"events.delete_{name}"):
        raise PermissionDenied
    with step(reason, Change.Kind.RESTORED, user) as current:
        if model.objects.filter(pk=pk).exists():
            raise NotPossible([_("The record is there: somebody has restored it already.")])
        row = model.history.filter(id=pk, history_type="-").order_by("-change_id").first()
        if row is None:
            raise NotPossible([_("Nothing is kept of this record.")])
        if model is Event:
            _prepare_event(row, user)
        if lost := bring_back(model, row):
            raise NotPossible(lost)
        if model is Event:
            current.raised(pk)
        record = model.objects.get(pk=pk)
        lost = set_links(record, row, Past(model, pk))
        for part, part_row in _went_along(model, row):
            lost += bring_back(part, part_row)
    return record, lost


def _prepare_event(row, user) -> None:
    """Forms that were open when the event was deleted must not pass, nor may what was public return unasked."""
    row.version += 1
    if row.status == Event.Status.PUBLISHED and not may_publish(user):
        row.status = Event.Status.DRAFT


def _went_along(model, row):
    """The records that were deleted with this one because they belonged to it."""
    for relation in model._meta.related_objects:
        part = relation.related_model
        if relation.on_delete is models.CASCADE and hasattr(part, "history"):
            rows = part.history.filter(change_id=row.change_id, history_type="-", **{relation.field.name: row.id})
            for each in rows.order_by("id"):
                if not part.objects.filter(pk=each.id).exists():
                    yield part, each
