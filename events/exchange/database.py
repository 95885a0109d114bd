"""Reads the database out as the same Records that a file gives, in one query per table."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import Error, connection
from django.utils.translation import gettext as _

from events.models import RECORD_MODELS, Event

from .fields import Key, fields_of
from .records import Name, Record, natural_key
from .report import Location, refusal

DATABASE = Location("database")
BOOKKEEPING = ("version", "loaded_version")
# `atomic` would take SQLite's one place for a writer.
READING = {"postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


@dataclass(slots=True)
class Stored:
    """A record of the database; `version` and `loaded_version` are those of an event."""

    record: Record
    pk: Any
    version: int | None = None
    loaded_version: int | None = None


def has_tables() -> bool:
    """Says whether the tables of the record are there, before the first migration they are not."""
    tables = set(connection.introspection.table_names())
    return all(model._meta.db_table in tables for model in RECORD_MODELS)


def require_tables() -> None:
    if not has_tables():
        raise refusal(DATABASE, _("there are no tables yet: run manage.py migrate first"))


@contextmanager
def plain_errors() -> Iterator[None]:
    """What the database itself refuses, locked or out of reach, as one plain message."""
    try:
        yield
    except Error as error:
        raise refusal(DATABASE, str(error).strip().partition("\n")[0]) from None


@contextmanager
def one_state() -> Iterator[None]:
    """All that is read inside is the record of one instant, though others write meanwhile; nobody waits for it."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(READING.get(connection.vendor, "BEGIN"))
        try:
            yield
        finally:
            cursor.execute("COMMIT")


def read_database() -> dict[Name, Stored]:
    """Every record of the database by name, models in the order in which they point to each other."""
    stored: dict[Name, Stored] = {}
    keys: dict[Any, dict[Any, Key]] = {}
    with one_state():
        for model in RECORD_MODELS:
            stored.update(_read_model(model, keys))
    return stored


def _read_model(model: Any, keys: dict[Any, dict[Any, Key]]) -> dict[Name, Stored]:
    columns = [name for name, field in fields_of(model).items() if not field.many_to_many]
    many = [field for field in fields_of(model).values() if field.many_to_many]
    bookkeeping = BOOKKEEPING if model is Event else ()
    rows = {row["pk"]: row for row in model._default_manager.order_by("pk").values("pk", *columns, *bookkeeping)}
    linked = {field.name: _linked_keys(field, keys) for field in many}
    found = []
    for pk, row in rows.items():
        extra = {name: row.pop(name) for name in ("pk", *bookkeeping)}
        row |= {name: tuple(pairs.get(pk, ())) for name, pairs in linked.items()}
        found.append(Stored(Record(model, row), **extra))
    references = [field for field in fields_of(model).values() if field.many_to_one]
    # A model that points to itself (the successor of a state) needs its own keys first.
    for field in sorted(references, key=lambda field: field.related_model is model):
        if field.related_model is model:
            keys[model] = {item.pk: natural_key(model, item.record.values) for item in found}
        for item in found:
            item.record.values[field.name] = keys[field.related_model].get(item.record.values[field.name])
    for item in found:
        item.record.key = natural_key(model, item.record.values)
    keys[model] = {item.pk: item.record.key for item in found}
    return {item.record.name: item for item in found}


def _linked_keys(field: Any, keys: dict[Any, dict[Any, Key]]) -> dict[Any, list[Key]]:
    """The natural keys on the far side of a many-to-many field, by the database number of the near side."""
    through = field.remote_field.through._default_manager
    linked = defaultdict(list)
    for near, far in through.values_list(field.m2m_column_name(), field.m2m_reverse_name()):
        linked[near].append(keys[field.related_model][far])
    return linked
