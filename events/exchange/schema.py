"""The JSON Schema of a fixture file, made from the same fields that the validator reads: editors complete and warn by it.

It says what one record may hold; what records must say together only `check_fixtures` can know.
"""

import re
from functools import singledispatch
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import override

from events.dates.fields import HistoricalDateField
from events.models import RECORD_MODELS, Event

from .field_rules import DECIMAL, INTEGER, SLUG
from .fields import fields_of, may_be_left_out
from .records import VERSION, Model

DIALECT = "http://json-schema.org/draft-07/schema#"
EDTF = "EDTF: 1954, 1954-07, 1954-07-21, 1990-09-03/1990-09-04, 1965~ (about), 2025? (uncertain), 2012/.. (still open)"
Shape = dict[str, Any]


def record_schema() -> Shape:
    """The schema of one file: a list of records of any model."""
    with override("en"):
        return {
            "$schema": DIALECT,
            "title": "A fixture file of the record",
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["model", "fields"],
                "additionalProperties": False,
                "properties": {
                    "model": {"enum": [model._meta.label_lower for model in RECORD_MODELS]},
                    "fields": {"type": "object"},
                },
                "allOf": [_model(model) for model in RECORD_MODELS],
            },
        }


def _model(model: Model) -> Shape:
    fields = fields_of(model) | ({VERSION.name: VERSION} if model is Event else {})
    return {
        "if": {"properties": {"model": {"const": model._meta.label_lower}}},
        "then": {
            "properties": {
                "fields": {
                    "required": [name for name, field in fields.items() if not may_be_left_out(field)],
                    "additionalProperties": False,
                    "properties": {name: _described(field) for name, field in fields.items()},
                }
            }
        },
    }


def _described(field: Any) -> Shape:
    words = [str(field.verbose_name), str(field.help_text)]
    if isinstance(field, HistoricalDateField):
        words.append(EDTF)
    if field.choices:
        words += [f"{value}: {label}" for value, label in field.flatchoices]
        shape: Shape = {"type": "string", "enum": [str(value) for value, _label in field.flatchoices]}
        if field.blank:
            shape["enum"].append("")
    else:
        shape = _shape(field)
    return {"description": "; ".join(word for word in words if word)} | shape


@singledispatch
def _shape(field: Any) -> Shape:
    raise TypeError(f"no schema for the field type {type(field).__name__}: add one to events/exchange/schema.py")


@_shape.register
def _text(field: models.TextField) -> Shape:
    return {"type": "string"}


@_shape.register
def _line(field: models.CharField) -> Shape:
    shape: Shape = {"type": "string", "maxLength": field.max_length}
    if not field.blank:
        shape["minLength"] = 1
    for validator in field.validators:
        if isinstance(validator, RegexValidator) and type(validator) is RegexValidator:
            shape["pattern"] = re.compile(validator.regex).pattern.replace(r"\Z", "$")
    return shape


@_shape.register
def _slug(field: models.SlugField) -> Shape:
    return {"type": "string", "maxLength": field.max_length, "pattern": _whole(SLUG.pattern)}


@_shape.register
def _address(field: models.URLField) -> Shape:
    return {"type": "string", "maxLength": field.max_length, "pattern": "^(https?://|$)"}


@_shape.register
def _date(field: HistoricalDateField) -> Shape:
    return {"type": "string"} if field.blank else {"type": "string", "minLength": 1}


@_shape.register
def _truth(field: models.BooleanField) -> Shape:
    return {"enum": [True, False, "true", "false"]}


@_shape.register
def _integer(field: models.IntegerField) -> Shape:
    return {"type": "string", "pattern": _whole(INTEGER.pattern) + ("|^$" if field.null else "")} | _range(field)


@_shape.register
def _decimal(field: models.DecimalField) -> Shape:
    return {"type": "string", "pattern": _whole(DECIMAL.pattern) + ("|^$" if field.null else "")} | _range(field)


def _range(field: Any) -> Shape:
    """In words: a number is written as a text, so that no reader turns it into another."""
    # Those that the model names: `validators` would add the range of whichever database is in use.
    ends = {
        kind: validator.limit_value
        for validator in field._validators
        for kind in (MinValueValidator, MaxValueValidator)
        if type(validator) is kind
    }
    if not ends:
        return {}
    lowest, highest = ends.get(MinValueValidator, "…"), ends.get(MaxValueValidator, "…")
    return {"$comment": f"from {lowest} to {highest}, in quotation marks"}


@_shape.register
def _key(field: models.ForeignKey) -> Shape:
    return {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 1}


@_shape.register
def _keys(field: models.ManyToManyField) -> Shape:
    one = {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 1}
    return {"type": "array", "items": one, "uniqueItems": True}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"
