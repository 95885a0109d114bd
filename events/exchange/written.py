"""The fields of a Record as a file has them: plain texts, lists of keys, bare truths."""

from collections.abc import Iterable
from typing import Any

from events.models import RECORD_MODELS, Citation, Event, Figure

from .fields import fields_of, value_text
from .records import VERSION, Record


def written_record(record: Record) -> dict[str, Any]:
    return {"model": record.model._meta.label_lower, "fields": written_fields(record)}


def written_fields(record: Record) -> dict[str, Any]:
    """The fields that have a value; those that a record may leave out stay out. Keys are lists, lists of keys lists of them."""
    written: dict[str, Any] = {}
    for name, field in fields_of(record.model).items():
        value = record.values[name]
        if field.many_to_many:
            value = [list(key) for key in sorted(value)]
        elif field.is_relation:
            value = list(value or ())
        elif not isinstance(value, bool):
            # A boolean stays bare, since the stock `loaddata` does not read "true" in quotes.
            value = value_text(value)
        if value:
            written[name] = value
    if record.version not in (None, 1):
        written[VERSION.name] = str(record.version)
    return written


def in_order(records: Iterable[Record]) -> list[Record]:
    """Vocabulary first, then each event with its citations and figures below it, then relations and lessons."""
    place: dict[Any, int] = {model: number for number, model in enumerate(RECORD_MODELS)}

    def position(record: Record) -> tuple[Any, ...]:
        if record.model in (Event, Citation, Figure):
            return place[Event], record.key[0], place[record.model], record.key
        return place[record.model], *record.key

    return sorted(records, key=position)
