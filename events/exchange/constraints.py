"""Holds a record against the database constraints of its model, in their own words and without a database."""

import operator
from collections.abc import Callable, Iterator
from typing import Any

from django.db import models
from django.db.models import F, Q

LOOKUPS: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
    "in": lambda value, allowed: value in allowed,
    "range": lambda value, ends: ends[0] <= value <= ends[1],
}


def broken_constraints(model: type[models.Model], values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The first field that a broken check constraint speaks of, with the constraint's message."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.CheckConstraint) and _holds(constraint.condition, values) is False:
            yield next(_fields(constraint.condition)), str(constraint.get_violation_error_message())


def _holds(condition: Any, values: dict[str, Any]) -> bool | None:
    """True, False, or None where an empty value leaves it open: a check refuses only what is False."""
    if not isinstance(condition, Q):
        path, expected = condition
        return _compare(path, expected, values)
    results = [_holds(child, values) for child in condition.children]
    deciding = condition.connector == Q.OR
    result = deciding if deciding in results else None if None in results else not deciding
    return not result if condition.negated and result is not None else result


def _compare(path: str, expected: Any, values: dict[str, Any]) -> bool | None:
    name, _separator, lookup = path.partition("__")
    value = values.get(name)
    if lookup == "isnull":
        return (value is None) == expected
    if isinstance(expected, F):
        expected = values.get(expected.name)  # type: ignore[attr-defined]
    if value is None or expected is None:
        return None
    return LOOKUPS[lookup or "exact"](value, expected)


def _fields(condition: Any) -> Iterator[str]:
    if isinstance(condition, Q):
        for child in condition.children:
            yield from _fields(child)
    else:
        yield condition[0].partition("__")[0]
