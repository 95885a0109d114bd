"""From files to the database: read, check, plan, and write everything or nothing."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from events.models import RECORD_MODELS

from .database import Stored, has_tables, plain_errors, read_database, require_tables
from .files import fixture_files, read_text, shown_name
from .plan import Existing, Plan, make_plan
from .read_json import read_json
from .read_yaml import read_yaml
from .records import Name, Record, check_tree
from .report import Location, Report
from .rules import check_references, check_rules
from .tree import Unreadable
from .write_database import write_plan


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


def load(paths: Sequence[str | Path] = (), existing: Existing = Existing.REFUSE) -> Outcome:
    """Write the records of the files in one transaction; raises ExchangeError and leaves the database as it was."""
    records = read_records(paths)
    with plain_errors(), transaction.atomic():
        require_tables()
        database = read_database()
        plan = _checked_plan(records, database, existing)
        write_plan(plan, database)
    return _outcome(records, plan)


def check(paths: Sequence[str | Path] = (), existing: Existing = Existing.UPDATE) -> Outcome:
    """Do all that `load` does except writing; without tables the records are checked among themselves.

    A difference from the database is no fault of the files, so it is counted as an update unless asked otherwise.
    """
    records = read_records(paths)
    with plain_errors():
        database = read_database() if has_tables() else {}
    return _outcome(records, _checked_plan(records, database, existing))


def read_records(paths: Sequence[str | Path] = ()) -> list[Record]:
    """The checked records of all files, each for itself; needs no database. Raises ExchangeError."""
    report = Report()
    files = fixture_files(paths)
    if not files:
        report.add(Location("fixtures"), _("there is no .yaml or .json file in this folder"))
    records = [record for path in files for record in _read_file(path, report)]
    _refuse_twins(records, report)
    report.stop_if_any()
    return records


def _read_file(path: Path, report: Report) -> list[Record]:
    name = shown_name(path)
    text = read_text(path, report)
    if text is None:
        return []
    reader = read_json if path.suffix == ".json" else read_yaml
    try:
        tree = reader(text, lambda line, words: report.add(Location(name, line), words))
    except Unreadable as error:
        report.add(Location(name, error.line), str(error))
        return []
    return check_tree(tree, name, report)


def _refuse_twins(records: list[Record], report: Report) -> None:
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


def _checked_plan(records: list[Record], database: dict[Name, Stored], existing: Existing) -> Plan:
    """References, then the plan, then the rules over the world as the plan would leave it; raises ExchangeError."""
    report = Report()
    known = defaultdict(set)
    for model, key in (*database, *(record.name for record in records)):
        known[model].add(key)
    check_references(records, known, report)
    report.stop_if_any()
    plan = make_plan(records, database, existing, report)
    report.stop_if_any()
    world = {name: stored.record for name, stored in database.items()}
    world |= {record.name: record for record in plan.written}
    check_rules(plan.written, world, report)
    report.stop_if_any()
    return plan


def _outcome(records: list[Record], plan: Plan) -> Outcome:
    counts = Counter(record.model for record in records)
    models = {str(model._meta.model_name): counts[model] for model in RECORD_MODELS if counts[model]}
    return Outcome(models, len(plan.created), len(plan.updated), plan.unchanged, len(plan.kept))
