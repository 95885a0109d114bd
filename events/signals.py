"""What must happen at every save, by whatever way it comes (admin, loader, stock `loaddata`)."""

from itertools import count

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.utils import timezone

from .models import RECORD_MODELS, Event, Illustration, RecordVersion, Source
from .search.column import fill_search_column

_promises = count(-1, -1)


def fill_clock(sender, instance, raw=False, **kwargs):
    """`loaddata` skips the automatic clock columns, which may not be empty."""
    if raw:
        now = timezone.now()
        instance.created = instance.created or now
        instance.modified = instance.modified or now


def note_loaded_version(sender, instance, raw=False, **kwargs):
    """What the stock `loaddata` brings counts as loaded, just as with `load_fixtures`."""
    if raw:
        instance.loaded_version = instance.version


def promise_owner(sender, instance, raw=False, **kwargs):
    """A required owner that stands later in the files of `loaddata` is promised by a number that no row has.

    `loaddata` puts the right number in before it ends; a promise that is not kept breaks the foreign key and the load.
    """
    if raw:
        for field in sender._meta.concrete_fields:
            if field.many_to_one and not field.null and getattr(instance, field.attname) is None:
                setattr(instance, field.attname, next(_promises))


def count_change(sender, **kwargs):
    RecordVersion.bump()


def connect():
    pre_save.connect(fill_search_column, sender=Event)
    pre_save.connect(note_loaded_version, sender=Event)
    for model in (Event, Source):
        pre_save.connect(fill_clock, sender=model)
    for model in RECORD_MODELS:
        pre_save.connect(promise_owner, sender=model)
    for model in (*RECORD_MODELS, Illustration):
        post_save.connect(count_change, sender=model)
        post_delete.connect(count_change, sender=model)
    for field in Event._meta.many_to_many:
        m2m_changed.connect(count_change, sender=field.remote_field.through)
