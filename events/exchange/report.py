"""What is wrong with a load, problem by problem, each with its place and its repair."""

from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_MESSAGES = 50
MOST_LINES = 6


class Location(NamedTuple):
    """A line of a file, as a reader of messages finds it; line 0 stands for the whole file."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


def printable(text: str) -> str:
    """The text in one line, with every character that is not seen written as its number."""
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)


class Problem(NamedTuple):
    location: Location
    subject: str
    text: str

    def __str__(self) -> str:
        return f"{self.location} {self.subject}: {self.text}" if self.subject else f"{self.location}: {self.text}"


class Note(NamedTuple):
    """The same remark about one or many lines of a file."""

    file: str
    lines: list[int]
    text: str

    @property
    def location(self) -> str:
        told = ", ".join(map(str, self.lines[:MOST_LINES])) + ", …" * (len(self.lines) > MOST_LINES)
        return f"{self.file}:{told}" if any(self.lines) else self.file

    def __str__(self) -> str:
        return f"{self.location}: {self.text}"


class Report:
    """Collects problems; beyond the first fifty it only counts."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.count = 0
        # A file or a record could not be taken in, so others may seem to point to nothing.
        self.is_cut = False
        self._noted: dict[tuple[str, str], Note] = {}

    def add(self, location: Location, text: str, record: str = "", field: str = "") -> None:
        self.count += 1
        if not self.is_full:
            subject = " ".join(part for part in (record, field) if part)
            self.problems.append(Problem(location, printable(subject), printable(text)))

    def note(self, location: Location, text: str) -> None:
        """Tell what was done with something that the record cannot hold as it is; a note stops nothing."""
        note = self._noted.setdefault((location.file, text), Note(location.file, [], printable(text)))
        note.lines.append(location.line)

    @property
    def notes(self) -> "list[Note]":
        """What is said of a whole file comes first."""
        return sorted(self._noted.values(), key=lambda note: note.lines != [0])

    @property
    def more(self) -> int:
        """How many problems are only counted."""
        return self.count - len(self.problems)

    @property
    def is_full(self) -> bool:
        return len(self.problems) >= MOST_MESSAGES

    def lines(self) -> list[str]:
        """A headline, then one line per problem, at most fifty, then how many more there are."""
        headline = ngettext(
            "%(count)d problem, nothing was written:", "%(count)d problems, nothing was written:", self.count
        )
        lines = [headline % {"count": self.count}, *map(str, self.problems)]
        if self.more:
            lines.append(_("and %(count)d more") % {"count": self.more})
        return lines

    def stop_if_any(self) -> None:
        """End the load here when something is wrong; raises ExchangeError."""
        if self.count:
            raise ExchangeError(self)


class ExchangeError(Exception):
    """A load or a dump that was refused as a whole; `report` says why, `plan` is there when records are in conflict."""

    def __init__(self, report: Report, plan: Any = None) -> None:
        self.report = report
        self.plan = plan
        super().__init__("\n".join(report.lines()))


def refusal(location: Location, text: str, record: str = "") -> ExchangeError:
    """The error for one problem that leaves nothing else to look for."""
    report = Report()
    report.add(location, text, record)
    return ExchangeError(report)
