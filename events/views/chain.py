"""What led to an event and what it led to: as lists with their sources, and as a picture over time."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models import Event, Relation
from events.timeline_data.index import RecordIndex, Row

from .kept import once
from .source_rows import with_sources

# Kinds whose first event is the cause or the earlier one; in the others the second event is.
FORWARD = ("led_to", "followed_by")
BACKWARD = ("responded_to", "reaffirmed", "ended")
STEPS = 2
# What the other event is to the one of the page: the kind, and whether the page's event comes first in the relation.
PHRASES = {
    ("led_to", False): _("led to this"),
    ("led_to", True): _("this led to it"),
    ("responded_to", False): _("answered this"),
    ("responded_to", True): _("this answered it"),
    ("followed_by", False): _("came before this"),
    ("followed_by", True): _("came after this"),
    ("reaffirmed", False): _("confirmed this again"),
    ("reaffirmed", True): _("confirmed again by this"),
    ("ended", False): _("brought this to an end"),
    ("ended", True): _("brought to an end by this"),
    ("part_of", False): _("was part of this"),
    ("part_of", True): _("this was part of it"),
}


@dataclass(slots=True)
class Link:
    """One relation seen from the event of the page."""

    row: Row
    phrase: str
    relation: Relation
    further: list[Row] = field(default_factory=list)

    @property
    def debated(self) -> bool:
        return self.relation.status == Relation.Status.DEBATED


def linked_events(index: RecordIndex, event: Event) -> dict[str, list[Link]]:
    """`causes`, `consequences` and `parts`, each link with its passage; `further` holds the next step that way."""
    either = Q(from_event=event) | Q(to_event=event)
    # The slugs alone: whole events would be read twice for every link, and everything shown of them is in the index.
    slugs = {"from_slug": F("from_event__slug"), "to_slug": F("to_event__slug")}
    relations = with_sources(index, Relation.objects.filter(either).annotate(**slugs).order_by())
    links: dict[str, list[Link]] = {"causes": [], "consequences": [], "parts": []}
    for relation in relations:
        outward = relation.from_event_id == event.pk
        other = relation.to_slug if outward else relation.from_slug
        if other not in index.position:
            continue
        at = index.position[other]
        name = direction(relation.kind, outward)
        further = [index.rows[i] for i in steps(index, at, name) if index.rows[i].slug != event.slug]
        links[name].append(Link(index.rows[at], phrase(relation.kind, outward), relation, further))

    def places(*slugs: str) -> tuple[int, ...]:
        return tuple(index.position[slug] for slug in slugs)

    for found in links.values():
        found.sort(key=lambda link: (*places(link.row.slug, link.relation.from_slug), link.relation.kind))
    return links


def direction(kind: str, outward: bool) -> str:
    if kind == Relation.Kind.PART_OF:
        return "parts"
    return "consequences" if (kind in FORWARD) == outward else "causes"


def phrase(kind: str, outward: bool) -> str:
    """What the other event is to the one of the page."""
    return str(PHRASES[kind, outward])


def steps(index: RecordIndex, at: int, name: str) -> list[int]:
    """Positions of the events one step on from `at`: its `causes`, or its `consequences`; parts have none."""
    return once(index, ("steps",), lambda: _all_steps(index)).get((name, at), [])


def _all_steps(index: RecordIndex) -> dict[tuple[str, int], list[int]]:
    found = defaultdict(set)
    for a, b, kind, _debated in index.relations:
        if kind != Relation.Kind.PART_OF:
            cause, effect = (a, b) if kind in FORWARD else (b, a)
            found["causes", effect].add(cause)
            found["consequences", cause].add(effect)
    return {key: sorted(places) for key, places in found.items()}


@dataclass(slots=True)
class Dot:
    row: Row
    x: float
    current: bool


@dataclass(slots=True)
class Arc:
    path: str
    debated: bool


@dataclass(slots=True)
class Picture:
    dots: list[Dot]
    arcs: list[Arc]
    width: int
    height: int
    base: int


WIDTH, MARGIN = 640, 12


def chain_picture(index: RecordIndex, at: int) -> Picture | None:
    """Two steps back and two forward on one axis of time; nothing where the event stands alone or has no days."""
    chain = reached(index, at, "causes") | reached(index, at, "consequences") | {at}
    placed = sorted(i for i in chain if index.rows[i].earliest is not None)
    if len(placed) < 2 or at not in placed:
        return None
    first, last = (index.rows[i].earliest for i in (placed[0], placed[-1]))
    span = max(last - first, 1)
    x = {i: round(MARGIN + (WIDTH - 2 * MARGIN) * (index.rows[i].earliest - first) / span, 1) for i in placed}
    links = [(a, b, debated) for a, b, kind, debated in index.relations if kind != "part_of" and a in x and b in x]
    tallest = max((abs(x[a] - x[b]) for a, b, _debated in links), default=0)
    height = round(min(tallest / 2, 96)) + 24
    base = height - 12
    arcs = [Arc(_arc(*sorted((x[a], x[b])), base), debated) for a, b, debated in links]
    return Picture([Dot(index.rows[i], x[i], i == at) for i in placed], arcs, WIDTH, height, base)


def reached(index: RecordIndex, at: int, name: str) -> set[int]:
    """Positions within two steps of `at` in one direction."""
    found, edge = set(), {at}
    for _step in range(STEPS):
        edge = {on for i in edge for on in steps(index, i, name)} - found - {at}
        found |= edge
    return found


def _arc(left: float, right: float, base: int) -> str:
    rise = min((right - left) / 2, 96)
    return f"M{left} {base}C{left} {base - rise * 1.3:.1f} {right} {base - rise * 1.3:.1f} {right} {base}"
