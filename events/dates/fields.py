"""The model field of a historical date: stores its EDTF text and keeps the columns derived from it.

The derived columns are filled before every save, ``loaddata`` (which calls neither ``save()`` nor ``clean()``)
and ``bulk_create``; ``QuerySet.update()`` and ``bulk_update()`` pass by, as they do for any signal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core import checks
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.db.models.signals import class_prepared, pre_save

from events.dates.errors import HistoricalDateError
from events.dates.forms import HistoricalDateFormField, HistoricalDateInput
from events.dates.historical_date import HistoricalDate

# Room for the longest text, an interval of two days with nine-digit years (37), and some more.
COLUMN_LENGTH = 64
# What a column can be derived from, with its value when there is no date.
BLANKS: dict[str, Any] = {
    "earliest": None,
    "latest": None,
    "precision": "",
    "approximate": False,
    "uncertain": False,
    "certain_from": None,
    "certain_to": None,
    "open_start": False,
    "open_end": False,
    "is_interval": False,
}
CONVENTIONAL = ("earliest", "latest", "precision", "approximate", "uncertain")


class HistoricalDateField(models.CharField):
    """A HistoricalDate on the instance, its EDTF text in the database, None for no date.

    Without ``derived``, those of the columns earliest, latest, precision, approximate and uncertain that the
    model has are filled, their names led by ``prefix`` ("born_" fills born_earliest). ``derived`` names them
    instead: ``{"earliest": "first_day"}``; ``derived={}`` fills none.
    """

    description = "Historical date (EDTF)"

    def __init__(self, *args: Any, derived: Mapping[str, str] | None = None, prefix: str = "", **kwargs: Any) -> None:
        unknown = set(derived or ()) - set(BLANKS)
        if unknown:
            raise TypeError(f"derived names {sorted(unknown)}; a date gives {sorted(BLANKS)}")
        self.derived = None if derived is None else dict(derived)
        self.prefix = prefix
        kwargs.setdefault("max_length", COLUMN_LENGTH)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        if kwargs.get("max_length") == COLUMN_LENGTH:
            del kwargs["max_length"]
        if self.derived is not None:
            kwargs["derived"] = self.derived
        if self.prefix:
            kwargs["prefix"] = self.prefix
        return name, path, list(args), kwargs

    def to_python(self, value: Any) -> HistoricalDate | None:
        """Reads text, a year or a day; raises ValidationError with the parser's words."""
        if value is None or value == "" or isinstance(value, HistoricalDate):
            return value or None
        try:
            return HistoricalDate.parse(value)
        except HistoricalDateError as error:
            raise ValidationError(str(error), code=error.code) from error

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> HistoricalDate | None:
        return HistoricalDate.parse(value) if value else None

    def get_prep_value(self, value: Any) -> Any:
        value = models.Field.get_prep_value(self, value)
        if value in (None, ""):
            return None if self.null else ""
        return str(self.to_python(value))

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return "" if value is None else str(value)

    def run_validators(self, value: Any) -> None:
        # The validators of a CharField measure and search text.
        super().run_validators("" if value is None else str(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        # bulk_create sends no signal; it asks each field in turn, so the derived columns come after this one.
        self.fill_derived(model_instance)
        return super().pre_save(model_instance, add)

    def formfield(self, **kwargs: Any) -> forms.Field | None:  # type: ignore[override]
        widget = kwargs.get("widget")
        # The admin hands every CharField its own text input, which has no preview.
        if (
            isinstance(widget, type)
            and issubclass(widget, forms.TextInput)
            and not issubclass(widget, HistoricalDateInput)
        ):
            kwargs["widget"] = HistoricalDateInput(attrs=widget().attrs)
        form_class = kwargs.pop("form_class", HistoricalDateFormField)
        return models.Field.formfield(self, form_class=form_class, **kwargs)

    def derived_columns(self, model: type[models.Model]) -> dict[str, str]:
        """Gives what is derived and the model's column for it; columns that the model lacks are left out."""
        named = {part: self.prefix + part for part in CONVENTIONAL} if self.derived is None else self.derived
        return {part: column for part, column in named.items() if _has_column(model, column)}

    def fill_derived(self, instance: models.Model) -> None:
        """Turns the instance's value into a HistoricalDate and fills the columns derived from it."""
        date = self.to_python(getattr(instance, self.attname))
        setattr(instance, self.attname, date)
        for part, column in self.derived_columns(type(instance)).items():
            setattr(instance, column, BLANKS[part] if date is None else getattr(date, part))

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *self._check_derived()]

    def _check_derived(self) -> Iterable[checks.CheckMessage]:
        """Reports derived columns that are missing, or declared before the date that fills them."""
        for column in (self.derived or {}).values():
            if not _has_column(self.model, column):
                yield checks.Error(
                    f"derived names the column '{column}', which {self.model.__name__} does not have.",
                    hint="Add the column or take it out of derived.",
                    obj=self,
                    id="dates.E001",
                )
        order = [field.name for field in self.model._meta.fields]
        for column in self.derived_columns(self.model).values():
            if order.index(column) < order.index(self.name):
                yield checks.Error(
                    f"the column '{column}' is declared before the date it is derived from.",
                    hint="bulk_create fills columns in their order; declare the date first.",
                    obj=self,
                    id="dates.E002",
                )


def _has_column(model: type[models.Model], name: str) -> bool:
    try:
        return bool(model._meta.get_field(name).concrete)
    except FieldDoesNotExist:
        return False


def _date_fields(model: type[models.Model]) -> list[HistoricalDateField]:
    return [field for field in model._meta.concrete_fields if isinstance(field, HistoricalDateField)]


def fill_before_save(
    sender: type[models.Model],
    instance: models.Model,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Fills the derived columns of an instance, also when it comes raw from a fixture."""
    deferred = instance.get_deferred_fields()
    for field in _date_fields(sender):
        if field.attname in deferred:
            continue
        columns = field.derived_columns(sender).values()
        before = {column: getattr(instance, column) for column in columns}
        field.fill_derived(instance)
        left_out = update_fields is not None and field.name in update_fields and set(columns) - update_fields
        if left_out and any(getattr(instance, column) != before[column] for column in left_out):
            raise ValueError(
                f"save(update_fields=…) names the date '{field.name}' without {', '.join(sorted(left_out))}, "
                "which are derived from it and would keep their old values; name them too."
            )


def connect_model(sender: type[models.Model], **kwargs: Any) -> None:
    """Fills the dates of a model from now on; called for every model class once it is ready."""
    if not sender._meta.abstract and _date_fields(sender):
        pre_save.connect(fill_before_save, sender=sender, dispatch_uid="fill_historical_dates")


# Not in contribute_to_class: a child of a concrete model inherits the date without that call,
# while copies of the class (abstract bases, models of a migration) each come by here.
class_prepared.connect(connect_model, dispatch_uid="connect_historical_dates")
