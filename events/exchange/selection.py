"""The records of a plan in the portions that a person can accept or leave: an event with all that hangs on it."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, field

from events.models import Citation, Event, Figure

from .plan import Action, Entry, Plan
from .records import Name

# What is accepted together with its event.
WITH_EVENT = (Event, Citation, Figure)
WRITING = (Action.CREATE, Action.UPDATE)


@dataclass(slots=True)
class Portion:
    """The entries that are accepted together, that of the event first where it has one."""

    name: Name
    entries: list[Entry] = field(default_factory=list)

    @property
    def action(self) -> Action:
        """A conflict in one entry is a conflict of all; an event of the database that gains a citation is updated."""
        actions = {entry.action for entry in self.entries}
        if Action.CONFLICT in actions:
            return Action.CONFLICT
        is_new = any(entry.action is Action.CREATE and entry.record.name == self.name for entry in self.entries)
        return Action.CREATE if is_new else Action.UPDATE

    @property
    def first(self) -> Entry:
        return next((entry for entry in self.entries if entry.record.name == self.name), self.entries[0])


def portions(plan: Plan) -> list[Portion]:
    """Everything that is to be written or cannot be: conflicts first, then what changes, then what is new."""
    found: dict[Name, Portion] = {}
    for entry in plan.entries:
        if entry.action in (*WRITING, Action.CONFLICT):
            name = _portion_of(entry)
            found.setdefault(name, Portion(name)).entries.append(entry)
    order = (Action.CONFLICT, Action.UPDATE, Action.CREATE)
    return sorted(found.values(), key=lambda portion: order.index(portion.action))


def _portion_of(entry: Entry) -> Name:
    record = entry.record
    if record.model in WITH_EVENT and record.model is not Event:
        return Event, record.values["event"]
    return record.name


def names_to_write(plan: Plan, chosen: Collection[Portion]) -> set[Name]:
    """The records of the chosen portions and every new record that they point to, with its portion."""
    new = {entry.record.name: portion for portion in portions(plan) for entry in portion.entries if not entry.stored}
    names: set[Name] = set()
    waiting = list(chosen)
    while waiting:
        for entry in waiting.pop().entries:
            if entry.record.name not in names and entry.action in WRITING:
                names.add(entry.record.name)
                waiting += [
                    new[name] for _field, name in entry.record.references() if name in new and name not in names
                ]
    return names


def digest(plan: Plan) -> str:
    """Equal for equal plans: what was looked at is what is written, or the person looks again."""
    told = hashlib.sha256()
    for entry in plan.entries:
        line = [entry.record.label, str(entry.action), entry.differences()]
        told.update(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    return told.hexdigest()
