"""Finds one happening told as two events: nearly the same days, the same countries, nearly the same title."""

import re
from collections import defaultdict
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from events.search.fold import fold

from .records import Name, Record
from .report import Report

DAYS_APART = 3
ALIKE = 0.85
# A crowd of events on the same days is compared with its nearest neighbours only, or the time would explode.
MOST_NEIGHBOURS = 100
# Pairs of slugs that look like one event and were found to be two.
DECLARED: frozenset[frozenset[str]] = frozenset()
NUMBER = re.compile("[0-9]+")


def check_duplicates(events: list[Record], loaded: set[Name], report: Report) -> None:
    """Refuse an event of the load that looks like another one of the load or of the database."""
    crowds = defaultdict(list)
    for event in events:
        crowds[frozenset(event.values["countries"])].append(event)
    for crowd in crowds.values():
        crowd.sort(key=lambda event: (_first_day(event), event.key))
        for place, event in enumerate(crowd):
            for other in crowd[place + 1 : place + 1 + MOST_NEIGHBOURS]:
                if _first_day(other) - _first_day(event) > DAYS_APART:
                    break
                if event.name in loaded or other.name in loaded:
                    _compare(event, other, loaded, report)


def _compare(event: Record, other: Record, loaded: set[Name], report: Report) -> None:
    if abs(_last_day(event) - _last_day(other)) > DAYS_APART or not _titles_alike(event, other):
        return
    if frozenset((event.key[0], other.key[0])) in DECLARED:
        return
    told, twin = (other, event) if other.name in loaded else (event, other)
    words = _(
        "looks like %(twin)s: the same days and countries, nearly the same title; "
        "make one event of both, or tell them apart in the title"
    )
    report.add(told.at("slug"), words % {"twin": twin.label}, told.label)


def _titles_alike(event: Record, other: Record) -> bool:
    return any(_alike(fold(event.values[title]), fold(other.values[title])) for title in ("title_vi", "title_en"))


def _alike(one: str, two: str) -> bool:
    # "Resolution 13" and "Resolution 15" differ in one letter and are two events.
    if not one or NUMBER.findall(one) != NUMBER.findall(two):
        return False
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _first_day(event: Record) -> float:
    earliest = event.values["date"].earliest
    return float("-inf") if earliest is None else earliest


def _last_day(event: Record) -> float:
    latest = event.values["date"].latest
    return float("inf") if latest is None else latest
