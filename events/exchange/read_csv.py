"""Reads CSV as a table of texts whose rows know their line; what a spreadsheet writes by itself is taken as it is."""

import csv
import io
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from events.dates.errors import quote

from .tree import MOST_RECORDS, MOST_VALUES, Unreadable

SEPARATORS = (",", ";", "\t")
# A cell longer than this is a quotation mark that was never closed.
LONGEST_CELL = 100_000
MOST_COLUMNS = 200


class Row(NamedTuple):
    """The trimmed cells of one row by the name of their column; `line` is where the row begins."""

    line: int
    cells: dict[str, str]


class Table(NamedTuple):
    """The columns as the first row names them, and the rows that hold anything."""

    columns: list[str]
    rows: deque[Row]
    empty: list[int]


def read_table(text: str) -> Table | None:
    """The table in a text, None for an empty one; raises Unreadable."""
    if not text.strip():
        return None
    lines = _lines(text, _separator(text))
    first, names = next(lines, (1, []))
    columns = _columns(names, first)
    rows: deque[Row] = deque()
    empty = []
    for line, cells in lines:
        if not any(cells):
            empty.append(line)
            continue
        _check_width(line, cells, columns)
        rows.append(Row(line, dict(zip(columns, cells, strict=False))))
        if len(rows) > MOST_RECORDS:
            raise Unreadable(
                line, _("more than %(limit)d records in one file: split the file") % {"limit": MOST_RECORDS}
            )
        if len(rows) * len(columns) > MOST_VALUES:
            raise Unreadable(line, _("more than %(limit)d values in one file: split the file") % {"limit": MOST_VALUES})
    return Table(columns, rows, empty)


def _separator(text: str) -> str:
    """The separator of the first row: comma, or what Excel writes in Vietnamese and Russian (semicolon), or tab."""
    header = text.lstrip("\n").partition("\n")[0]
    counts = {mark: header.count(mark) for mark in SEPARATORS}
    return max(counts, key=lambda mark: counts[mark])


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    while True:
        begun = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(begun, _problem(str(error))) from None
        yield begun, [cell.strip() for cell in cells]


def _problem(words: str) -> str:
    if "unexpected end of data" in words or "field larger" in words:
        return _("a quotation mark opens in this row and is never closed: close it, or is the file cut off?")
    if "expected after" in words:
        return _('a letter stands after a closing quotation mark: write quotation marks inside a cell twice, ""')
    return _("not readable as CSV: %(problem)s") % {"problem": words}


def _columns(names: list[str], line: int) -> list[str]:
    while names and not names[-1]:
        names = names[:-1]
    if len(names) > MOST_COLUMNS:
        raise Unreadable(line, _("more than %(limit)d columns: is this a sheet of events?") % {"limit": MOST_COLUMNS})
    for place, name in enumerate(names, 1):
        if not name:
            raise Unreadable(line, _("column %(number)d has no name: name it or delete it") % {"number": place})
        if names.index(name) != place - 1:
            raise Unreadable(line, _("the column %(name)s stands twice: keep one") % {"name": quote(name)})
    if len(names) < 2:
        words = _("the first row names one column alone: separate columns by commas, semicolons or tabs")
        raise Unreadable(line, words)
    return names


def _check_width(line: int, cells: list[str], columns: list[str]) -> None:
    if any(cells[len(columns) :]):
        words = _("the row has %(cells)d cells for %(columns)d columns: put a cell that holds the separator in quotes")
        raise Unreadable(line, words % {"cells": len(cells), "columns": len(columns)})
    if len(cells) < len(columns):
        words = _("the row has %(cells)d cells for %(columns)d columns: is the file cut off?")
        raise Unreadable(line, words % {"cells": len(cells), "columns": len(columns)})
