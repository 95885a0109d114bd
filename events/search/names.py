"""The names under which the vocabulary is found: an event is found by those of its countries, people and so on, too."""

from dataclasses import dataclass
from typing import Any

from events.languages import columns
from events.models import Country, Organisation, Person, Place, Theme

from .column import grouped, other_names

# Facet → model, the field of its names, the fields of its other names.
_NAMED = {
    "country": (Country, "name", ("alternative_names",)),
    "organisation": (Organisation, "name", ("short_name", "alternative_names")),
    "person": (Person, "name", ("original_name",)),
    "place": (Place, "name", ("former_name",)),
    "theme": (Theme, "name", ()),
}
# Whose names find events, and where an event holds them. A theme's name is too general a word for that.
FINDING = {"country": "countries", "organisation": "organisations", "person": "people", "place": "place"}


@dataclass(frozen=True, slots=True)
class Named:
    """One term: its names as they are written, and as they are searched (layout in column.py)."""

    pk: Any
    key: str
    names: tuple[str, ...]
    search: str


Names = dict[str, list[Named]]


def read_names() -> Names:
    return {facet: _read(*named) for facet, named in _NAMED.items()}


def called(names: list[Named], word: str) -> list[Named]:
    """The terms that a folded word names."""
    needle = f" {word}"
    return [named for named in names if needle in named.search]


def _read(model, name: str, others: tuple[str, ...]) -> list[Named]:
    first, more = _columns(model, name), [column for field in others for column in _columns(model, field)]
    found = []
    for pk, key, *texts in model.objects.order_by("pk").values_list("pk", model.natural_key_fields[0], *first, *more):
        own, other = texts[: len(first)], other_names(texts[len(first) :])
        written = dict.fromkeys(text for text in (*own, *other) if text)
        found.append(Named(pk, key, tuple(written), grouped(own, other)))
    return found


def _columns(model, field: str) -> list[str]:
    """A field's column, or where it is translated its column in each language."""
    there = {column.name for column in model._meta.concrete_fields}
    return [field] if field in there else list(columns(field))
