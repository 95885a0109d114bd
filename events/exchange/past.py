"""A record with its parts as Records, as they stood after any step of their history."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django.db.models import CharField, Value

from events.models import Change, Citation, Event, Figure, Illustration, Lesson, LessonStep, Office, Person, Relation

from .database import Stored
from .fields import Key, fields_of
from .names import Named, Names, by_number
from .records import Record, natural_key

# The parts that are edited on the page of their owner, each with the field that names it.
PARTS: dict[Any, dict[Any, str]] = {
    Event: {Citation: "event", Relation: "from_event", Figure: "event", Illustration: "event"},
    Person: {Office: "person"},
    Lesson: {LessonStep: "lesson"},
}


@dataclass(frozen=True, slots=True)
class State:
    """A row of a history table; `deleted` when the record went in that step."""

    change: int
    deleted: bool
    row: Any


class Past:
    """All kept states of one record and of its parts, in a fixed number of queries."""

    def __init__(self, model: Any, pk: Any) -> None:
        self.model, self.pk = model, pk
        self.parts = PARTS.get(model, {})
        self.states: dict[tuple[Any, Any], list[State]] = defaultdict(list)
        self._read(model, model.history.filter(id=pk))
        for part, owner in self.parts.items():
            belonged = part.history.filter(**{owner: pk}).values("id")
            self._read(part, part.history.filter(id__in=belonged))

    def _read(self, model: Any, rows: Any) -> None:
        for row in rows.order_by("change_id", "history_id"):
            self.states[model, row.id].append(State(row.change_id, row.history_type == "-", row))

    @cached_property
    def changes(self) -> list[Change]:
        """The steps that touched the record or a part of it, first ones first."""
        numbers = {state.change for states in self.states.values() for state in states}
        return list(Change.objects.select_related("user").filter(pk__in=numbers).order_by("pk"))

    def own_row(self, change: int) -> Any:
        """The kept state of the record itself after a step; None when it was not there."""
        found = self._latest(self.model, self.pk, change)
        return None if found is None or found.deleted else found.row

    def rows(self, change: int) -> dict[tuple[Any, Any], Any]:
        """The kept states of the record and all its parts after a step, by model and number."""
        standing = {}
        for model, pk in self.states:
            found = self._latest(model, pk, change)
            if found and not found.deleted and self._is_own(model, found.row):
                standing[model, pk] = found.row
        return standing

    def records(self, change: int) -> list[Stored]:
        """The record and its parts after a step, as a file would give them."""
        return [
            Stored(_record(model, row, self._keys, partial(self._far, row)), pk)
            for (model, pk), row in self.rows(change).items()
        ]

    def _far(self, row: Any, name: str) -> list[Any]:
        return self.links.get((name, row.history_id), [])

    def _latest(self, model: Any, pk: Any, change: int) -> State | None:
        states = self.states.get((model, pk), [])
        place = bisect_right(states, change, key=lambda state: state.change)
        return states[place - 1] if place else None

    def _is_own(self, model: Any, row: Any) -> bool:
        """A part may have left for another owner."""
        return model is self.model or getattr(row, f"{self.parts[model]}_id") == self.pk

    @cached_property
    def links(self) -> dict[tuple[str, int], list[Any]]:
        """The far numbers of the record's many-to-many fields, by field and kept state; in one query."""
        numbers = [state.row.history_id for state in self.states.get((self.model, self.pk), [])]
        parts = []
        for name, field in fields_of(self.model).items():
            if field.many_to_many:
                kept = getattr(self.model.history.model, name).model
                rows = kept.objects.filter(history_id__in=numbers).annotate(told=Value(name, CharField()))
                parts.append(rows.values_list("told", "history_id", f"{field.m2m_reverse_field_name()}_id"))
        found = defaultdict(list)
        for name, history_id, far in parts[0].union(*parts[1:], all=True) if parts else ():
            found[name, history_id].append(far)
        return found

    @cached_property
    def _named(self) -> list[Named]:
        """All that the states point to; in one query."""
        wanted: dict[Any, set[Any]] = defaultdict(set)
        for (model, _pk), states in self.states.items():
            for field in fields_of(model).values():
                if field.many_to_one:
                    wanted[field.related_model].update(getattr(state.row, field.attname) for state in states)
        for (name, _history_id), far in self.links.items():
            wanted[fields_of(self.model)[name].related_model].update(far)
        return by_number({model: pks - {None} for model, pks in wanted.items()})

    @cached_property
    def _keys(self) -> dict[tuple[Any, Any], Key]:
        return keys_by_number(self._named)

    @cached_property
    def names(self) -> Names:
        """What readers call all that the states point to."""
        return {(each.model, each.key): each.name for each in self._named}


def keys_by_number(named: Iterable[Named]) -> dict[tuple[Any, Any], Key]:
    return {(each.model, each.pk): each.key for each in named}


def present_records(model: Any, pk: Any) -> list[Stored]:
    """The record and its parts as they stand now, whether a step that is open has kept them or not.

    Without pictures: what a file holds cannot be proposed.
    """
    rows: list[Any] = [model.objects.get(pk=pk)]
    for part, owner in PARTS.get(model, {}).items():
        if part is Illustration:
            continue
        rows += part.objects.filter(**{owner: pk})
    wanted: dict[Any, set[Any]] = defaultdict(set)
    for row in rows:
        for name, field in fields_of(row.__class__).items():
            if field.many_to_one:
                wanted[field.related_model] |= {getattr(row, field.attname)} - {None}
            elif field.many_to_many:
                wanted[field.related_model] |= set(_linked(row, name))
    keys = keys_by_number(by_number(wanted))
    return [Stored(_record(type(row), row, keys, partial(_linked, row)), row.pk) for row in rows]


def _linked(row: Any, name: str) -> list[Any]:
    return [far.pk for far in getattr(row, name).all()]


def _record(model: Any, row: Any, keys: dict[tuple[Any, Any], Key], far: Callable[[str], list[Any]]) -> Record:
    values: dict[str, Any] = {}
    for name, field in fields_of(model).items():
        if field.many_to_many:
            values[name] = tuple(sorted(_key(keys, field, number) for number in far(name)))
        elif field.many_to_one:
            number = getattr(row, field.attname)
            values[name] = None if number is None else _key(keys, field, number)
        else:
            values[name] = getattr(row, field.attname)
    record = Record(model, values, version=row.version if model is Event else None)
    record.key = natural_key(model, values)
    return record


def _key(keys: dict[tuple[Any, Any], Key], field: Any, number: Any) -> Key:
    """The key of a record, or its number where nothing is kept of it."""
    return keys.get((field.related_model, number), (f"№ {number}",))
