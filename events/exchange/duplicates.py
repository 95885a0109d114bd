"""Finds one happening told as two events: nearly the same days, the same countries, nearly the same title."""

import re
from collections import defaultdict, deque
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
        crowds[frozenset(event.values["countries"])].append(event)
    for crowd in crowds.values():
        crowd.sort(key=lambda event: (_first_day(event), event.key))
        # Only the last few faces are kept: what is compared takes many times the room of the title.
        faces: deque[Face] = deque(maxlen=MOST_NEIGHBOURS)
        for event in crowd:
            face = _face(event)
            # One twin is enough to look at; of a crowd of copies every pair would be too many.
            twin = next((other for other in reversed(faces) if _may_be_one(face, other, loaded)), None)
            if twin:
                _tell(twin.record, event, loaded, report)
            faces.append(face)


def _may_be_one(face: Face, other: Face, loaded: set[Name]) -> bool:
    if face.first - other.first > DAYS_APART:
        return False
    return (face.record.name in loaded or other.record.name in loaded) and _look_alike(face, other)


def _first_day(event: Record) -> float:
    earliest = event.values["date"].earliest
    return float("-inf") if earliest is None else earliest


def _face(event: Record) -> Face:
    date = event.values["date"]
    last = float("inf") if date.latest is None else date.latest
    return Face(event, _first_day(event), last, tuple(_title(event.values[name]) for name in TITLES))


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
