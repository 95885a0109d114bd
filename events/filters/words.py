"""What a view is called: the sentence above it, and a removable chip for each part of it."""

from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events.dates.day_number import from_day_number
from events.dates.display import display
from events.timeline_data.index import RecordIndex

from .event_filter import EventFilter
from .params import REPEATABLE


@dataclass(frozen=True, slots=True)
class Chip:
    parameter: str
    label: str
    remove_query: str


def chips(view: EventFilter, index: RecordIndex) -> list[Chip]:
    """One chip for each thing that narrows the view, with the query string that takes it away."""
    language = get_language() or "vi"
    found = []
    for name in REPEATABLE:
        for value in getattr(view, name):
            label = index.terms[name][value].name[language]
            found.append(Chip(name, label, view.without(name, value).to_querystring()))
    singles = {
        "q": _("“%s”") % view.q if view.q else "",
        "from": _("from %s") % display(view.since, language) if view.since else "",
        "to": _("to %s") % display(view.until, language) if view.until else "",
        "importance": importance_label(view.importance) if view.importance < 3 else "",
    }
    found += [Chip(name, label, view.without(name).to_querystring()) for name, label in singles.items() if label]
    return found


def importance_label(level: int) -> str:
    return {1: _("Textbook events"), 2: _("Textbook events and more"), 3: _("All events, details too")}[level]


def sentence(view: EventFilter, index: RecordIndex, named: EventFilter | None = None) -> str:
    """`187 events, 1945–2026; China and Soviet Union; 42 uncertain dates`, counted without looking at any event.

    `named` is what it names instead of the view.
    """
    bits = view.bits(index)
    days = index.days.known_days(bits, view.bits(index.by_end))
    vague, disputed = ((bits & marked).bit_count() for marked in (index.vague, index.differing))
    return _sentence(named or view, index, bits.bit_count(), days, vague, disputed)


def _sentence(view, index, count: int, days: tuple[int, int] | None, vague: int, disputed: int) -> str:
    language = get_language() or "vi"
    parts = [ngettext("%d event", "%d events", count) % count]
    if days:
        parts[0] += f", {_years(*days)}"
    for name in ("country", "theme"):
        if values := getattr(view, name):
            parts.append(_join([index.terms[name][value].name[language] for value in values]))
    if vague:
        parts.append(ngettext("%d date not known to the day", "%d dates not known to the day", vague) % vague)
    if disputed:
        text = ngettext("sources differ on %d event", "sources differ on %d events", disputed)
        parts.append(text % disputed)
    return "; ".join(parts) + "."


def _years(first: int, last: int) -> str:
    a, b = (from_day_number(day)[0] for day in (first, last))
    return str(a) if a == b else f"{a}–{b}"


def _join(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
