"""The whole record of the database as plain values, to hold two databases against each other."""

from events.models import RECORD_MODELS

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
    for model in reversed(RECORD_MODELS):
        model.objects.update(
            **{field.name: None for field in model._meta.concrete_fields if field.related_model is model}
        )
        model.objects.all().delete()
