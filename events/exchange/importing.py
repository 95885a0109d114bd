"""The import of files by a person: drafts by default, nothing published without the right, nothing overwritten unseen."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Event, RecordVersion, step

from .database import Stored, plain_errors, read_database, require_tables
from .load import checked_plan, refuse_twins, stop_with_all
from .plan import Action, Existing, Plan
from .read_import import read_document
from .records import Name, Record
from .report import Location, Note, Report
from .timelinejs import Context
from .timelinejs.records import names_in
from .write_database import write_plan

# What a file may set in the state of an event without the right to publish.
BEFORE_PUBLICATION = (Event.Status.DRAFT, Event.Status.IN_REVIEW)


class Document(NamedTuple):
    """A file that was read: the name in messages, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Options:
    """How an import goes: write what differs, take over `published`, the language of slides, new vocabulary of slides."""

    update: bool = False
    publish: bool = False
    language: str = "vi"
    new_vocabulary: bool = True


@dataclass(slots=True)
class Import:
    """What an import would do, or has done: the plan, and notes on what the record cannot hold as the file has it."""

    plan: Plan
    database: dict[Name, Stored]
    notes: list[Note] = field(default_factory=list)


Choose = Callable[["Import"], Collection[Name]]
Tell = Callable[[str], None]


def _silent(stage: str) -> None:
    """Nobody watches."""


def prepare(
    documents: Sequence[Document], options: Options, stop_at_conflicts: bool = True, tell: Tell = _silent
) -> Import:
    """Read and check the files against the database, without writing; raises ExchangeError with every problem.

    Conflicts end it too, unless `stop_at_conflicts` is False: then they stand in the plan.
    """
    require_tables()
    database = read_database()
    report = Report()
    context = Context(options.language, names_in(database), options.new_vocabulary)
    tell(_("reading"))

    def tell_read(count: int) -> None:
        tell(_("read %(count)d records") % {"count": count})

    records = [record for each in documents for record in read_document(*each, context, report, tell_read)]
    if not documents:
        report.add(Location("import"), _("no file was named"))
    tell(_("checking %(count)d records") % {"count": len(records)})
    refuse_twins(records, report)
    if not options.publish:
        hold_back([record for record in records if record.is_sound], database, report)
    stop_with_all(records, database, report)
    to_update = _("import it with --update")
    plan = checked_plan(records, database, _existing(options), to_update, stop_at_conflicts)
    tell(_("ready"))
    return Import(plan, database, report.notes)


def run(
    documents: Sequence[Document],
    options: Options,
    reason: str = "",
    user: Any = None,
    choose: Choose | None = None,
    tell: Tell = _silent,
) -> Import:
    """Write what the files hold in one transaction and one entry of history; raises ExchangeError and writes nothing.

    `choose` names the records to write out of the plan of all; it may itself raise and so end the import. With it a
    difference in a record that it does not name is no reason to refuse the others.
    """
    with plain_errors():
        # Checked before the step, so that nobody waits for it; where somebody else wrote meanwhile, once more inside.
        looked_at = RecordVersion.current()
        found = prepare(documents, options, stop_at_conflicts=choose is None, tell=tell)
        with step(reason, kind="loaded", user=user):
            if RecordVersion.current() != looked_at:
                del found  # two of them would take twice the room
                found = prepare(documents, options, stop_at_conflicts=choose is None, tell=tell)
            if choose:
                _leave_out(found, choose(found), options)
            _write(found, tell)
    return found


def _leave_out(found: Import, names: Collection[Name], options: Options) -> None:
    """Keep the records named in the plan; a part may lack what made the whole right, so it is judged for itself."""
    if found.plan.of(Action.CONFLICT) or any(record.name not in names for record in found.plan.written):
        records = [entry.record for entry in found.plan.entries if entry.record.name in names]
        found.plan = checked_plan(records, found.database, _existing(options), "")


def _write(found: Import, tell: Tell) -> None:
    total = len(found.plan.written)

    def tell_written(count: int) -> None:
        tell(_("written %(count)d of %(total)d") % {"count": count, "total": total})

    tell(_("writing %(count)d records") % {"count": total})
    write_plan(found.plan, found.database, is_load=False, tell=tell_written)
    tell(_("keeping the history"))


def _existing(options: Options) -> Existing:
    return Existing.UPDATE if options.update else Existing.REFUSE


def hold_back(records: Sequence[Record], database: dict[Name, Stored], report: Report) -> None:
    """Let no event change what the public sees of it: a new one becomes a draft, another keeps its state."""
    held: list[Record] = []
    for record in records:
        if record.model is not Event:
            continue
        stored = database.get(record.name)
        wanted, present = record.values["status"], stored.record.values["status"] if stored else Event.Status.DRAFT
        if wanted not in BEFORE_PUBLICATION or present not in BEFORE_PUBLICATION:
            record.values["status"] = present
            if wanted != present:
                held.append(record)
    if held:
        words = ngettext(
            "%(count)d event keeps its state or becomes a draft, since publishing was not asked for",
            "%(count)d events keep their state or become drafts, since publishing was not asked for",
            len(held),
        )
        report.note(held[0].location._replace(line=0), words % {"count": len(held)})
