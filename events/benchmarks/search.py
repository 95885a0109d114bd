"""How long a search takes: which events it finds, what fits best, what is suggested, what may have been meant."""

import random
import time
from collections.abc import Callable, Iterator

from django.db import connection

from events.benchmarks.window import spread
from events.filters import EventFilter
from events.models import Event
from events.search.fold import words
from events.search.query import holding
from events.timeline_data.index import RecordIndex
from events.timeline_data.suggest import suggest
from events.views.found import best_matches, meant

# Searches of each kind.
TURNS = 25


def measure() -> Iterator[str]:
    index = RecordIndex(version=-1)
    dice = random.Random(1954)
    titles = list(Event.objects.published().order_by("pk").values_list("title_vi", "title_en")[: 5 * TURNS * 8 : 5])
    warm_up(index)
    yield f"{TURNS} searches of each kind in {index.days.size} events, {connection.vendor}; new words, nothing kept"
    together: list[float] = []
    for kind, make in KINDS.items():
        typed = list(dict.fromkeys(make(dice, index, titles) for _turn in range(TURNS)))
        found, times = [], []
        for text in typed:
            forget(index)
            started = time.perf_counter()
            found.append(EventFilter(q=text).bits(index).bit_count())
            times.append(time.perf_counter() - started)
        together += times
        yield f"{kind}: {spread(times, 1000)} ms; events found {spread(list(map(float, found)), 1)}"
    yield f"all of these: {spread(together, 1000)} ms"
    for name, answer in ANSWERS.items():
        times = []
        for text in (make(dice, index, titles) for make in KINDS.values() for _turn in range(5)):
            started = time.perf_counter()
            answer(index, text)
            times.append(time.perf_counter() - started)
        yield f"{name}: {spread(times, 1000)} ms"


def warm_up(index: RecordIndex) -> None:
    """The first search of an index makes what later ones share."""
    EventFilter(q="zz").bits(index)
    suggest(index, "zzz", "vi")
    list(Event.objects.filter(holding("zz"))[:1])


def forget(index: RecordIndex) -> None:
    """Take away what earlier searches left, so that every one is a new one."""
    index.searching.forget()


def _from_title(count: int) -> Callable[..., str]:
    def make(dice: random.Random, index: RecordIndex, titles: list[tuple[str, str]]) -> str:
        there = words(dice.choice(dice.choice(titles)))
        return " ".join(dice.sample(there, min(count, len(there))))

    return make


def _beginning(dice: random.Random, index: RecordIndex, titles: list[tuple[str, str]]) -> str:
    """Two letters, as they stand while a reader goes on typing."""
    return dice.choice(words(dice.choice(dice.choice(titles))))[:2]


def _whole_title(dice: random.Random, index: RecordIndex, titles: list[tuple[str, str]]) -> str:
    return dice.choice(dice.choice(titles))


def _slug(dice: random.Random, index: RecordIndex, titles: list[tuple[str, str]]) -> str:
    """A word that one event alone has."""
    return index.rows[dice.randrange(index.days.size)].slug.rpartition("-")[2]


def _name(dice: random.Random, index: RecordIndex, titles: list[tuple[str, str]]) -> str:
    """A country by one of its names."""
    return dice.choice(dice.choice(index.searching.names["country"]).names)


def _slip(dice: random.Random, index: RecordIndex, titles: list[tuple[str, str]]) -> str:
    """A word with a letter too many, which no event has."""
    word = max(words(dice.choice(dice.choice(titles))), key=len)
    return f"{word[:2]}q{word[2:]}"


KINDS = {
    "one word of a title": _from_title(1),
    "two words of a title": _from_title(2),
    "three words of a title": _from_title(3),
    "a whole title": _whole_title,
    "a word of one event": _slug,
    "a country's name": _name,
    "two letters": _beginning,
    "a word with a slip": _slip,
}
ANSWERS = {
    "suggestions": lambda index, text: suggest(index, text, "vi"),
    "best matches": lambda index, text: best_matches(index, EventFilter(q=text), "vi"),
    "what was meant": lambda index, text: meant(index, EventFilter(q=text)),
}
