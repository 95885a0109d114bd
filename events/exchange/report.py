"""What is wrong with a load, problem by problem, each with its place and its repair."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_MESSAGES = 50


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


class Report:
    """Collects problems; beyond the first fifty it only counts."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.count = 0

    def add(self, location: Location, text: str, record: str = "", field: str = "") -> None:
        self.count += 1
        if not self.is_full:
            subject = " ".join(part for part in (record, field) if part)
            self.problems.append(Problem(location, printable(subject), printable(text)))

    @property
    def is_full(self) -> bool:
        return len(self.problems) >= MOST_MESSAGES

    def lines(self) -> list[str]:
        """A headline, then one line per problem, at most fifty, then how many more there are."""
        headline = ngettext(
            "%(count)d problem, nothing was written:", "%(count)d problems, nothing was written:", self.count
        )
        lines = [headline % {"count": self.count}, *map(str, self.problems)]
        if self.count > len(self.problems):
            lines.append(_("and %(count)d more") % {"count": self.count - len(self.problems)})
        return lines

    def stop_if_any(self) -> None:
        """End the load here when something is wrong; raises ExchangeError."""
        if self.count:
            raise ExchangeError(self)


class ExchangeError(Exception):
    """A load or a dump that was refused as a whole; `report` says why."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__("\n".join(report.lines()))


def refusal(location: Location, text: str, record: str = "") -> ExchangeError:
    """The error for one problem that leaves nothing else to look for."""
    report = Report()
    report.add(location, text, record)
    return ExchangeError(report)
