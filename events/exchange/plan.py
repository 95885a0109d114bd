"""Decides for each record of a load what is to be done with it, and what may not be done."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from events.dates.errors import quote
from events.models import Citation, Event, Figure, Relation

from .database import Stored
from .fields import fields_of, value_text
from .records import Name, Record
from .report import Report

# Whose record a record is: an editor's work on an event covers what hangs on it.
OWNERS: dict[Any, tuple[str, ...]] = {
    Event: (),
    Citation: ("event",),
    Figure: ("event",),
    Relation: ("from_event", "to_event"),
}
CONTEXT = 20


class Existing(StrEnum):
    """What happens to a record that the database holds with other content."""

    REFUSE = "refuse"
    UPDATE = "update"
    KEEP = "keep"


@dataclass(slots=True)
class Change:
    record: Record
    stored: Stored
    fields: list[str]


@dataclass(slots=True)
class Plan:
    """What a load does: records to create, records to change, how many stay.

    `raised` holds the events whose version goes up, each with a changed record that belongs to it.
    """

    created: list[Record] = field(default_factory=list)
    updated: list[Change] = field(default_factory=list)
    unchanged: int = 0
    kept: list[Record] = field(default_factory=list)
    raised: dict[Name, tuple[Stored, Record]] = field(default_factory=dict)

    @property
    def written(self) -> list[Record]:
        return [*self.created, *(change.record for change in self.updated)]


def make_plan(records: list[Record], database: dict[Name, Stored], existing: Existing, report: Report) -> Plan:
    """Sort the records into a plan; reports what the plan would overwrite against the rules."""
    plan = Plan()
    stated = {record.name: record.version for record in records}
    for record in records:
        stored = database.get(record.name)
        fields = _differing_fields(record, stored) if stored else []
        if stored and not fields:
            plan.unchanged += 1
            continue
        conflict = next(
            (words for name in _owners(record) if (words := _conflict(database.get(name), stated.get(name)))), ""
        )
        if (stored or conflict) and existing is Existing.KEEP:
            plan.kept.append(record)
        elif conflict:
            report.add(record.location, conflict, record.label)
        elif not stored:
            plan.created.append(record)
        elif existing is Existing.REFUSE:
            report.add(record.location, _differs(stored.record, record, fields), record.label)
        else:
            plan.updated.append(Change(record, stored, fields))
            plan.raised |= {name: (database[name], record) for name in _owners(record) if name in database}
    return plan


def _owners(record: Record) -> list[Name]:
    """The events to which a record belongs; an event belongs to itself, vocabulary and sources to none."""
    if record.model is Event:
        return [record.name]
    return [(Event, record.values[side]) for side in OWNERS.get(record.model, ())]


def _conflict(event: Stored | None, stated: int | None) -> str:
    """Why the files may not touch an event of the database, or nothing."""
    if event is None or event.version is None or stated == event.version:
        return ""
    values = {"event": event.record.label, "version": event.version, "stated": stated}
    repair = _("take its present text from dump_fixtures, with its version, and make the change there")
    if stated is not None and event.version > stated:
        words = _(
            "%(event)s has version %(version)d in the database and %(stated)d in the file, so it was changed since; "
        )
    elif event.loaded_version is None:
        words = _("%(event)s was written by an editor in the database; ")
    elif event.version != event.loaded_version:
        words = _("%(event)s was changed by an editor in the database since it was loaded; ")
    else:
        return ""
    return words % values + repair


def _differing_fields(record: Record, stored: Stored) -> list[str]:
    return [
        name
        for name, field in fields_of(record.model).items()
        if _comparable(field, record.values[name]) != _comparable(field, stored.record.values[name])
    ]


def _comparable(field: Any, value: Any) -> Any:
    return frozenset(value) if field.many_to_many else value


def _differs(old: Record, new: Record, fields: list[str]) -> str:
    parts = [f"{name} {_shown_change(value_text(old.values[name]), value_text(new.values[name]))}" for name in fields]
    return _("the database holds other content: %(changes)s; to write it, load with --existing update") % {
        "changes": "; ".join(parts)
    }


def _shown_change(old: str, new: str) -> str:
    """`"old" → "new"`, beginning shortly before the first letter that differs."""
    same = next(
        (place for place, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
    )
    start = max(0, same - CONTEXT)
    shown = ["…" * bool(start) + text[start:] for text in (old, new)]
    return f"{quote(shown[0])} → {quote(shown[1])}"
