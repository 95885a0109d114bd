"""Two states of an event with its parts, held against each other: record by record, field by field, word by word."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.languages import LANGUAGES, REQUIRED

from .database import Stored
from .difference import Piece, word_difference
from .fields import Key, fields_of, value_text
from .names import Names, by_key
from .records import Record

# A part need not say to what it belongs.
OWNERS = ("event", "from_event", "person", "lesson")


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field in words; `name` is without the language, which is that of a text that has one of its own."""

    name: str
    label: str
    language: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """A record that was `added`, `removed` or `changed`, with the fields that say so."""

    model: Any
    kind: str
    title: str
    record: Record
    fields: list[FieldDifference]

    @property
    def rows(self) -> list[tuple[str, list[FieldDifference]]]:
        """The fields by label, all languages of a text together."""
        found: dict[str, list[FieldDifference]] = {}
        for field in self.fields:
            found.setdefault(field.name, []).append(field)
        return [(fields[0].label, fields) for fields in found.values()]

    @property
    def model_name(self) -> str:
        return str(self.model._meta.verbose_name)


def compare(old: Iterable[Stored], new: Iterable[Stored], names: Names | None = None) -> list[RecordDifference]:
    """What became of each record; records are the same by their number. `names` saves asking for them."""
    before = {_identity(stored): stored.record for stored in old}
    after = {_identity(stored): stored.record for stored in new}
    if names is None:
        names = names_of([*before.values(), *after.values()])
    found = []
    for at in [*before, *(at for at in after if at not in before)]:
        difference = _compare(before.get(at), after.get(at), names)
        if difference:
            found.append(difference)
    return found


def _identity(stored: Stored) -> tuple[Any, Any]:
    """Its number, or the key of what has no number yet."""
    return stored.record.model, stored.record.key if stored.pk is None else stored.pk


def _compare(old: Record | None, new: Record | None, names: Names) -> RecordDifference | None:
    record = new or old
    assert record is not None
    is_whole = old is None or new is None
    texts = {
        name: [value_words(field, each.values[name], names) if each else "" for each in (old, new)]
        for name, field in fields_of(record.model).items()
        if not is_whole or (name not in OWNERS and record.values[name])
    }
    changed = {_stem(name) for name, (before, after) in texts.items() if before != after}
    if not changed:
        return None
    # A text that changed in one language is judged beside the others.
    told = {
        name: pair for name, pair in texts.items() if _stem(name) in changed and (any(pair) or not _is_optional(name))
    }
    fields = [_field(record.model, name, pair) for name, pair in told.items()]
    kind = "changed" if old and new else "added" if new else "removed"
    return RecordDifference(record.model, kind, title_of(record, names), record, fields)


def _stem(name: str) -> str:
    stem, _line, ending = name.rpartition("_")
    return stem if ending in LANGUAGES else name


def _is_optional(name: str) -> bool:
    """A text in a language that no text need have; where there is none, nobody misses it."""
    return _stem(name) != name and not name.endswith(tuple(f"_{code}" for code in REQUIRED))


def _field(model: Any, name: str, texts: list[str]) -> FieldDifference:
    label = capfirst(str(fields_of(model)[name].verbose_name))
    language = "" if _stem(name) == name else name[-2:]
    return FieldDifference(_stem(name), label, language, word_difference(*texts))


def title_of(record: Record, names: Names) -> str:
    """What the record is called among the parts of its owner; nothing for what has no owner."""
    model: Any = record.model
    if not any(path.split("__")[0] in OWNERS for path in model.natural_key_fields):
        return ""
    parts = []
    for path in model.natural_key_fields:
        name = path.split("__")[0]
        if name not in OWNERS:
            parts.append(value_words(fields_of(record.model)[name], record.values[name], names))
    return ", ".join(parts)


def value_words(field: Any, value: Any, names: Names) -> str:
    """A value as a reader knows it: names for keys, the words of a choice, a text as it is written."""
    if field.many_to_many:
        return ", ".join(sorted(names.get((field.related_model, key), key[0]) for key in value))
    if field.many_to_one:
        return names.get((field.related_model, value), value[0]) if value else ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value_text(value)))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return value_text(value)


def names_of(records: Iterable[Record]) -> dict[tuple[Any, Key], str]:
    """What the records that these point to are called."""
    wanted: dict[Any, set[Key]] = defaultdict(set)
    for record in records:
        for _field, (model, key) in record.references():
            wanted[model].add(key)
    return by_key(wanted)
