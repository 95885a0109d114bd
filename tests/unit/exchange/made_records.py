"""Records of every model with any value that their fields allow, for properties."""

from decimal import Decimal

from django.db import models
from hypothesis import strategies as st

from events.dates import HistoricalDate, HistoricalDateError
from events.dates.fields import HistoricalDateField
from events.exchange.characters import REFUSED, normal
from events.exchange.fields import default_of, fields_of
from events.exchange.records import Record, natural_key
from events.models import RECORD_MODELS, Event
from tests.unit.dates.made_dates import allowed_dates

SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
# What formats trip over: their own signs, blanks, breaks, letters of three scripts.
LETTERS = st.one_of(
    st.sampled_from(list(" ;\\\"',:#&*!|>%@`-?[]{}=+<\n\t~.0123456789")),
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")),
)


def _read(text: str) -> HistoricalDate | None:
    try:
        return HistoricalDate.parse(text)
    except HistoricalDateError:
        return None


DATES = allowed_dates.map(_read)


def texts(longest: int, is_line: bool, least: int = 0):
    allowed = st.text(LETTERS, min_size=least, max_size=min(longest, 60)).map(lambda text: REFUSED.sub("", text))
    if is_line:
        allowed = allowed.map(lambda text: text.replace("\n", " ").replace("\t", " "))
    return allowed.map(lambda text: normal(text)[:longest].strip()).filter(lambda text: len(text) >= least)


def values_of(field):
    """Any value that a record may hold in the field."""
    if field.many_to_many:
        return st.lists(st.tuples(SLUGS), unique=True, max_size=4).map(lambda keys: tuple(sorted(keys)))
    if field.is_relation:
        key = st.tuples(SLUGS)
        return st.one_of(st.none(), key) if field.null else key
    if field.choices is not None:
        return st.sampled_from([value for value, _label in field.flatchoices])
    if isinstance(field, HistoricalDateField):
        return DATES if field.blank else DATES.filter(bool)
    if isinstance(field, models.BooleanField):
        return st.booleans()
    if isinstance(field, models.DecimalField):
        return st.one_of(st.none(), st.integers(-89_0000, 89_0000).map(lambda number: Decimal(number) / 10_000))
    if isinstance(field, models.IntegerField):
        number = st.integers(1, 8)
        return st.one_of(st.none(), number) if field.null else number
    if isinstance(field, models.SlugField):
        return SLUGS
    if isinstance(field, models.URLField):
        return st.sampled_from(["", "https://example.org/a?b=c;d#e", "http://example.org/%20"])
    if field.name == "code":
        return st.sampled_from(["CN", "SUHH", "FR"])
    least = 0 if field.blank else 1
    return texts(field.max_length or 200, isinstance(field, models.CharField), least)


@st.composite
def records(draw, models_used=RECORD_MODELS):
    """One record that says all that its fields allow, and breaks no constraint of its model."""
    model = draw(st.sampled_from(models_used))
    values = {
        name: draw(st.one_of(st.just(default_of(field)), values_of(field)))
        if _optional(field)
        else draw(values_of(field))
        for name, field in fields_of(model).items()
    }
    _mend(model.__name__, values)
    record = Record(model, values, version=draw(st.integers(1, 5)) if model is Event else None)
    record.key = natural_key(model, values)
    return record


def _optional(field) -> bool:
    return field.blank or field.null or field.has_default()


def _mend(name: str, values: dict) -> None:
    if name == "Country":
        values["first_year"] = values["last_year"] = None
    if name == "Place":
        values["latitude"] = values["longitude"] = None
    if name == "Citation" and values["stance"] == "differs" and not values["stated_value"]:
        values["stated_value"] = "1954"
    if name == "Relation":
        values["to_event"] = (values["from_event"][0][:60] + "-b",)
    if name == "Event" and values["status"] == "published":
        values["status"] = "draft"
