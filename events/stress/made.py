"""The made-up events themselves, and what each points to."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from events.models import Country, Event, Organisation, Person, Place, Source, Theme
from events.search.column import search_text

from .dates import made_date
from .phrases import KINDS, OUTCOMES, PLACES, SUBJECTS

PREFIX = "stress-"
# How many of each an event points to: chances of none, one, two and three.
HOW_MANY = {
    "countries": (15, 50, 25, 10),
    "themes": (0, 60, 35, 5),
    "people": (50, 35, 15, 0),
    "organisations": (60, 35, 5, 0),
}
VIETNAM = ("VN", "VDVN")


@dataclass(frozen=True, slots=True)
class Choice:
    """Records of one kind that events may point to, the first ones far oftener than the last (Zipf)."""

    pks: list[Any]
    weights: list[float]

    @classmethod
    def of(cls, queryset) -> "Choice":
        pks = list(queryset.values_list("pk", flat=True))
        return cls(pks, list(accumulate(1 / (place + 1) for place in range(len(pks)))))

    def some(self, dice: random.Random, chances: tuple[int, ...]) -> set[Any]:
        count = dice.choices(range(len(chances)), chances)[0]
        return set(dice.choices(self.pks, cum_weights=self.weights, k=count)) if count and self.pks else set()


@dataclass(slots=True)
class Made:
    event: Event
    links: dict[str, set[Any]]
    source: Any


def choices() -> dict[str, Choice]:
    """What the vocabulary of the database offers; the record's own order decides what is frequent."""
    return {
        "countries": Choice.of(Country.objects.exclude(code__in=VIETNAM).order_by("code")),
        "themes": Choice.of(Theme.objects.order_by("order", "slug")),
        "people": Choice.of(Person.objects.order_by("slug")),
        "organisations": Choice.of(Organisation.objects.order_by("slug")),
        "place": Choice.of(Place.objects.order_by("slug")),
        "source": Choice.of(Source.objects.order_by("key")),
    }


def made_events(count: int, seed: int, offered: dict[str, Choice]) -> Iterator[Made]:
    """`count` published events, unsaved, the same for the same seed and vocabulary."""
    dice = random.Random(seed)
    for number in range(1, count + 1):
        event = _event(dice, number)
        event.place_id = next(iter(offered["place"].some(dice, (40, 60))), None)
        links = {name: offered[name].some(dice, chances) for name, chances in HOW_MANY.items()}
        yield Made(event, links, next(iter(offered["source"].some(dice, (10, 90))), None))


def _event(dice: random.Random, number: int) -> Event:
    kind, subject, place, outcome = (dice.choice(words) for words in (KINDS, SUBJECTS, PLACES, OUTCOMES))
    title_vi = f"{kind[0]} về {subject[0]} ở {place[0]}"
    title_en = f"{kind[1]} on {subject[1]} in {place[1]}"
    event = Event(
        slug=f"{PREFIX}{number:07}",
        date=made_date(dice),
        title_vi=title_vi,
        title_en=title_en,
        summary_vi=f"{title_vi}, sự kiện dựng để thử tải. {outcome[0]}",
        summary_en=f"{title_en}, made up to try the site under load. {outcome[1]}",
        importance=dice.choices((1, 2, 3), (8, 32, 60))[0],
        status=Event.Status.PUBLISHED,
    )
    event.search = search_text(event)
    return event
