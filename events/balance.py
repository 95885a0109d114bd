"""Whom and what the record speaks of, and through whose voice: shares of its events and citations, by pure counting."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

# Below this share of the events, in per cent, a country is only touched.
FEW = 5
DIMENSIONS = ("country", "theme", "source", "decade")


@dataclass(frozen=True, slots=True)
class Cited:
    """What is counted of one event; `citations` by source, `tellers` those of them that tell it themselves."""

    countries: tuple[str, ...]
    themes: tuple[str, ...]
    decade: str
    citations: Mapping[str, int]
    tellers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Share:
    """One line: how many events and citations, and how many of the events only one source tells."""

    value: str
    events: int
    citations: int
    single: int
    # The source that alone tells all of them; empty where there are several, or no event.
    only_source: str
    per_cent: float


@dataclass(frozen=True, slots=True)
class Balance:
    """The shares by dimension, each dimension with its largest first, decades in order of time."""

    events: int
    citations: int
    single: int
    shares: dict[str, list[Share]]

    @property
    def few(self) -> list[Share]:
        """Countries that have events, but fewer than FEW per cent of them."""
        return [share for share in self.shares["country"] if 0 < share.per_cent < FEW]

    @property
    def on_one_source(self) -> list[tuple[str, Share]]:
        """Countries, themes and decades of two events and more that one source alone tells, each with its dimension."""
        names = [name for name in DIMENSIONS if name != "source"]
        return [(name, one) for name in names for one in self.shares[name] if one.only_source and one.events > 1]


def balance(events: Iterable[Cited], known: Mapping[str, Iterable[str]]) -> Balance:
    """Count; `known` holds the values of a dimension that stand in the table even without an event."""
    events = list(events)
    values: dict[str, Callable[[Cited], Iterable[str]]] = {
        "country": lambda event: event.countries,
        "theme": lambda event: event.themes,
        "source": lambda event: event.citations,
        "decade": lambda event: (event.decade,),
    }
    shares = {}
    for name in DIMENSIONS:
        members: dict[str, list[Cited]] = {value: [] for value in known.get(name, ())}
        for event in events:
            for value in values[name](event):
                members.setdefault(value, []).append(event)
        # A source's own citations are counted, not those that others make of the same events.
        shares[name] = [
            _share(value, of, len(events), value if name == "source" else "") for value, of in members.items()
        ]
        shares[name].sort(key=lambda share: share.value if name == "decade" else (-share.events, share.value))
    citations = sum(sum(event.citations.values()) for event in events)
    return Balance(len(events), citations, _single(events), shares)


def _share(value: str, events: list[Cited], whole: int, source: str) -> Share:
    citations: Counter = Counter()
    for event in events:
        citations.update(event.citations)
    tellers = {source for event in events for source in event.tellers}
    return Share(
        value,
        len(events),
        citations[source] if source else citations.total(),
        _single(events),
        next(iter(tellers)) if len(tellers) == 1 else "",
        100 * len(events) / whole if whole else 0,
    )


def _single(events: list[Cited]) -> int:
    return sum(len(event.tellers) == 1 for event in events)
