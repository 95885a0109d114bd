"""Decides for each record of a load what is to be done with it, and what may not be done."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from events.models import Citation, Event, Figure, Relation

from .database import Stored
from .difference import marked_difference
from .fields import fields_of, value_text
from .records import Name, Record
from .report import ExchangeError, Report

# Whose record a record is: an editor's work on an event covers what hangs on it.
OWNERS: dict[Any, tuple[str, ...]] = {
    Event: (),
    Citation: ("event",),
    Figure: ("event",),
    Relation: ("from_event", "to_event"),
}


class Existing(StrEnum):
    """What happens to a record that the database holds with other content."""

    REFUSE = "refuse"
    UPDATE = "update"
    KEEP = "keep"


class Action(StrEnum):
    """What is to be done with a record."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    KEEP = "keep"


@dataclass(slots=True)
class Entry:
    """One record of a plan: the names of the fields that differ from the database.

    Of a conflict, `edited` tells of an editor's newer work, `to_update` how the door is asked to write a difference.
    """

    record: Record
    action: Action
    stored: Stored | None = None
    fields: list[str] = field(default_factory=list)
    edited: str = ""
    to_update: str = ""

    @property
    def why(self) -> str:
        """Why the record is in conflict; worded when it is asked for, since there may be thousands."""
        return self.edited or (_differs(self) if self.action is Action.CONFLICT else "")

    def differences(self) -> list[tuple[str, str, str]]:
        """Every field that differs with its text in the database and in the file."""
        if self.stored is None:
            return []
        old, new = self.stored.record.values, self.record.values
        return [(name, value_text(old[name]), value_text(new[name])) for name in self.fields]


@dataclass(slots=True)
class Plan:
    """What a load does with each record.

    `raised` holds the events whose version goes up, each with a changed record that belongs to it.
    """

    entries: list[Entry] = field(default_factory=list)
    raised: dict[Name, tuple[Stored, Record]] = field(default_factory=dict)

    def of(self, action: Action) -> list[Entry]:
        return [entry for entry in self.entries if entry.action is action]

    @property
    def created(self) -> list[Record]:
        return [entry.record for entry in self.of(Action.CREATE)]

    @property
    def updated(self) -> list[Entry]:
        return self.of(Action.UPDATE)

    @property
    def written(self) -> list[Record]:
        return [*self.created, *(entry.record for entry in self.updated)]

    def raise_owners(self, record: Record, database: dict[Name, Stored]) -> None:
        self.raised |= {name: (database[name], record) for name in owners(record) if name in database}

    def stop_at_conflicts(self) -> None:
        """Raises ExchangeError with every conflict, and with the plan to show the differences."""
        report = Report()
        for entry in self.of(Action.CONFLICT):
            report.add(entry.record.location, "" if report.is_full else entry.why, entry.record.label)
        if report.count:
            raise ExchangeError(report, self)


def make_plan(records: list[Record], database: dict[Name, Stored], existing: Existing, to_update: str = "") -> Plan:
    """Sort the records into a plan; `to_update` tells in a conflict how the door is asked to write what differs."""
    plan = Plan()
    stated = {record.name: record.version for record in records}
    for record in records:
        stored = database.get(record.name)
        fields = _differing_fields(record, stored) if stored else []
        entry = Entry(record, Action.UNCHANGED, stored, fields)
        plan.entries.append(entry)
        if stored and not fields:
            continue
        conflict = next(
            (words for name in owners(record) if (words := _conflict(database.get(name), stated.get(name)))), ""
        )
        if (stored or conflict) and existing is Existing.KEEP:
            entry.action = Action.KEEP
        elif conflict:
            entry.action, entry.edited = Action.CONFLICT, conflict
        elif not stored:
            entry.action = Action.CREATE
            plan.raise_owners(record, database)
        elif existing is Existing.REFUSE:
            entry.action, entry.to_update = Action.CONFLICT, to_update
        else:
            entry.action = Action.UPDATE
            plan.raise_owners(record, database)
    return plan


def owners(record: Record) -> list[Name]:
    """The events to which a record belongs; an event belongs to itself, vocabulary and sources to none."""
    if record.model is Event:
        return [record.name]
    return [(Event, record.values[side]) for side in OWNERS.get(record.model, ())]


def _conflict(event: Stored | None, stated: int | None) -> str:
    """Why the files may not touch an event of the database, or nothing."""
    if event is None or event.version is None or stated == event.version:
        return ""
    values = {"event": event.record.label, "version": event.version, "stated": stated}
    repair = _("take its present text from dump_fixtures or export_events, with its version, and make the change there")
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
        if (record.stated is None or name in record.stated)
        and _comparable(field, record.values[name]) != _comparable(field, stored.record.values[name])
    ]


def _comparable(field: Any, value: Any) -> Any:
    return frozenset(value) if field.many_to_many else value


def _differs(entry: Entry) -> str:
    parts = [f"{name} {marked_difference(old, new)}" for name, old, new in entry.differences()]
    words = _("the database holds other content: %(changes)s; to write it, %(to_update)s")
    return words % {"changes": "; ".join(parts), "to_update": entry.to_update}
