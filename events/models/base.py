"""What every model of the record shares: natural keys, names in every language, alternative names."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField

from events.languages import LANGUAGES, REQUIRED, in_language

from .steps import step

NAME_LENGTH = 120


class NaturalKeyManager(models.Manager):
    """Finds a record by the fields that its class names in `natural_key_fields`, following `__` to the owner's key."""

    def get_by_natural_key(self, *key):
        if None in key:
            raise self.model.DoesNotExist(f"{self.model._meta.label} {key}: the owner is not there")
        return self.get(**dict(zip(self.model.natural_key_fields, key, strict=True)))


class Record(models.Model):
    """A record with a stable natural key, so that fixtures never carry a database number."""

    natural_key_fields: tuple[str, ...] = ("slug",)

    class Meta:
        abstract = True

    def delete(self, *args, **kwargs):
        """What goes along with it goes in the same step of history, and comes back with it."""
        with step():
            return super().delete(*args, **kwargs)

    def natural_key(self):
        return tuple(_follow(self, path) for path in self.natural_key_fields)


def _follow(record, path):
    for name in path.split("__"):
        # `loaddata` asks before an owner that stands later in the files is there; None then matches no record.
        record = getattr(record, name, None)
    return None if record is None else str(record)


def translated_text(label, **options):
    """A text column per language; empty where a language has none yet."""
    return TranslatedField(models.TextField(label, blank=True, default="", **options), attrgetter=_in_reader_language)


def translated_line(label, max_length, **options):
    """A one-line column per language; required in those of `REQUIRED` unless `blank` is given."""
    optional = {code: {"blank": True, "default": ""} for code in LANGUAGES if code not in REQUIRED}
    return TranslatedField(
        models.CharField(label, max_length=max_length, **options), optional, attrgetter=_in_reader_language
    )


def alternative_names():
    """Other names that a reader may know or type, separated by `; `, one column per language."""
    return translated_text(
        _("alternative names"), help_text=_("Other usual names, separated by a semicolon and a blank.")
    )


def _in_reader_language(name, field):
    """Read the column of the active language, or what stands in for it."""

    def getter(record):
        texts = {code: getattr(record, f"{name}_{code}", "") for code in field.languages}
        return in_language(texts, (get_language() or LANGUAGES[0]).partition("-")[0])

    return getter
