"""Writes made-up events in large batches, and takes them out again."""

from collections.abc import Callable
from itertools import islice

from django.db import connection, transaction
from django.db.models import F, Q

from events.models import Citation, Event, RecordVersion

from .made import HOW_MANY, PREFIX, Made, choices, made_events

BATCH = 2_000


def stress_events():
    return Event.objects.filter(slug__startswith=PREFIX)


def editors_events():
    """Events that no fixture brought, or that were changed since."""
    by_hand = Q(loaded_version__isnull=True) | ~Q(loaded_version=F("version"))
    return Event.objects.exclude(slug__startswith=PREFIX).filter(by_hand)


def write(count: int, seed: int, tell: Callable[[int], None] = lambda done: None) -> None:
    """Write `count` events in one transaction; the version of the record goes up once."""
    with transaction.atomic():
        made = made_events(count, seed, choices())
        done = 0
        while batch := list(islice(made, BATCH)):
            _write_batch(batch)
            done += len(batch)
            tell(done)
        RecordVersion.bump()
        # Until the database knows how many rows there are, it plans as if there were none.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _write_batch(batch: list[Made]) -> None:
    Event.objects.bulk_create([made.event for made in batch])
    for name in HOW_MANY:
        field = Event._meta.get_field(name)
        through, near, far = field.remote_field.through, field.m2m_field_name(), field.m2m_reverse_field_name()
        through.objects.bulk_create(
            through(**{f"{near}_id": made.event.pk, f"{far}_id": pk}) for made in batch for pk in made.links[name]
        )
    Citation.objects.bulk_create(
        Citation(event_id=made.event.pk, source_id=made.source, locator="§1") for made in batch if made.source
    )


def clear() -> int:
    """Take out every made-up event with all that points to it; returns how many events there were."""
    with transaction.atomic():
        count = stress_events().count()
        # Row by row, as `delete()` does for models with signals, a million events would not fit into memory.
        for relation in Event._meta.related_objects:
            rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__slug__startswith": PREFIX})
            rows._raw_delete(rows.db)
        for field in Event._meta.many_to_many:
            rows = field.remote_field.through._base_manager.filter(
                **{f"{field.m2m_field_name()}__slug__startswith": PREFIX}
            )
            rows._raw_delete(rows.db)
        stress_events()._raw_delete(stress_events().db)
        RecordVersion.bump()
    return count
