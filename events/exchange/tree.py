"""The common shape of a read file, whatever its format: texts, lists and groups that know their line."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

MOST_RECORDS = 20_000
MOST_VALUES = 1_000_000
DEEPEST = 20

Refuse = Callable[[int, str], None]
"""Takes a line and a message for a problem after which reading goes on."""


class Unreadable(Exception):
    """A file that cannot be read to its end: the line, and a message that says the repair."""

    def __init__(self, line: int, text: str) -> None:
        self.line = line
        super().__init__(text)


class Text(NamedTuple):
    text: str
    line: int


class Listing(NamedTuple):
    items: "Sequence[Node]"
    line: int


class Group(NamedTuple):
    """Keys with their values; `lines` are the lines of the keys, where they are others than the group's."""

    values: "dict[str, Node]"
    lines: dict[str, int]
    line: int


class Misfit(NamedTuple):
    """A value that no field takes, such as null or a bare number: what it is, with the repair.

    `written` is the bare number as it stands, for the one foreign format that has numbers.
    """

    text: str
    line: int
    written: str = ""


Node = Text | Listing | Group | Misfit


class Limits:
    """Counts while a file is being read, so that a hostile one is refused before it fills the memory."""

    def __init__(self) -> None:
        self.depth = 0
        self.values = 0
        self.records = 0

    def enter(self, line: int) -> None:
        """Go one list or group deeper; what opens inside the outermost list is a record."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable(line, _("lists nested deeper than %(limit)d: no record needs that") % {"limit": DEEPEST})
        if self.depth == 2:
            self.records += 1
            if self.records > MOST_RECORDS:
                raise Unreadable(
                    line, _("more than %(limit)d records in one file: split the file") % {"limit": MOST_RECORDS}
                )

    def leave(self) -> None:
        self.depth -= 1

    def count(self, line: int) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            raise Unreadable(line, _("more than %(limit)d values in one file: split the file") % {"limit": MOST_VALUES})


def record_of(model: str, values: "dict[str, Node]", line: int) -> Group:
    """A record as a file of one row a record has it: all of it stands in one line."""
    return Group({"model": Text(model, line), "fields": Group(values, {}, line)}, {}, line)


def null(line: int) -> Misfit:
    return Misfit(_("nothing is written here (null): write the value, or leave the line out"), line)


def duplicate_key(key: str, first: int, second: int) -> str:
    """The words for a key that stands twice in one group, with both lines."""
    return _('the key "%(key)s" stands twice, in lines %(first)d and %(second)d: keep one') % {
        "key": key[:40],
        "first": first,
        "second": second,
    }
