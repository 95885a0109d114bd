"""From fixture files to the database: read, check, plan, and write everything or nothing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from events.models import RECORD_MODELS, step

from .database import Stored, has_tables, plain_errors, read_database, require_tables
from .files import FIXTURES, fixture_files, read_text, shown_name
from .plan import Action, Existing, Plan, make_plan
from .read_json import read_json
from .read_yaml import read_yaml
from .records import Name, Record, check_tree, complete
from .report import Location, Report
from .rules import check_each, check_references, check_rules
from .tree import Node, Refuse, Unreadable
from .write_database import write_plan

READERS: dict[str, Callable[[str, Refuse], Node | None]] = {
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".json": read_json,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many records of each model were read, and what was (or would be) done with them."""

    models: dict[str, int]
    created: int
    updated: int
    unchanged: int
    kept: int

    def __str__(self) -> str:
        kept = _(", kept %(count)d") % {"count": self.kept} if self.kept else ""
        counts = {"created": self.created, "updated": self.updated, "unchanged": self.unchanged}
        return _("created %(created)d, updated %(updated)d, unchanged %(unchanged)d") % counts + kept


def load(paths: Sequence[str | Path] = (), existing: Existing = Existing.REFUSE, reason: str = "") -> Outcome:
    """Write the records of the files in one transaction; raises ExchangeError and leaves the database as it was."""
    report = Report()
    records = _read(paths, report)
    with plain_errors(), step(reason, kind="loaded"):
        database = read_database() if has_tables() else {}
        stop_with_all(records, database, report)
        require_tables()
        plan = _sure_plan(records, database, existing)
        write_plan(plan, database)
    return outcome(plan)


def check(paths: Sequence[str | Path] = (), existing: Existing = Existing.UPDATE) -> Outcome:
    """Do all that `load` does except writing; without tables the records are checked among themselves.

    A difference from the database is no fault of the files, so it is counted as an update unless asked otherwise.
    """
    report = Report()
    records = _read(paths, report)
    with plain_errors():
        database = read_database() if has_tables() else {}
        stop_with_all(records, database, report)
    return outcome(_sure_plan(records, database, existing))


def read_records(paths: Sequence[str | Path] = ()) -> list[Record]:
    """The checked records of all files, each for itself; needs no database. Raises ExchangeError."""
    report = Report()
    records = _read(paths, report)
    report.stop_if_any()
    return records


def _read(paths: Sequence[str | Path], report: Report) -> list[Record]:
    files = fixture_files(paths)
    if not files:
        report.add(Location("fixtures"), _("there is no .yaml or .json file in this folder"))
    records = [record for path in files for record in _read_file(path, report)]
    refuse_twins(records, report)
    return records


def stop_with_all(records: list[Record], database: dict[Name, Stored], report: Report) -> None:
    """End the load where reading found problems, with all else that can be known beside them; raises ExchangeError."""
    if report.count and not report.is_cut:
        sound = [record for record in records if record.is_sound]
        _complete(sound, database, report)
        check_references(records, _known(records, database), report)
        cited = [*records, *(stored.record for stored in database.values())]
        check_each(sound, cited, report)
    report.stop_if_any()


def _read_file(path: Path, report: Report) -> list[Record]:
    text = read_text(path, report, FIXTURES)
    if text is None:
        report.is_cut = True
        return []
    return read_fixture(shown_name(path), path.suffix, text, report)


def read_fixture(name: str, suffix: str, text: str, report: Report) -> list[Record]:
    """The records of the text of one fixture file; none after a problem that ends the reading."""
    try:
        tree = READERS[suffix](text, lambda line, words: report.add(Location(name, line), words))
    except Unreadable as error:
        report.add(Location(name, error.line), str(error))
        report.is_cut = True
        return []
    return check_tree(tree, name, report)


def refuse_twins(records: list[Record], report: Report) -> None:
    """Refuse a record that stands twice, in one file or in two."""
    first: dict[Name, Record] = {}
    for record in records:
        other = first.setdefault(record.name, record)
        if other is not record:
            report.add(
                record.location,
                _("the same record stands at %(place)s: keep one") % {"place": other.location},
                record.label,
            )


def checked_plan(
    records: list[Record],
    database: dict[Name, Stored],
    existing: Existing,
    to_update: str,
    stop_at_conflicts: bool = True,
) -> Plan:
    """References, then the plan, then the rules over the world as the plan would leave it; raises ExchangeError."""
    report = Report()
    _complete(records, database, report)
    check_references(records, _known(records, database), report)
    report.stop_if_any()
    plan = make_plan(records, database, existing, to_update)
    if stop_at_conflicts:
        plan.stop_at_conflicts()
    world = {name: stored.record for name, stored in database.items()}
    world |= {record.name: record for record in plan.written}
    check_rules(plan.written, world, report)
    report.stop_if_any()
    return plan


def _complete(records: list[Record], database: dict[Name, Stored], report: Report) -> None:
    for record in records:
        stored = database.get(record.name)
        complete(record, stored.record if stored else None, report)


def _known(records: list[Record], database: dict[Name, Stored]) -> dict[Any, set[Any]]:
    known = defaultdict(set)
    for model, key in (*database, *(record.name for record in records)):
        known[model].add(key)
    return known


def _sure_plan(records: list[Record], database: dict[Name, Stored], existing: Existing) -> Plan:
    return checked_plan(records, database, existing, _("load with --existing update"))


def outcome(plan: Plan) -> Outcome:
    counts = Counter(entry.record.model for entry in plan.entries)
    models = {str(model._meta.model_name): counts[model] for model in RECORD_MODELS if counts[model]}
    created, updated, unchanged, kept = (
        len(plan.of(action)) for action in (Action.CREATE, Action.UPDATE, Action.UNCHANGED, Action.KEEP)
    )
    return Outcome(models, created, updated, unchanged, kept)
