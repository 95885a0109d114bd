"""Reads single query parameters; whatever is not plainly right is refused with the parameter's name."""

import difflib
import re
import unicodedata

from django.core.exceptions import BadRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.dates import HistoricalDate, HistoricalDateError

SEARCH_LENGTH = 200
REPEATABLE = ("country", "theme", "organisation", "person", "period", "source")
SINGLE = ("q", "from", "to", "importance", "lanes", "periods", "event", "t0", "t1", "page")
PARAMETERS = REPEATABLE + SINGLE
# What chat programs and mail programs append to a shared link; it says nothing about the view.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|zarsrc|mibextid")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,79}")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd\ufffe\uffff\ud800-\udfff]")


class FilterError(BadRequest):
    """A query parameter that cannot be read; answered with a 400 that names it."""

    def __init__(self, parameter: str, value: str, message: str):
        self.parameter = parameter
        self.value = value if len(value) <= 60 else value[:57] + "…"
        self.message = message
        super().__init__(f"{self.parameter}={self.value!r}: {message}")


def check_names(names, allowed=PARAMETERS) -> None:
    """Refuse a parameter that nobody reads, so that a misspelt filter never silently shows everything."""
    for name in names:
        if name in allowed or _TRACKING.fullmatch(name):
            continue
        near = difflib.get_close_matches(name, allowed, n=1)
        hint = _("Did you mean “%s”?") % near[0] if near else _("Known are: %s.") % ", ".join(allowed)
        raise FilterError(name[:60], "", _("There is no such parameter.") + " " + hint)


def single(data, name: str) -> str:
    """The one value of a parameter, trimmed and in NFC; empty when absent."""
    values = data.getlist(name)
    if len(values) > 1:
        raise FilterError(name, ", ".join(values), _("Give this parameter once only."))
    return clean_text(name, values[0]) if values else ""


def clean_text(name: str, value: str) -> str:
    if _INVISIBLE.search(value):
        raise FilterError(name, ascii(value), _("It holds a control character; type the text again."))
    return unicodedata.normalize("NFC", value).strip()


def keys(data, name: str) -> tuple[str, ...]:
    """The values of a repeatable parameter: natural keys, sorted, each once."""
    values = {clean_text(name, value) for value in data.getlist(name)} - {""}
    for value in sorted(values):
        key(name, value)
    return tuple(sorted(values))


def key(name: str, value: str) -> str:
    if value and not _KEY.fullmatch(value):
        raise FilterError(name, value, _("It must be a short name of plain letters, digits and hyphens."))
    return value


def text(data) -> str:
    value = single(data, "q")
    if len(value) > SEARCH_LENGTH:
        raise FilterError("q", value, _("Search for at most %d characters.") % SEARCH_LENGTH)
    return value


def date(data, name: str) -> HistoricalDate | None:
    value = single(data, name)
    if not value:
        return None
    try:
        return HistoricalDate.parse(value)
    except HistoricalDateError as error:
        raise FilterError(name, value, error.in_language(get_language() or "vi")) from error


def importance(data) -> int:
    value = single(data, "importance") or "3"
    if value not in ("1", "2", "3"):
        raise FilterError("importance", value, _("Write 1, 2 or 3."))
    return int(value)


def lanes(data) -> str:
    """`none`, `theme`, or country codes in the reader's order, separated by commas; empty is automatic."""
    value = single(data, "lanes")
    if value in ("", "none", "theme"):
        return value
    codes = value.split(",")
    if len(set(codes)) != len(codes):
        raise FilterError("lanes", value, _("Name each country once only."))
    if len(codes) > 8:
        raise FilterError("lanes", value, _("Eight lanes are the most that can be read."))
    for code in codes:
        key("lanes", code or "?")
    return value


def whole_number(data, name: str, default: int, least: int, most: int) -> int:
    """A number in plain digits; `default` when absent."""
    value = single(data, name)
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most):
        message = _("Write a whole number from %(least)d to %(most)d.") % {"least": least, "most": most}
        raise FilterError(name, value, message)
    return int(value)
