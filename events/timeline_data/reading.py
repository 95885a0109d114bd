"""Reads the published events out of the database into columns, in order of time."""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db.models import Case, QuerySet, Value, When

from events.models import Citation, Event, EventQuerySet, Relation

from .bitmaps import bits_at
from .days import OPEN_END, OPEN_START
from .rows import SEARCH, TEXTS

# Rows fetched at a time; more would wake the garbage collector, which then looks at every one of them.
_CHUNK = 500
# `1` where the date is not known to the day, or not surely; text, since Django would convert each number.
VAGUE = Case(When(precision="day", approximate=False, uncertain=False, then=Value("0")), default=Value("1"))
RELATED = {"country": "countries", "theme": "themes", "organisation": "organisations", "person": "people"}


@dataclass(slots=True)
class Columns:
    """One entry per row; `slugs` serves to rank the rows and is not kept in a large record."""

    ids: array = field(default_factory=lambda: array("q"))
    slugs: list[str] = field(default_factory=list)
    starts: array = field(default_factory=lambda: array("q"))
    latest: array = field(default_factory=lambda: array("q"))
    importance: bytearray = field(default_factory=bytearray)
    # `1` where the date is not known to the day, or not surely.
    vague: bytearray = field(default_factory=bytearray)
    # By id, in a small record.
    texts: dict[int, tuple] = field(default_factory=dict)


def read_columns(events: EventQuerySet, with_texts: bool) -> Columns:
    columns = Columns()
    names = (*TEXTS, SEARCH) if with_texts else ()
    rows = events.in_order().values_list("pk", "slug", "earliest", "latest", "importance", VAGUE, *names)
    for chunk in _chunks(rows):
        ids, slugs, earliest, latest, importance, vague, *_texts = zip(*chunk, strict=True)
        columns.ids.extend(ids)
        columns.slugs.extend(slugs)
        columns.starts.extend([OPEN_START if day is None else day for day in earliest])
        columns.latest.extend([OPEN_END if day is None else day for day in latest])
        columns.importance.extend(importance)
        columns.vague += "".join(vague).encode()
        if with_texts:
            columns.texts.update((row[0], row[-len(names) :]) for row in chunk)
    return columns


def read_links(facet: str, keys: dict[Any, str], rows: dict[Any, int]) -> dict[str, int]:
    """The bitmap of each value of a facet; `keys` and `rows` give value and row of a database id."""
    if facet == "source":
        links = Citation.objects.order_by().values_list("event_id", "source_id")
    elif facet == "place":
        links = Event.objects.exclude(place=None).order_by().values_list("pk", "place_id")
    else:
        relation = Event._meta.get_field(RELATED[facet]).remote_field
        names = relation.field.m2m_field_name(), relation.field.m2m_reverse_field_name()
        links = relation.through.objects.order_by().values_list(*(f"{name}_id" for name in names))
    found = defaultdict(list)
    place = rows.get
    for pk, value in links.iterator(_CHUNK):
        # Drafts have no row; nor has what was written since the rows were read, and the next version will hold it.
        if (row := place(pk)) is not None:
            found[value].append(row)
    return {key: bits_at(found[pk], len(rows)) for pk, key in keys.items()}


def read_differing(rows: dict[Any, int]) -> int:
    """Bitmap of the rows on which sources differ."""
    events = Citation.objects.filter(stance=Citation.Stance.DIFFERS).order_by().values_list("event_id", flat=True)
    return bits_at([rows[pk] for pk in set(events) if pk in rows], len(rows))


def read_relations(rows: dict[Any, int]) -> list[tuple[int, int, str, bool]]:
    """Links between published events: from, to (rows), kind, debated."""
    links = Relation.objects.order_by("from_event__slug", "to_event__slug", "kind").values_list(
        "from_event_id", "to_event_id", "kind", "status"
    )
    return [
        (rows[a], rows[b], kind, status == Relation.Status.DEBATED)
        for a, b, kind, status in links
        if a in rows and b in rows
    ]


def _chunks(rows: QuerySet) -> Iterable[list[tuple]]:
    found = rows.iterator(_CHUNK)
    while chunk := list(islice(found, _CHUNK)):
        yield chunk
