"""What the preview of an import shows: portions to accept, each with what changes in it word by word."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.exchange.difference import Piece, word_difference
from events.exchange.fields import default_of, fields_of, value_text
from events.exchange.plan import Action, Entry, owners
from events.exchange.selection import Portion, portions
from events.languages import REQUIRED
from events.roles import PUBLIC

# More than this no one reads on one page, and no form may hold many more fields.
MOST_SHOWN = 400


@dataclass(slots=True)
class Line:
    """One field that changes or that a new record states, or one new record of a portion in a few words."""

    name: str
    pieces: list[Piece]


@dataclass(slots=True)
class Shown:
    """A portion as a row of the preview; `why` says why it cannot be accepted."""

    number: int
    portion: Portion
    why: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def action(self) -> str:
        return "blocked" if self.why else str(self.portion.action)

    @property
    def title(self) -> str:
        values, language = self.portion.first.record.values, get_language() or "vi"
        names = (f"{stem}_{code}" for code in (language, *REQUIRED) for stem in ("title", "name", "label"))
        return next((str(values[name]) for name in names if values.get(name)), "")

    @property
    def url(self) -> str:
        """The page of the record in the database, where it has one."""
        stored = self.portion.first.stored
        model = self.portion.first.record.model
        return reverse(f"admin:events_{model._meta.model_name}_change", args=[stored.pk]) if stored else ""


@dataclass(slots=True)
class Preview:
    """Every portion by its number; at most so many of them are shown."""

    rows: list[Shown]

    @property
    def shown(self) -> list[Shown]:
        return self.rows[:MOST_SHOWN]

    @property
    def hidden(self) -> int:
        return max(0, len(self.rows) - MOST_SHOWN)

    @property
    def open(self) -> list[Shown]:
        return [row for row in self.rows if not row.why]

    @property
    def counts(self) -> dict[str, int]:
        actions = [row.action for row in self.rows]
        return {action: actions.count(action) for action in ("create", "update", "conflict", "blocked")}


def preview(found, user) -> Preview:
    """The rows of an import for one person; only those that are shown get their differences."""
    may = _Rights(user, found.database)
    rows = [Shown(number, portion, may.refuse(portion)) for number, portion in enumerate(portions(found.plan))]
    for row in rows[:MOST_SHOWN]:
        row.lines = [line for entry in row.portion.entries for line in _lines(entry, row.portion)]
    return Preview(rows)


class _Rights:
    """Says in words why a person may not write a portion."""

    def __init__(self, user, database) -> None:
        self.user, self.database = user, database
        self.may_touch_public = user.has_perm("events.change_published_event")
        self.known: dict[str, bool] = {}

    def refuse(self, portion: Portion) -> str:
        if portion.action is Action.CONFLICT:
            return next(entry.why for entry in portion.entries if entry.why)
        return next((words for entry in portion.entries if (words := self._refuse_entry(entry))), "")

    def _refuse_entry(self, entry: Entry) -> str:
        verb = "change" if entry.stored else "add"
        name = entry.record.model._meta.model_name
        if not self._has(f"events.{verb}_{name}"):
            kind = entry.record.model._meta.verbose_name
            return _("You may not do this with a record of this kind: %(kind)s. Ask an editor.") % {"kind": kind}
        # As on the pages of the admin, the event that a relation starts from decides.
        events = [self.database[owner] for owner in owners(entry.record)[:1] if owner in self.database]
        if not self.may_touch_public and any(event.record.values["status"] in PUBLIC for event in events):
            return _("The event is published: propose the change on its page, a reviewer takes it over.")
        return ""

    def _has(self, permission: str) -> bool:
        if permission not in self.known:
            self.known[permission] = self.user.has_perm(permission)
        return self.known[permission]


def _lines(entry: Entry, portion: Portion) -> list[Line]:
    prefix = (
        "" if entry.record.name == portion.name else f"{entry.record.label.replace(portion.name[1][0] + ' / ', '')}: "
    )
    if entry.stored:
        return [Line(prefix + name, word_difference(old, new)) for name, old, new in entry.differences()]
    if prefix:
        return [Line(_("new"), [Piece("same", prefix.removesuffix(": "))])]
    fields, values = fields_of(entry.record.model), entry.record.values
    stated = [name for name, each in fields.items() if name in values and values[name] != default_of(each)]
    # The label names the record already.
    told = [(name, value_text(values[name])) for name in stated if (values[name],) != entry.record.key]
    return [Line(name, [Piece("same", text)]) for name, text in told]
