"""Turns what stands in a file into the value of one model field, or says what the field expects."""

import math
import re
from decimal import Decimal
from functools import singledispatch
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from events.dates import HistoricalDate, HistoricalDateError
from events.dates.errors import quote
from events.dates.fields import HistoricalDateField
from events.search.fold import fold

from .characters import LINE_BREAK, normal, refused_character
from .fields import Key, nearest
from .tree import Listing, Misfit, Node, Text

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_GAP = re.compile(r"[^a-z0-9]+")
ONE_TEXT, A_DATE, A_NUMBER = gettext_lazy("one text"), gettext_lazy("a date"), gettext_lazy("a number")
TRUTHS = {"true": True, "false": False}


class Refused(Exception):
    """A value that the field does not take; the message says what is expected and how to repair it."""


def read_field(field: Any, node: Node) -> Any:
    """The value of one field; raises Refused."""
    value = read_value(field, node)
    if field.is_relation:
        return value
    if value in (None, ""):
        if not field.blank:
            raise Refused(_("is empty, but the field is required"))
        return value
    try:
        field.run_validators(value)
    except ValidationError as error:
        raise Refused(f"{quote(str(value))}: {' '.join(error.messages)}") from None
    return value


def read_text(node: Node, expected: Any = ONE_TEXT) -> str:
    """A trimmed text in composed letters; `expected` names what should stand where a list stands."""
    if isinstance(node, Misfit):
        raise Refused(node.text)
    if isinstance(node, Listing):
        raise Refused(
            _("a list stands where %(expected)s is expected: put the text in quotes") % {"expected": expected}
        )
    if not isinstance(node, Text):
        raise Refused(
            _('keys with values stand where %(expected)s is expected: a text that holds ": " needs quotes around it')
            % {"expected": expected}
        )
    if found := refused_character(node.text):
        raise Refused(_("character %(number)d: %(problem)s") % {"number": found.position + 1, "problem": found.text})
    return normal(node.text)


@singledispatch
def read_value(field: Any, node: Node) -> Any:
    raise TypeError(f"no rule for the field type {type(field).__name__}: add one to events/exchange/field_rules.py")


@read_value.register
def _text(field: models.TextField, node: Node) -> str:
    return read_text(node)


@read_value.register
def _line(field: models.CharField, node: Node) -> str:
    text = read_text(node)
    if field.choices is not None:
        return _choice(field, text)
    if LINE_BREAK.search(text):
        raise Refused(_("%(value)s has a line break or a tab: write it in one line") % {"value": quote(text)})
    if field.max_length and len(text) > field.max_length:
        raise Refused(
            _("%(value)s has %(length)d characters: shorten it to %(limit)d")
            % {"value": quote(text), "length": len(text), "limit": field.max_length}
        )
    return text


def _choice(field: Any, text: str) -> Any:
    allowed = {str(value): value for value, _label in field.flatchoices}
    if text in allowed:
        return allowed[text]
    if not text and field.blank:
        return text
    raise Refused(
        _("%(value)s is not one of %(allowed)s%(hint)s")
        % {"value": quote(text), "allowed": ", ".join(allowed), "hint": nearest(text, allowed)}
    )


@read_value.register
def _slug(field: models.SlugField, node: Node) -> str:
    text = _line(field, node)
    if text and not SLUG.fullmatch(text):
        repair = SLUG_GAP.sub("-", fold(text)).strip("-")
        raise Refused(
            _("%(value)s is not a key: write small letters a-z, digits and single hyphens%(hint)s")
            % {"value": quote(text), "hint": f', "{repair}"' if repair else ""}
        )
    return text


@read_value.register
def _address(field: models.URLField, node: Node) -> str:
    text = _line(field, node)
    if not text:
        return text
    try:
        parts = urlsplit(text)
    except ValueError:
        raise Refused(_("%(value)s is not an address") % {"value": quote(text)}) from None
    if parts.scheme not in ("http", "https"):
        raise Refused(_("%(value)s: an address begins with https:// or http://") % {"value": quote(text)})
    if "@" in parts.netloc:
        raise Refused(_("%(value)s holds a user name or a password: take it out") % {"value": quote(text)})
    return text


@read_value.register
def _date(field: HistoricalDateField, node: Node) -> HistoricalDate | None:
    text = read_text(node, A_DATE)
    if not text:
        return None
    try:
        return HistoricalDate.parse(text)
    except HistoricalDateError as error:
        raise Refused(error.in_language(get_language() or "en")) from None


@read_value.register
def _truth(field: models.BooleanField, node: Node) -> bool:
    text = read_text(node, "true / false")
    if text not in TRUTHS:
        raise Refused(_("%(value)s is neither true nor false") % {"value": quote(text)})
    return TRUTHS[text]


@read_value.register
def _integer(field: models.IntegerField, node: Node) -> int | None:
    text = read_text(node, A_NUMBER)
    if field.choices is not None:
        return _choice(field, text)
    if not text and field.null:
        return None
    if not INTEGER.fullmatch(text):
        raise Refused(_("%(value)s is not a whole number: write digits alone, such as 12") % {"value": quote(text)})
    # SQLite would take larger numbers than PostgreSQL: the narrower ranges hold on both.
    return _in_range(field, int(text), text, *BaseDatabaseOperations.integer_field_ranges[field.get_internal_type()])


@read_value.register
def _decimal(field: models.DecimalField, node: Node) -> Decimal | None:
    text = read_text(node, A_NUMBER)
    if not text and field.null:
        return None
    if not DECIMAL.fullmatch(text):
        raise Refused(
            _("%(value)s is not a number: write digits and at most one decimal point, such as 2362682 or 26.5")
            % {"value": quote(text)}
        )
    whole, _point, fraction = text.lstrip("-").partition(".")
    if len(fraction) > field.decimal_places or len(whole) > field.max_digits - field.decimal_places:
        raise Refused(
            _("%(value)s is too long: at most %(before)d digits before the point and %(after)d after it")
            % {
                "value": quote(text),
                "before": field.max_digits - field.decimal_places,
                "after": field.decimal_places,
            }
        )
    return _in_range(field, Decimal(text), text)


def _in_range(field: Any, number: Any, text: str, least: float = -math.inf, most: float = math.inf) -> Any:
    lowest = max([least, *(v.limit_value for v in field.validators if isinstance(v, MinValueValidator))])
    highest = min([most, *(v.limit_value for v in field.validators if isinstance(v, MaxValueValidator))])
    if not lowest <= number <= highest:
        raise Refused(
            _("%(value)s is out of range: from %(lowest)s to %(highest)s")
            % {"value": quote(text), "lowest": lowest, "highest": highest}
        )
    return number


@read_value.register
def _reference(field: models.ForeignKey, node: Node) -> Key:
    return _key(node, "[…]")


@read_value.register
def _references(field: models.ManyToManyField, node: Node) -> tuple[Key, ...]:
    if not isinstance(node, Listing):
        example = f"[[{node.text}]]" if isinstance(node, Text) and node.text else "[[…], […]]"
        raise Refused(
            _("a list of keys is expected, each in brackets of its own: write %(example)s") % {"example": example}
        )
    if node.items and all(isinstance(item, Text) for item in node.items):
        example = ", ".join(f"[{item.text}]" for item in node.items if isinstance(item, Text))
        raise Refused(_("every key needs brackets of its own: write [%(example)s]") % {"example": example})
    keys = tuple(_key(item, "[[…], […]]") for item in node.items)
    seen = set()
    for key in keys:
        if key in seen:
            raise Refused(_("%(key)s stands twice in the list: keep one") % {"key": quote(key[0])})
        seen.add(key)
    return keys


def _key(node: Node, example: str) -> Key:
    if isinstance(node, Misfit):
        raise Refused(node.text)
    if isinstance(node, Text) and node.text.strip():
        raise Refused(_("a key stands in brackets: write [%(key)s]") % {"key": node.text.strip()[:80]})
    if not isinstance(node, Listing) or len(node.items) != 1 or not isinstance(node.items[0], Text):
        raise Refused(
            _("one key in brackets is expected: write %(example)s, or leave the line out") % {"example": example}
        )
    text = read_text(node.items[0])
    if not text:
        raise Refused(_("the key in the brackets is empty: leave the line out"))
    return (text,)
