"""Copies records as they stand into their history tables, many at once and with their many-to-many links."""

from collections.abc import Iterable
from functools import cache

from django.apps import apps

BATCH = 500


@cache
def part_models():
    """The models whose records belong to events; each names the fields that say to which."""
    return tuple(model for model in apps.get_app_config("events").get_models() if getattr(model, "belongs_to", ()))


def owners_of(instance) -> list:
    """The numbers of the events to which a record belongs; none for what belongs to no event."""
    names = getattr(instance, "belongs_to", ())
    return [pk for name in names if (pk := getattr(instance, f"{name}_id")) is not None]


def parts_of(events: Iterable) -> dict:
    """The numbers of all that belongs to the events, by model."""
    found = {}
    for model in part_models():
        found[model] = set()
        for batch in batches(events):
            for name in model.belongs_to:
                found[model].update(
                    model.objects.order_by().filter(**{f"{name}__in": batch}).values_list("pk", flat=True)
                )
    return found


def without_history(model, pks: Iterable) -> list:
    """Those of the records of which no state is kept yet."""
    known: set = set()
    for batch in batches(pks):
        known.update(model.history.order_by().filter(id__in=batch).values_list("id", flat=True).distinct())
    return [pk for pk in pks if pk not in known]


def write_states(model, pks: Iterable, kind: str, change) -> None:
    """Keep the present state of the records as `kind`: `+` created, `~` changed, `-` about to be deleted."""
    history = model.history.model
    columns = [field.attname for field in history.tracked_fields]
    told = {
        "change": change,
        "history_date": change.date,
        "history_user": change.user,
        "history_change_reason": change.reason,
        "history_type": kind,
    }
    for batch in batches(pks):
        rows = model._base_manager.filter(pk__in=batch).order_by("pk").values(*columns)
        states = history.objects.bulk_create([history(**row, **told) for row in rows], batch_size=BATCH)
        _write_links(history, {state.id: state for state in states})


def _write_links(history, states: dict) -> None:
    for field in history._history_m2m_fields:
        kept = getattr(history, field.name).model
        near = f"{field.m2m_field_name()}_id"
        links = field.remote_field.through._default_manager.filter(**{f"{near}__in": list(states)}).order_by("pk")
        kept.objects.bulk_create(
            [kept(**link, history_id=states[link[near]].pk) for link in links.values()], batch_size=BATCH
        )


def batches(pks: Iterable) -> Iterable[list]:
    pks = list(pks)
    return (pks[start : start + BATCH] for start in range(0, len(pks), BATCH))
