"""A record in which every text of every model is one of the sixty hostile strings."""

from django.db import models

from events.dates.fields import HistoricalDateField
from events.exchange.fields import fields_of
from events.exchange.records import Record
from events.exchange.write_yaml import write_yaml
from events.models import RECORD_MODELS, Country, Relation
from tests.hostile_strings import HOSTILE

PREFIX = "hostile"
COUNT = len(HOSTILE)
# Two capital letters for every number.
CODES = [f"{first}{second}" for first in "QX" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


def hostile_yaml() -> str:
    """One record of each model for every string; the events are published."""
    return write_yaml(_record(model, number) for model in RECORD_MODELS for number in range(_many(model)))


def _many(model) -> int:
    return {Country: len(CODES), Relation: COUNT - 1}.get(model, COUNT)


def _record(model, number: int) -> Record:
    values = {name: _value(model, field, number) for name, field in fields_of(model).items()}
    if model is Relation:
        values["status"] = "debated"
    return Record(model, values)


def _value(model, field, number: int):
    key = f"{PREFIX}-{number}"
    if field.many_to_many:
        return ((_key_of(field.related_model, number),),)
    if field.is_relation:
        if field.related_model is model:
            return None
        # A relation leads on to the next event.
        return (_key_of(field.related_model, number + (field.name == "to_event")),)
    if isinstance(field, models.SlugField):
        return key
    if field.name == "code":
        return CODES[number]
    if isinstance(field, HistoricalDateField):
        return {"date": f"{1000 + number}", "born": "0950", "died": ""}.get(field.name, "0900/1100")
    if field.choices is not None:
        return _choice(field)
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.URLField):
        return f"https://example.org/{PREFIX}?a=<b>&c='\""
    if isinstance(field, models.TextField | models.CharField):
        return _text(model, field, number)
    return {"value": "12.5", "order": str(number + 1), "colour": "1", "shape": "circle"}.get(field.name)


def _choice(field) -> str:
    return {"status": "published", "kind": _first(field), "stance": "differs", "importance": "2"}.get(
        field.name, _first(field)
    )


def _first(field) -> str:
    return str(next(value for value, _label in field.flatchoices if value))


def _text(model, field, number: int) -> str:
    """The string of the number, and where it is too long the next one that fits."""
    longest = field.max_length or 10_000
    for step in range(COUNT):
        text = HOSTILE[(number + step) % COUNT].replace("\n", " ")
        if len(text) <= longest:
            return text
    return "<b>x"[:longest]


def _key_of(model, number: int) -> str:
    return CODES[number % len(CODES)] if model is Country else f"{PREFIX}-{number}"
