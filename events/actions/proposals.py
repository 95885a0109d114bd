"""A change proposed beside the record: kept, compared with what stands now, accepted or rejected."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.exchange.compare import title_of
from events.exchange.database import Stored, read_database
from events.exchange.fields import fields_of
from events.exchange.load import checked_plan
from events.exchange.past import present_records
from events.exchange.plan import Existing
from events.exchange.read_json import read_json
from events.exchange.records import check_tree, natural_key
from events.exchange.report import ExchangeError, Report
from events.exchange.write_database import write_plan
from events.exchange.written import written_record
from events.models import Change, Event, Proposal, step
from events.roles import may_review

from .claimed import NotPossible, Outdated, need_reason

FILE = "proposal"


def kept(records: Iterable[Stored]) -> list[dict[str, Any]]:
    """Records as the column of a proposal holds them: as in a file, each with its number."""
    return [{"pk": stored.pk} | written_record(stored.record) for stored in records]


def read_kept(items: list[dict[str, Any]]) -> list[Stored]:
    """The records of a column again; every field passes the validator once more. Raises ExchangeError."""
    report = Report()
    text = json.dumps([{name: item[name] for name in ("model", "fields")} for item in items])
    records = check_tree(read_json(text, lambda line, words: None), FILE, report)
    report.stop_if_any()
    return [Stored(record, item["pk"]) for record, item in zip(records, items, strict=True)]


def propose(event, before: list[Stored], after: list[Stored], *, user, reason: str) -> Proposal:
    """Keep what the event would become; what is new has no number yet."""
    if not user.has_perm("events.add_proposal"):
        raise PermissionDenied
    known = {(stored.record.model, stored.pk) for stored in before}
    after = [stored if (stored.record.model, stored.pk) in known else replace(stored, pk=None) for stored in after]
    return Proposal.objects.create(
        event=event, author=user, reason=need_reason(reason), before=kept(before), after=kept(after)
    )


@dataclass(frozen=True, slots=True)
class Merge:
    """What a proposal would leave: records to write, parts to delete, and fields that others changed meanwhile."""

    written: list[Stored]
    deleted: list[Stored]
    clashes: list[str]


def merge(before: list[Stored], after: list[Stored], now: list[Stored]) -> Merge:
    """Lay what the proposal changed over what stands now."""
    began, present = _by_number(before), _by_number(now)
    ends = _by_number(after)
    written, deleted, clashes = [], [], []
    for at, stored in ends.items():
        old, current = began.get(at), present.get(at)
        if current is None:
            clashes.append(_("%(record)s was deleted meanwhile") % {"record": _name(stored)})
            continue
        record = replace(current.record, values=dict(current.record.values))
        for name in fields_of(record.model):
            proposed, was, stands = (each.record.values[name] for each in (stored, old, current))
            if _same(proposed, was):
                continue
            if not _same(stands, was) and not _same(stands, proposed):
                clashes.append(_("%(record)s: others changed this field meanwhile") % {"record": _name(stored, name)})
            record.values[name] = proposed
        if record.values != current.record.values:
            written.append(replace(current, record=record))
    for at, old in began.items():
        if at in ends or at not in present:
            continue
        if present[at].record.values != old.record.values:
            clashes.append(_("%(record)s is to go, but others changed it meanwhile") % {"record": _name(old)})
        deleted.append(present[at])
    return Merge([*written, *(stored for stored in after if stored.pk is None)], deleted, clashes)


def _by_number(records: Iterable[Stored]) -> dict[tuple[Any, Any], Stored]:
    return {(stored.record.model, stored.pk): stored for stored in records if stored.pk is not None}


def _same(one: Any, other: Any) -> bool:
    return set(one) == set(other) if isinstance(one, tuple) and isinstance(other, tuple) else one == other


def _name(stored: Stored, field: str = "") -> str:
    meta = stored.record.model._meta
    words = [str(meta.verbose_name), title_of(stored.record, {})]
    words += [str(meta.get_field(field).verbose_name)] if field else []
    return capfirst(" ".join(word for word in words if word))


def accept(proposal: Proposal, *, seen: int, version: int, user, reason: str = "") -> None:
    """Write a proposal into the record as one step; raises Outdated, NotPossible or PermissionDenied.

    `version` is that of the event when the reviewer looked, `seen` that of the proposal.
    """
    _decide_rights(user)
    told = f"{proposal.reason} ({reason.strip()})" if reason.strip() else proposal.reason
    with step(told, Change.Kind.ACCEPTED, user) as current:
        event = Event.objects.select_for_update().filter(pk=proposal.event_id, version=version).first()
        if event is None:
            raise Outdated
        _settle(proposal, seen, Proposal.Status.ACCEPTED, user)
        try:
            _write(proposal, event)
        except ExchangeError as error:
            raise NotPossible(map(str, error.report.problems)) from None
        current.touch(Event, event.pk)


def _write(proposal: Proposal, event) -> None:
    found = merge(read_kept(proposal.before), read_kept(proposal.after), present_records(Event, event.pk))
    if found.clashes:
        raise NotPossible(found.clashes)
    renamed = [stored for stored in found.written if stored.pk is not None and _is_renamed(stored)]
    for stored in [*found.deleted, *renamed]:
        stored.record.model.objects.get(pk=stored.pk).delete()
    database = read_database()
    for stored in database.values():
        # The reviewer decides here, not the rule that keeps loads off an editor's work.
        stored.loaded_version = stored.version
    records = [stored.record for stored in found.written]
    plan = checked_plan(records, database, Existing.UPDATE, "")
    write_plan(plan, database, is_load=False)


def _is_renamed(stored: Stored) -> bool:
    """Files find a record by its key: one whose key changes goes and comes again."""
    record = stored.record
    old_key, record.key = record.key, natural_key(record.model, record.values)
    return record.key != old_key


def reject(proposal: Proposal, *, seen: int, user, reason: str) -> None:
    """Turn a proposal down; its author reads why among the comments."""
    _decide_rights(user)
    _close(proposal, seen, Proposal.Status.REJECTED, user, need_reason(reason))


def take_back(proposal: Proposal, *, seen: int, user, reason: str = "") -> None:
    """The author no longer wants it."""
    if proposal.author_id != user.pk:
        raise PermissionDenied
    _close(proposal, seen, Proposal.Status.TAKEN_BACK, user, reason.strip())


def _decide_rights(user) -> None:
    if not may_review(user):
        raise PermissionDenied


def _close(proposal, seen, status, user, reason) -> None:
    with step():
        _settle(proposal, seen, status, user)
        if reason:
            proposal.comments.create(author=user, text=reason)


def _settle(proposal: Proposal, seen: int, status: str, user) -> None:
    """Decide once: whoever comes second, or saw an older state, is told so."""
    rows = Proposal.objects.filter(pk=proposal.pk, version=seen, status=Proposal.Status.OPEN)
    if not rows.update(status=status, version=seen + 1, decided=timezone.now(), decided_by=user):
        raise Outdated
