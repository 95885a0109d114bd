"""The one validator: whatever door a record comes by, it passes here and comes out as a Record."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from events.dates.errors import quote
from events.models import RECORD_MODELS, Event

from .constraints import broken_constraints
from .field_rules import Refused, read_field
from .fields import Key, default_of, fields_of, may_be_left_out, nearest
from .report import MOST_MESSAGES, Location, Report
from .tree import Group, Listing, Node, Text

Model = type[models.Model]
Name = tuple[Model, Key]
"""What a record is called everywhere: its model and its natural key."""

MODELS: dict[str, Model] = {model._meta.label_lower: model for model in RECORD_MODELS}
PARTS = ("model", "fields")
# So many records are read or written from one word about it to the next.
STAGE = 2_000
Stated = Mapping[Model, frozenset[str]]
"""The fields that a sheet has columns for, by model; a model that is not in it is stated in full."""
# Filled by the program but stated by a dump of an event, to say which state of the database it was taken from.
VERSION = Event._meta.get_field("version")


@dataclass(slots=True)
class Record:
    """One checked record: every editable field has its value, references are natural keys.

    `stated` names the fields that a sheet speaks of, None stands for all; the others are the database's (`complete`).
    One in which a field was refused is not sound; it is kept for the problems that others would have without it.
    """

    model: Model
    values: dict[str, Any]
    location: Location = Location("")
    lines: dict[str, int] = field(default_factory=dict)
    version: int | None = None
    key: Key = ()
    stated: frozenset[str] | None = None
    is_sound: bool = True

    @property
    def name(self) -> Name:
        return self.model, self.key

    @property
    def label(self) -> str:
        return label_of(self.name)

    def at(self, field_name: str) -> Location:
        """The line of one field, or of the record when the field was left out."""
        return self.location._replace(line=self.lines.get(field_name, self.location.line))

    def references(self) -> Iterator[tuple[str, Name]]:
        """Every record that this one points to, with the field that does."""
        for name, model_field in fields_of(self.model).items():
            if model_field.is_relation and (value := self.values.get(name)):
                for key in value if model_field.many_to_many else (value,):
                    yield name, (model_field.related_model, key)


def label_of(name: Name) -> str:
    model, key = name
    return f"{model._meta.model_name} {' / '.join(key)}".strip()


def natural_key(model: Any, values: dict[str, Any]) -> Key:
    """The natural key from checked values; empty while a part of it is missing or refused."""
    parts = []
    for path in model.natural_key_fields:
        value = values.get(path.split("__")[0])
        parts.append("" if value is None else value[0] if isinstance(value, tuple) else str(value))
    return tuple(parts) if all(parts) else ()


def check_tree(
    tree: Node | None,
    file: str,
    report: Report,
    stated: Stated | None = None,
    tell: Callable[[int], None] | None = None,
) -> list[Record]:
    """The records of one file; one with a problem comes out too when it has its key, so that its twin is found."""
    if tree is not None and not isinstance(tree, Listing):
        report.add(Location(file, tree.line), _('a list of records is expected, each beginning with "- model:"'))
        return []
    return check_records(tree.items if tree else (), file, report, stated, tell)


def check_records(
    nodes: Iterable[Node],
    file: str,
    report: Report,
    stated: Stated | None = None,
    tell: Callable[[int], None] | None = None,
) -> list[Record]:
    """The records of one file, node by node, as they come."""
    records, count = [], 0
    for count, node in enumerate(nodes, 1):
        if (record := _check_record(node, file, report, stated or {})) is not None:
            records.append(record)
        else:
            report.is_cut = True
        if tell and count % STAGE == 0:
            tell(count)
    if not count:
        report.add(Location(file), _("no records: the file is empty"))
    return records


def complete(record: Record, stored: Record | None, report: Report) -> None:
    """Give a record of a sheet what the sheet has no column for, as the database holds it, and check the whole."""
    if record.stated is None:
        return
    unstated = [name for name in fields_of(record.model) if name not in record.stated]
    if stored:
        record.values |= {name: stored.values[name] for name in unstated}
    else:
        for name in unstated:
            if not record.values[name] and not may_be_left_out(fields_of(record.model)[name]):
                report.add(record.location, _("is missing, but a new record needs it"), record.label, name)
    for name, text in broken_constraints(record.model, record.values | {VERSION.name: record.version}):
        report.add(record.at(name), text, record.label, name)


def _check_record(node: Node, file: str, report: Report, stated: Stated) -> Record | None:
    location = Location(file, node.line)
    if not isinstance(node, Group):
        report.add(location, _('a record is expected, with "model" and "fields"'))
        return None
    model = _model(node, location, report)
    for part, line in node.lines.items():
        if part == "pk":
            report.add(location._replace(line=line), _("records are found by their natural key: delete the line pk"))
        elif part not in PARTS:
            hint = nearest(part, PARTS)
            report.add(
                location._replace(line=line),
                _("%(name)s is unknown here%(hint)s") % {"name": quote(part), "hint": hint},
            )
    fields = node.values.get("fields")
    if not isinstance(fields, Group):
        report.add(location, _('"fields" is missing: below it stand the fields of the record, indented'))
        return None
    return _check_fields(model, fields, location, report, stated.get(model)) if model else None


def _model(node: Group, location: Location, report: Report) -> Model | None:
    named = node.values.get("model")
    text = named.text if isinstance(named, Text) else ""
    if text not in MODELS:
        hint = "" if report.is_full else nearest(text, MODELS)
        words = _("%(name)s is not a model of the record%(hint)s") % {
            "name": quote(text),
            "hint": hint or _("; there are %(models)s") % {"models": ", ".join(MODELS)},
        }
        report.add(location._replace(line=node.lines.get("model", node.line)), words)
    return MODELS.get(text)


def _check_fields(
    model: Model, group: Group, location: Location, report: Report, stated: frozenset[str] | None
) -> Record | None:
    problems: list[tuple[str, str]] = []
    values: dict[str, Any] = {}
    version = None
    for name, node in group.values.items():
        try:
            if model is Event and name == VERSION.name:
                version = read_field(VERSION, node)
            elif name in fields_of(model):
                values[name] = read_field(fields_of(model)[name], node)
            else:
                raise Refused(_unknown_field(model, name, len(problems) < MOST_MESSAGES))
        except Refused as refusal:
            problems.append((name, str(refusal)))
    for name, model_field in fields_of(model).items():
        if name in group.values:
            continue
        if may_be_left_out(model_field) or (stated is not None and name not in stated):
            values[name] = default_of(model_field)
        else:
            problems.append((name, _("is missing, but the field is required")))
    record = Record(model, values, location, group.lines, version, natural_key(model, values), stated)
    if not problems and stated is None:
        problems = list(broken_constraints(model, values | {VERSION.name: version}))
    for name, text in problems:
        report.add(record.at(name), text, record.label, name)
    record.is_sound = not problems
    return record if record.key else None


def _unknown_field(model: Model, name: str, with_hint: bool) -> str:
    if name in {model_field.name for model_field in model._meta.get_fields()} and name not in fields_of(model):
        return _("is filled in by the program: delete the line")
    return _("%(model)s has no such field%(hint)s") % {
        "model": model._meta.model_name,
        "hint": nearest(name, fields_of(model)) if with_hint else "",
    }
