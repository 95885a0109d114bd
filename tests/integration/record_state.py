"""The whole record of the database as plain values, to hold two databases against each other."""

from django.db import connection

from events.models import RECORD_MODELS, RecordVersion

CLOCK = ("created", "modified")


def record_state() -> dict[str, dict]:
    """Every column but numbers and clock, references as natural keys, by model and natural key."""
    return {
        model.__name__: {instance.natural_key(): _values(instance) for instance in model.objects.all()}
        for model in RECORD_MODELS
    }


def _values(instance) -> dict:
    values = {}
    for field in instance._meta.concrete_fields:
        if field.primary_key or field.name in CLOCK:
            continue
        value = getattr(instance, field.name)
        values[field.name] = value.natural_key() if field.many_to_one and value else value
    for field in instance._meta.many_to_many:
        values[field.name] = sorted(other.natural_key() for other in getattr(instance, field.name).all())
    return values


def empty_record() -> None:
    """Take everything out at once; what editing does at each deletion would take many times as long."""
    for model in reversed(RECORD_MODELS):
        for field in model._meta.many_to_many:
            field.remote_field.through.objects.all()._raw_delete(connection.alias)
        model.objects.update(
            **{field.name: None for field in model._meta.concrete_fields if field.related_model is model}
        )
        model.objects.all()._raw_delete(connection.alias)
    RecordVersion.bump()
