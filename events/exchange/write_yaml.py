"""Writes Records as YAML in the shape in which contributors write them, always in the same order."""

from collections.abc import Iterable
from typing import Any

import yaml

from .records import Record
from .written import written_record

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
    tree = [written_record(record) for record in records]
    for record in tree:
        record["fields"] = {
            name: _Flow(value) if isinstance(value, list) else value for name, value in record["fields"].items()
        }
    return yaml.dump(
        tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=LINE_WIDTH
    )
