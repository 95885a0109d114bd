"""Writes Records as YAML in the shape in which contributors write them, always in the same order."""

from collections.abc import Iterable
from typing import Any

import yaml

from .fields import fields_of, value_text
from .records import VERSION, Record

LINE_WIDTH = 110
# Longer than this a text is folded below its key.
LONGEST_LINE = 80


class _Flow(list[Any]):
    """A list that stands in one line: [[CN], [SUHH]]."""


class _Dumper(yaml.SafeDumper):
    """Not the C emitter, which folds in other places; it need not be quick."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.Node:
    style = ">" if len(text) > LONGEST_LINE else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_flow(dumper: _Dumper, items: _Flow) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(_Flow, _represent_flow)


def write_yaml(records: Iterable[Record]) -> str:
    """One file's text; read again it gives the same records."""
    tree = [{"model": record.model._meta.label_lower, "fields": _written_fields(record)} for record in records]
    return yaml.dump(
        tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=LINE_WIDTH
    )


def _written_fields(record: Record) -> dict[str, Any]:
    """The fields that have a value; those that a record may leave out stay out."""
    written: dict[str, Any] = {}
    for name, field in fields_of(record.model).items():
        value = record.values[name]
        if field.many_to_many:
            value = _Flow(_Flow(key) for key in sorted(value))
        elif field.is_relation:
            value = _Flow(value or ())
        elif not isinstance(value, bool):
            # A boolean stays bare, since the stock `loaddata` does not read "true" in quotes.
            value = value_text(value)
        if value:
            written[name] = value
    if record.version not in (None, 1):
        written[VERSION.name] = str(record.version)
    return written
