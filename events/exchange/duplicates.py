"""Finds one happening told as two events: nearly the same days, the same countries, nearly the same title."""

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import NamedTuple

from django.utils.translation import gettext as _

from events.languages import columns
from events.search.fold import fold

from .records import Name, Record
from .report import Report

DAYS_APART = 3
ALIKE = 0.85
# A crowd of events on the same days is compared with its nearest neighbours only, or the time would explode.
MOST_NEIGHBOURS = 60
# Titles that are alike have most groups of three letters in common: every letter that differs spoils three at the most.
COMMON_GROUPS = 0.4
# In shorter titles too few groups say too little.
LONG_ENOUGH = 12
# Pairs of slugs that look like one event and were found to be two.
DECLARED: frozenset[frozenset[str]] = frozenset()
NUMBER = re.compile("[0-9]+")
TITLES = columns("title")


class Title(NamedTuple):
    """A title as it is compared: folded, its numbers, its groups of three letters."""

    text: str
    numbers: list[str]
    groups: frozenset[str]


class Face(NamedTuple):
    """What of an event is compared."""

    record: Record
    first: float
    last: float
    titles: tuple[Title, ...]


def check_duplicates(events: list[Record], loaded: set[Name], report: Report) -> None:
    """Refuse an event of the load that looks like another one of the load or of the database."""
    crowds = defaultdict(list)
    for event in events:
        crowds[frozenset(event.values["countries"])].append(_face(event))
    for crowd in crowds.values():
        crowd.sort(key=lambda face: (face.first, face.record.key))
        for place, face in enumerate(crowd):
            is_loaded = face.record.name in loaded
            for other in crowd[place + 1 : place + 1 + MOST_NEIGHBOURS]:
                if other.first - face.first > DAYS_APART:
                    break
                if (is_loaded or other.record.name in loaded) and _look_alike(face, other):
                    # One twin is enough to look at; of a crowd of copies every pair would be too many.
                    _tell(face.record, other.record, loaded, report)
                    break


def _face(event: Record) -> Face:
    date = event.values["date"]
    first = float("-inf") if date.earliest is None else date.earliest
    last = float("inf") if date.latest is None else date.latest
    return Face(event, first, last, tuple(_title(event.values[name]) for name in TITLES))


def _title(text: str) -> Title:
    folded = fold(text)
    groups = frozenset(folded[start : start + 3] for start in range(len(folded) - 2))
    return Title(folded, NUMBER.findall(folded), groups)


def _look_alike(face: Face, other: Face) -> bool:
    if abs(face.last - other.last) > DAYS_APART:
        return False
    if frozenset((face.record.key[0], other.record.key[0])) in DECLARED:
        return False
    return any(_alike(one, two) for one, two in zip(face.titles, other.titles, strict=True))


def _alike(one: Title, two: Title) -> bool:
    # "Resolution 13" and "Resolution 15" differ in one letter and are two events.
    if not one.text or one.numbers != two.numbers:
        return False
    fewer = min(len(one.groups), len(two.groups))
    if fewer > LONG_ENOUGH and len(one.groups & two.groups) < COMMON_GROUPS * fewer:
        return False
    matcher = SequenceMatcher(None, one.text, two.text, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _tell(event: Record, other: Record, loaded: set[Name], report: Report) -> None:
    told, twin = (other, event) if other.name in loaded else (event, other)
    words = _(
        "looks like %(twin)s: the same days and countries, nearly the same title; "
        "make one event of both, or tell them apart in the title"
    )
    report.add(told.at("slug"), words % {"twin": twin.label}, told.label)
