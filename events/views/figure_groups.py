"""Which numbers belong together: topics by theme and unit, pictures by event and unit, decided from the figures alone."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from events.models import Figure

# The themes that numbers are looked for under; an event with several of them stands under the first.
TOPICS = ("aid", "energy", "cambodia-question", "diplomacy", "trade-and-economy", "arms-and-defence")
# Lengths of time are no topic of an event: they tell how a source counts, and stand together.
YEARS = "years"
# What parts the thing counted from the one who gave it, in a label.
OF = " - "


class Kind(StrEnum):
    PAIRS = "pairs"
    SHARES = "shares"
    BARS = "bars"


@dataclass(slots=True)
class Picture:
    """Numbers of one event and one unit that may be drawn on one scale; two in a row where `kind` is pairs."""

    kind: Kind
    unit: str
    rows: list[tuple[Figure, ...]]

    @property
    def figures(self) -> list[Figure]:
        return [figure for row in self.rows for figure in row]

    @property
    def periods(self) -> set[str]:
        """The different times that its numbers are for."""
        return {str(figure.period or "") for figure in self.figures}


@dataclass(slots=True)
class Topic:
    """`drawn` are events with a picture, each with all its numbers here; `others` are numbers without one."""

    slug: str
    drawn: list[tuple[list[Picture], list[Figure]]] = field(default_factory=list)
    others: list[Figure] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.others) + sum(len(figures) for _pictures, figures in self.drawn)


def topics(figures: Iterable[Figure], themes: dict[str, Collection[str]]) -> list[Topic]:
    """Every figure in one topic; figures come in order of their events; `themes` are those of each event, by slug."""
    found: dict[str, Topic] = {}
    for _event, of_event in groupby(figures, lambda figure: figure.event.slug):
        of_event = sorted(of_event, key=lambda figure: figure.unit_en == YEARS)
        for is_years, together in groupby(of_event, lambda figure: figure.unit_en == YEARS):
            members = list(together)
            slug = YEARS if is_years else topic_of(themes[members[0].event.slug])
            topic = found.setdefault(slug, Topic(slug))
            if drawn := pictures(members):
                topic.drawn.append((drawn, members))
            else:
                topic.others += members
    known = [*TOPICS, *sorted(set(found) - {*TOPICS, YEARS}), YEARS]
    return [found[slug] for slug in known if slug in found]


def topic_of(themes: Collection[str]) -> str:
    """The topic of an event: the first of TOPICS among its themes, else its own first theme."""
    return next((slug for slug in TOPICS if slug in themes), min(themes, default="diplomacy"))


def pictures(figures: Sequence[Figure]) -> list[Picture]:
    """What can be drawn of one event: pairs of givers, shares of a whole, and two numbers or more of one unit."""
    paired = _pairs(figures)
    found = [Picture(Kind.PAIRS, "", paired)] if paired else []
    rest = [figure for figure in figures if not any(figure in row for row in paired) and figure.value is not None]
    shares = [figure for figure in rest if is_share(figure)]
    if shares:
        found.append(Picture(Kind.SHARES, "%", [(figure,) for figure in shares]))
    units: dict[str, list[Figure]] = {}
    for figure in rest:
        if not is_share(figure):
            units.setdefault(figure.unit, []).append(figure)
    found += [Picture(Kind.BARS, unit, [(f,) for f in same]) for unit, same in units.items() if len(same) > 1]
    return found


def _pairs(figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """Two numbers of one thing and unit, from two givers: `Tanks - Soviet Union`, `Tanks - China`."""
    heads: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if OF in figure.label:
            heads.setdefault((parted(figure)[0], figure.unit), []).append(figure)
    return [tuple(row) for row in heads.values() if len(row) == 2]


def parted(figure: Figure) -> tuple[str, str]:
    """The thing counted, and who gave it."""
    thing, _of, giver = figure.label.rpartition(OF)
    return thing, giver


def is_share(figure: Figure) -> bool:
    """A part of a whole; growth is written in per cent too, and is none."""
    return figure.unit == "%" and "growth" not in figure.key
