"""Back to an earlier state of a record, with all its parts, as one step that is itself recorded."""

from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.utils.translation import gettext as _

from events.exchange.past import Past
from events.models import Change, Event, step
from events.roles import may_change

from .bring_back import bring_back, check_record, set_links
from .claimed import NotPossible, Outdated, need_reason
from .workflow import check_publishable

# What an earlier state does not bring back: where the event stands on its way, and the count of its changes.
KEPT = ("status", "version", "loaded_version", "created")


def seen_marks(model, pks) -> dict[int, int]:
    """What tells whether each record was changed since: the version of an event, else its newest change, 0 for none."""
    if model is Event:
        return dict(Event.objects.filter(pk__in=pks).values_list("pk", "version"))
    there = set(model._default_manager.filter(pk__in=pks).values_list("pk", flat=True))
    newest = model.history.filter(id__in=pks).order_by().values_list("id").annotate(Max("change_id"))
    return dict.fromkeys(there, 0) | {pk: change for pk, change in newest if pk in there}


def seen_of(record) -> int:
    return seen_marks(type(record), [record.pk])[record.pk]


def revert(model, pk, change: int, *, seen: int, user, reason: str) -> list[str]:
    """Make the record what it was after `change`; returns what could not come back because it is no more."""
    reason = need_reason(reason)
    with step(reason, Change.Kind.REVERTED, user):
        record = _taken(model, pk, seen)
        if not _may_revert(user, record):
            raise PermissionDenied
        past = Past(model, pk)
        then = past.own_row(change)
        if then is None:
            raise NotPossible([_("The record did not exist at that time.")])
        for field in model.history.model.tracked_fields:
            if field.name not in KEPT:
                setattr(record, field.attname, getattr(then, field.attname))
        check_record(record)
        record.save()
        lost = set_links(record, then, past)
        lost += _revert_parts(past, change)
        if model is Event and record.status == Event.Status.PUBLISHED:
            check_publishable(record)
    return lost


def _may_revert(user, record) -> bool:
    """The right to change the record; a part is as open as its event."""
    event = record if isinstance(record, Event) else None
    for owner in getattr(record, "belongs_to", ()):
        event = getattr(record, owner)
    is_open = event is None or may_change(user, event)
    return is_open and user.has_perm(f"events.change_{record._meta.model_name}")


def _taken(model, pk, seen: int):
    """The record, held for this step; raises Outdated when it was changed since it was seen."""
    if model is Event:
        if not Event.objects.claim(pk, seen):
            raise Outdated
        return Event.objects.get(pk=pk)
    record = model.objects.select_for_update().get(pk=pk)
    if seen_of(record) != seen:
        raise Outdated
    return record


def _revert_parts(past: Past, change: int) -> list[str]:
    """Delete the parts that came later, then put back those that went or were changed."""
    rows = past.rows(change)
    lost = []
    for model, owner in past.parts.items():
        present = {part.pk: part for part in model.objects.filter(**{owner: past.pk})}
        then = {pk: row for (each, pk), row in rows.items() if each is model}
        differing = [pk for pk, row in then.items() if pk in present and not _is_same(present[pk], row)]
        for pk, part in present.items():
            if pk not in then:
                part.delete()
        with step() as current:
            for pk in differing:
                current.touch(model, pk)
        # Out of the way first: two parts may have changed places under a rule that keeps them apart.
        model.objects.filter(pk__in=differing)._raw_delete(model.objects.db)
        for pk, row in then.items():
            if pk in differing or pk not in present:
                lost += bring_back(model, row)
    return lost


def _is_same(part, row) -> bool:
    return all(getattr(part, field.attname) == getattr(row, field.attname) for field in row.tracked_fields)
