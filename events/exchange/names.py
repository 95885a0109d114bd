"""What records are called: by their number or their key, of many models in one query."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from django.utils.translation import get_language

from events.languages import LANGUAGES, columns, in_language
from events.models import Country, Event, Lesson, Organisation, Person, Place, Source, Theme

from .fields import Key

# Every model that others point to, with its key and the name that readers know.
NAMED: dict[Any, tuple[str, str]] = {
    Country: ("code", "name"),
    Organisation: ("slug", "name"),
    Theme: ("slug", "name"),
    Person: ("slug", "name"),
    Place: ("slug", "name"),
    Source: ("key", "title"),
    Event: ("slug", "title"),
    Lesson: ("slug", "title"),
}
MODELS = {model._meta.model_name: model for model in NAMED}
Names = Mapping[tuple[Any, Key], str]


class Named(NamedTuple):
    model: Any
    pk: Any
    key: Key
    name: str


def by_number(wanted: Mapping[Any, Collection[Any]]) -> list[Named]:
    """The records with these numbers; of those that are no more, the last state that is kept."""
    found = _named({model: model.objects.filter(pk__in=pks) for model, pks in wanted.items() if pks}, "pk")
    there = {(each.model, each.pk) for each in found}
    gone = {model: {pk for pk in pks if (model, pk) not in there} for model, pks in wanted.items()}
    rows = {model: model.history.filter(id__in=pks, history_type="-") for model, pks in gone.items() if pks}
    return [*found, *_named(rows, "id")]


def by_key(wanted: Mapping[Any, Collection[Key]]) -> dict[tuple[Any, Key], str]:
    """The names of the records with these keys."""
    rows = {
        model: model.objects.filter(**{f"{NAMED[model][0]}__in": [key[0] for key in keys]})
        for model, keys in wanted.items()
        if keys
    }
    return {(each.model, each.key): each.name for each in _named(rows, "pk")}


def _named(rows: Mapping[Any, Any], number: str) -> list[Named]:
    """One query for all: model, number, key and the name in the reader's language, or what stands in for it."""
    parts = []
    for model, records in rows.items():
        key, name = NAMED[model]
        texts = {code: F(f"{name}_{code}") for code in LANGUAGES}
        read = {"k": F(key), **texts}
        told = {f"told_{at}": Cast(column, CharField()) for at, column in read.items()}
        model_name = Value(model._meta.model_name, CharField())
        parts.append(
            records.order_by().annotate(told=model_name, **told).values_list("told", number, "told_k", *columns("told"))
        )
    if not parts:
        return []
    found = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    language = get_language() or LANGUAGES[0]
    return [
        Named(MODELS[model], pk, (key,), in_language(dict(zip(LANGUAGES, names, strict=True)), language) or key)
        for model, pk, key, *names in found
    ]
