"""The values of the facets: their names, and what pages and the drawing need of them."""

from dataclasses import dataclass
from typing import Any

from events.languages import LANGUAGES, columns, in_every_language
from events.models import Country, Organisation, Period, Person, Place, Source, Theme

FACETS = ("country", "theme", "organisation", "person", "period", "source")
# Those that have no order of their own; readers look for them by name.
BY_NAME = ("organisation", "person", "source")
_TERMS = {
    "country": (Country, "code", "name", ("colour", "shape"), ("code",)),
    "theme": (Theme, "slug", "name", (), ("order", "slug")),
    "organisation": (Organisation, "slug", "name", (), ("slug",)),
    "person": (Person, "slug", "name", (), ("slug",)),
    "source": (Source, "key", "title", (), ("key",)),
    "period": (Period, "slug", "name", ("periodisation__key", "earliest", "latest"), ("periodisation__key", "order", "slug")),
    "place": (Place, "slug", "name", (), ("slug",)),
}  # fmt: skip


@dataclass(slots=True, frozen=True)
class Term:
    """One value of a facet: what the readers of each language call it, and what the drawing needs of it."""

    value: str
    name: dict[str, str]
    details: dict


def read_terms() -> tuple[dict[str, dict[str, Term]], dict[str, dict[Any, str]]]:
    """Every value by facet and natural key, in the order in which readers should meet it; and the keys by database id."""
    terms: dict[str, dict[str, Term]] = {}
    keys: dict[str, dict[Any, str]] = {}
    for facet, (model, key, name, details, order) in _TERMS.items():
        rows = list(
            model.objects.order_by(*order).values_list("pk", key, *columns(name), *details)
        )  # fmt: skip
        keys[facet] = {row[0]: row[1] for row in rows}
        terms[facet] = {
            row[1]: Term(
                row[1],
                in_every_language(dict(zip(LANGUAGES, row[2:], strict=False))),
                dict(zip(details, row[2 + len(LANGUAGES) :], strict=True)),
            )
            for row in rows
        }
    return terms, keys
