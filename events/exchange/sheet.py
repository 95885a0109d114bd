"""The spreadsheet of events: one row an event, its columns, and how a cell holds a list.

a list          CN; SUHH                        (a semicolon that belongs to an item is written \\;)
sources         pham-phuc-vinh-normalization §3; bui-thanh-son-interview answer 3
a row that begins with # is a comment
"""

import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from events.dates.errors import quote
from events.models import Citation, Event

from .fields import fields_of, nearest, value_text
from .read_csv import Row, Table
from .records import VERSION, Record, Stated
from .report import Location, Report
from .tree import Group, Listing, Node, Text, record_of

SOURCES = "sources"
COMMENT = "#"
CITED = ("event", "source", "locator")
_ITEM_END = re.compile(r"(?<!\\)((?:\\\\)*);")
_ESCAPED = re.compile(r"\\([\\;])")
# A spreadsheet would reckon a cell that begins like this; the apostrophe keeps it a text, in every program.
_FORMULA = re.compile("'*[=+\\-@\t\r]")


def columns() -> list[str]:
    """The columns in the order in which they are written."""
    names = list(fields_of(Event))
    return [*names[: names.index("status")], SOURCES, *names[names.index("status") :], VERSION.name]


# --- In -----------------------------------------------------------------------------------------------------------


def read_sheet(table: Table, file: str, report: Report) -> tuple[Iterator[Node], Stated] | None:
    """The rows as records of events and citations, and which fields the columns speak of; an unknown column is refused.

    A row leaves the table when its records are asked for, so that a long sheet is not held twice.
    """
    before = report.count
    known = columns()
    for name in table.columns:
        if name not in known:
            hint = nearest(name.casefold(), known) or _("; the columns are %(columns)s") % {"columns": ", ".join(known)}
            report.add(
                Location(file, 1),
                _("%(name)s is not a column of the sheet%(hint)s") % {"name": quote(name), "hint": hint},
            )
    if "slug" not in table.columns:
        report.add(Location(file, 1), _("the column slug is missing: it says which event a row is"))
    if report.count > before:
        return None
    stated: Stated = {Event: frozenset(table.columns) & set(fields_of(Event)), Citation: frozenset(CITED)}
    return _taken(table.rows, file, report), stated


def _taken(rows: deque[Row], file: str, report: Report) -> Iterator[Node]:
    while rows:
        row = rows.popleft()
        if not next(iter(row.cells.values())).startswith(COMMENT):
            yield from _records(row, file, report)


def _records(row: Row, file: str, report: Report) -> Iterator[Group]:
    cells = {name: unguarded(cell) for name, cell in row.cells.items()}
    fields = fields_of(Event) | {VERSION.name: VERSION}
    values = {name: _value(fields[name], cell, row.line) for name, cell in cells.items() if name in fields}
    for name, cell in cells.items():
        if name in fields and fields[name].many_to_many and "," in cell:
            words = _("%(value)s: keys have a semicolon between them, such as %(example)s")
            example = cell.replace(",", ";")
            report.add(
                Location(file, row.line), words % {"value": quote(cell), "example": quote(example)}, cells["slug"], name
            )
    given = {name: node for name, node in values.items() if node is not None}
    yield record_of(Event._meta.label_lower, given, row.line)
    for item in split_list(cells.get(SOURCES, "")) if cells["slug"] else ():
        key, _blank, locator = item.partition(" ")
        if not locator.strip():
            words = _(
                "%(item)s names no place in the source: write the key, a blank and the place, such as %(example)s"
            )
            example = f"{key} §3"
            report.add(
                Location(file, row.line), words % {"item": quote(item), "example": example}, cells["slug"], SOURCES
            )
            continue
        nodes: dict[str, Node] = {"event": _key(cells["slug"], row.line), "source": _key(key, row.line)}
        nodes["locator"] = Text(locator.strip(), row.line)
        yield record_of(Citation._meta.label_lower, nodes, row.line)


def _value(field: Any, cell: str, line: int) -> Node | None:
    """What a cell says; an empty one leaves the default, which for texts, lists and places is nothing."""
    if field.many_to_many:
        return Listing([_key(item, line) for item in split_list(cell)], line)
    if not cell and not (field.has_default() and field.get_default() == ""):
        return None if field.blank or field.has_default() or field.is_relation else Text("", line)
    return _key(cell, line) if field.is_relation else Text(cell, line)


def _key(text: str, line: int) -> Listing:
    return Listing([Text(text, line)], line)


def split_list(cell: str) -> list[str]:
    """The items of a cell, without blanks around them; what is empty between two semicolons is nothing."""
    items = _ITEM_END.sub("\\1\n", cell).split("\n")
    return [_ESCAPED.sub(r"\1", item).strip() for item in items if item.strip()]


def unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


# --- Out ----------------------------------------------------------------------------------------------------------


def write_sheet(records: Iterable[Record]) -> str:
    """One row an event, in the order given; citations become its sources, all else has no place in a sheet."""
    records = list(records)
    sources: dict[Any, list[str]] = {}
    for record in records:
        if record.model is Citation:
            sources.setdefault(record.values["event"], []).append(f"{record.key[1]} {record.values['locator']}")
    events = [record for record in records if record.model is Event]
    return write_rows([columns(), *(_cells(event, sources.get(event.key, [])) for event in events)])


def write_rows(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV, with what a spreadsheet would take for a formula kept a text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def guarded(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) else cell


def _cells(event: Record, sources: list[str]) -> Iterator[str]:
    for name in columns():
        if name == SOURCES:
            yield join_list(sorted(sources))
        elif name == VERSION.name:
            yield str(event.version or 1)
        elif fields_of(Event)[name].many_to_many:
            yield join_list(key[0] for key in sorted(event.values[name]))
        else:
            yield value_text(event.values[name])


def join_list(items: Iterable[str]) -> str:
    return "; ".join(re.sub(r"([\\;])", r"\\\1", item) for item in items)
