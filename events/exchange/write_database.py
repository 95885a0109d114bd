"""Writes a plan into the database, in the caller's step."""

from collections.abc import Callable
from typing import Any

from django.db import Error, connection, transaction
from django.db.models import F
from django.db.models.signals import pre_save
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import RECORD_MODELS, Country, Event, RecordVersion, step

from . import statistics
from .database import Stored
from .fields import Key, fields_of
from .plan import OWNERS, Entry, Plan
from .records import STAGE, Name, Record
from .report import ExchangeError, refusal

BATCH = 500
# Of so many records at once the database is told.
MANY = 500


def write_plan(
    plan: Plan, database: dict[Name, Stored], is_load: bool = True, tell: Callable[[int], None] = lambda count: None
) -> None:
    """Write every record of the plan with its history; raises ExchangeError when the database refuses one.

    What a load of the fixtures leaves may be overwritten by the next one; what an import (`is_load` False) changed in
    a published event counts as an editor's work.
    """
    with step(kind="loaded") as current:
        _begin_histories(plan, database, current)
        _raise_versions(plan, current, is_load)
        _write(plan, _Writer(database, current, tell))
    if len(plan.written) >= MANY:
        statistics.refresh()


def _write(plan: Plan, writer: "_Writer") -> None:
    for model in RECORD_MODELS:
        created = [record for record in plan.created if record.model is model]
        updated = [entry for entry in plan.updated if entry.record.model is model]
        if model is Country:
            # A state may point to a new successor, so the new ones come first, and of these the last of a chain.
            writer.create_each(_successors_first(created))
            writer.update(updated)
        else:
            # A preferred date is given up before another citation takes it.
            writer.update(sorted(updated, key=lambda entry: entry.record.values.get("preferred", False)))
            writer.create(model, created)
    writer.write_links()
    if plan.written:
        RecordVersion.bump()


def _begin_histories(plan: Plan, database: dict[Name, Stored], current: Any) -> None:
    """What is changed without a history keeps its present state first, in a few queries for all."""
    changed = [entry.stored for entry in plan.updated if entry.stored]
    for model in RECORD_MODELS:
        current.begin_history(model, [stored.pk for stored in changed if stored.record.model is model])
    owners = {(Event, record.values[side]) for record in plan.written for side in OWNERS.get(record.model, ())}
    current.begin_history(Event, [database[name].pk for name in owners if name in database])


def _raise_versions(plan: Plan, current: Any, is_load: bool) -> None:
    """Count each touched event up by one, unless someone was quicker since the plan was made."""
    for event, record in plan.raised.values():
        rows = Event.objects.filter(pk=event.pk, version=event.version)  # type: ignore[misc]
        version = F("version") + 1
        is_draft = event.record.values["status"] == Event.Status.DRAFT and event.version == event.loaded_version
        loaded = {"loaded_version": version} if is_load or is_draft else {}
        if not rows.update(version=version, modified=timezone.now(), **loaded):
            words = _("%(event)s was changed in the database at this moment: load again")
            raise refusal(record.location, words % {"event": event.record.label}, record.label)
        current.raised(event.pk)


def _successors_first(countries: list[Record]) -> list[Record]:
    successor: dict[Key, Key] = {record.key: record.values["successor"] for record in countries}

    def chain_length(record: Record) -> int:
        length, key = 0, record.key
        while key := successor.get(key, ()):
            length += 1
        return length

    return sorted(countries, key=chain_length)


class _Writer:
    def __init__(self, database: dict[Name, Stored], current: Any, tell: Callable[[int], None]) -> None:
        self.current = current
        self.tell = tell
        self.written = 0
        self.pks: dict[Name, Any] = {name: stored.pk for name, stored in database.items()}
        self.links: dict[Any, list[tuple[Any, Any, Any]]] = {}

    def create(self, model: Any, records: list[Record]) -> None:
        for start in range(0, len(records), STAGE):
            self._create_many(model, records[start : start + STAGE])

    def _create_many(self, model: Any, records: list[Record]) -> None:
        """Create many at once; when the database refuses, one by one to find out which."""
        if not connection.features.can_return_rows_from_bulk_insert:
            return self.create_each(records)
        instances = [self._new(record) for record in records]
        for instance in instances:
            # What must happen before every save happens here too; bulk_create itself sends no signal.
            pre_save.send(model, instance=instance, raw=False, using=connection.alias, update_fields=None)
        try:
            with transaction.atomic():
                model._default_manager.bulk_create(instances, batch_size=BATCH)
        except (Error, ValueError):
            return self.create_each(records)
        for record, instance in zip(records, instances, strict=True):
            self.current.touch(model, instance.pk, "+")
            self._created(record, instance)

    def create_each(self, records: list[Record]) -> None:
        for record in records:
            instance = self._new(record)
            self._save(record, instance, force_insert=True)
            self._created(record, instance)

    def update(self, entries: list[Entry]) -> None:
        for entry in entries:
            model: Any = entry.record.model
            assert entry.stored is not None
            instance = model._default_manager.get(pk=entry.stored.pk)
            self._fill(instance, entry.record, entry.fields)
            self._save(entry.record, instance)
            self._count()
            for name in entry.fields:
                field = fields_of(model)[name]
                if field.many_to_many:
                    field.remote_field.through._default_manager.filter(**{field.m2m_field_name(): instance}).delete()
                    self._link(field, instance, entry.record.values[name])

    def write_links(self) -> None:
        """Write the many-to-many links, last of all, since only now every record has its number."""
        for through, links in self.links.items():
            for start in range(0, len(links), STAGE):
                rows = [
                    through(**{f"{field.m2m_field_name()}_id": near, f"{field.m2m_reverse_field_name()}_id": far})
                    for field, near, far in links[start : start + STAGE]
                ]
                through._default_manager.bulk_create(rows, batch_size=BATCH)

    def _new(self, record: Record) -> Any:
        instance = record.model()
        self._fill(instance, record, list(record.values))
        if isinstance(instance, Event):
            instance.version = record.version or 1
            instance.loaded_version = instance.version
        return instance

    def _fill(self, instance: Any, record: Record, names: list[str]) -> None:
        for name in names:
            field, value = fields_of(record.model)[name], record.values[name]
            if field.many_to_one:
                setattr(instance, field.attname, value and self.pks[field.related_model, value])
            elif not field.many_to_many:
                setattr(instance, name, value)

    def _save(self, record: Record, instance: Any, **options: Any) -> None:
        try:
            instance.save(**options)
        except (Error, ValueError) as error:
            raise _refused(record, error) from None

    def _count(self) -> None:
        self.written += 1
        if self.written % STAGE == 0:
            self.tell(self.written)

    def _created(self, record: Record, instance: Any) -> None:
        self.pks[record.name] = instance.pk
        self._count()
        for name, field in fields_of(record.model).items():
            if field.many_to_many:
                self._link(field, instance, record.values[name])

    def _link(self, field: Any, instance: Any, keys: Any) -> None:
        links = self.links.setdefault(field.remote_field.through, [])
        links += [(field, instance.pk, self.pks[field.related_model, key]) for key in keys]


def _refused(record: Record, error: Exception) -> ExchangeError:
    """The rules should have caught it before; the transaction is lost, so this is the only message."""
    words = _("the database refuses the record: %(reason)s") % {"reason": str(error).strip().partition("\n")[0]}
    return refusal(record.location, words, record.label)
