"""Facet counts: for each value, how many events the view would hold if that value alone were asked of its parameter."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.collation import sort_key
from events.timeline_data.index import RecordIndex
from events.timeline_data.terms import BY_NAME

from .event_filter import EventFilter
from .params import REPEATABLE


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    count: int
    selected: bool
    details: dict

    @property
    def disabled(self) -> bool:
        """Nothing would be found; a ticked box stays usable, so that it can be unticked."""
        return not self.count and not self.selected


@dataclass(frozen=True, slots=True)
class Facet:
    parameter: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> int:
        return sum(option.selected for option in self.options)


def facets(view: EventFilter, index: RecordIndex) -> list[Facet]:
    """Every facet with live counts; each leaves out its own parameter and applies all others."""
    language = get_language() or "vi"
    parts = view.parts(index)
    return [_facet(name, view, index, parts, language) for name in REPEATABLE]


def counts(name: str, index: RecordIndex, parts: dict[str, int]) -> dict[str, int]:
    """Events per value of one parameter, with that parameter itself left out."""
    others = index.everything
    for other, bits in parts.items():
        if other != name:
            others &= bits
    return {value: (bits & others).bit_count() for value, bits in index.bits[name].items()}


def _facet(name, view, index, parts, language):
    found = counts(name, index, parts)
    options = [
        Option(value, term.name[language], found[value], value in getattr(view, name), term.details)
        for value, term in index.terms[name].items()
        if index.bits[name][value] or value in getattr(view, name)
    ]
    if name == "country":
        options.sort(key=lambda o: (-index.bits[name][o.value].bit_count(), sort_key(o.label, language)))
    elif name in BY_NAME:
        options.sort(key=lambda option: sort_key(option.label, language))
    return Facet(name, facet_label(name), options)


def facet_label(name: str) -> str:
    return {
        "country": _("Countries"),
        "theme": _("Themes"),
        "organisation": _("Organisations"),
        "person": _("People"),
        "period": _("Periods"),
        "source": _("Sources"),
    }[name]
