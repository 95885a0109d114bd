"""What fields a record has, and how a value of theirs is written."""

import difflib
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

Key = tuple[str, ...]
"""A natural key, part by part."""


@cache
def fields_of(model: type[models.Model]) -> dict[str, Any]:
    """The fields that a record of the model may hold, by name, in the model's order."""
    fields = sorted([*model._meta.concrete_fields, *model._meta.many_to_many], key=attrgetter("creation_counter"))
    return {field.name: field for field in fields if field.editable and not field.primary_key}


@cache
def default_of(field: Any) -> Any:
    """The value of a field that a record leaves out."""
    if field.many_to_many:
        return ()
    return None if field.is_relation else field.to_python(field.get_default())


def may_be_left_out(field: Any) -> bool:
    return field.blank or field.null or field.has_default()


# Among more words than this only those that begin alike are compared, or a hint would take longer than the check.
MANY = 1_000


def nearest(word: str, words: Iterable[str]) -> str:
    """`: did you mean "…"?` for a word close to one of the others, else nothing."""
    near = list(words)
    if len(near) > MANY:
        near = [other for other in near if other[:2] == word[:2]][:MANY]
    close = difflib.get_close_matches(word[:80], near, n=1)
    return _('; did you mean "%(word)s"?') % {"word": close[0]} if close else ""


def value_text(value: Any) -> str:
    """A value as a file has it: no trailing zeros, nothing for no value; keys joined by commas."""
    if isinstance(value, tuple):
        return ", ".join(sorted(key[0] if isinstance(key, tuple) else key for key in value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)
