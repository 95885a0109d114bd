"""Reads events as completeness judges them: one of them for the meter, all of them for the lists."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from events.completeness import BY_NAME, Cited, Told
from events.languages import REQUIRED, columns
from events.models import Citation, Event

TEXTS = tuple(column for name in ("title", "summary", "significance") for column in columns(name, REQUIRED))
CITED = ("source__key", "locator", "source__standpoint_vi", "source__standpoint_en", "note_vi", "note_en")


def told_events(events) -> dict[int, Told]:
    """What is judged of each event, by its number; three queries, however many events there are."""
    events = events.order_by()
    themes = Counter(Event.themes.through.objects.filter(event__in=events.values("pk")).values_list("event", flat=True))
    citations: dict[int, list[Cited]] = defaultdict(list)
    cited = Citation.objects.order_by().filter(event__in=events.values("pk"))
    for event, source, locator, vi, en, *note in cited.values_list("event", *CITED):
        citations[event].append(Cited(source, locator, bool(vi and en), tuple(note)))
    return {
        pk: Told(dict(zip(TEXTS, texts, strict=True)), importance, themes[pk], tuple(citations[pk]))
        for pk, importance, *texts in events.values_list("pk", "importance", *TEXTS)
    }


def lacking_any(events, names: Iterable[str]) -> list[int]:
    """The numbers of the events that do not pass one of the named checks."""
    checks = [BY_NAME[name] for name in names]
    return [pk for pk, told in told_events(events).items() if not all(check.holds(told) for check in checks)]
