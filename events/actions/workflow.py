"""The way of an event: draft → in review → published → withdrawn, and back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from translated_fields.fields import show_language_code

from events.exchange.fields import fields_of
from events.exchange.past import present_records
from events.exchange.report import Report
from events.exchange.rules import check_rules
from events.models import Change, Citation, Event, Figure
from events.roles import may_change, may_publish, may_review

from .claimed import NotPossible, claimed, need_reason

Status = Event.Status
# What the rules on publication speak of; relations are judged when they are written.
JUDGED = (Event, Citation, Figure)


@dataclass(frozen=True)
class Move:
    """A way from some states to another, who may go it, and whether the reason may be left out."""

    label: Any
    sources: tuple[str, ...]
    target: str
    kind: str
    is_allowed: Callable
    needs_reason: bool


MOVES = {
    "send": Move(_("Send to review"), (Status.DRAFT,), Status.IN_REVIEW, Change.Kind.SENT, may_change, False),
    "return": Move(_("Return to the author"), (Status.IN_REVIEW,), Status.DRAFT, Change.Kind.RETURNED, may_review, True),
    "publish": Move(
        _("Publish"), (Status.DRAFT, Status.IN_REVIEW, Status.WITHDRAWN), Status.PUBLISHED, Change.Kind.PUBLISHED,
        may_publish, False,
    ),
    "withdraw": Move(_("Withdraw"), (Status.PUBLISHED,), Status.WITHDRAWN, Change.Kind.WITHDRAWN, may_publish, True),
}  # fmt: skip


def moves_for(user, event) -> dict[str, Move]:
    """What the user may do with the event as it stands."""
    return {name: move for name, move in MOVES.items() if event.status in move.sources and move.is_allowed(user, event)}


def move(event_pk, name: str, *, version: int, user, reason: str = "") -> Event:
    """Send, return, publish or withdraw an event; raises Outdated, NotPossible or PermissionDenied."""
    way = MOVES[name]
    if way.needs_reason:
        reason = need_reason(reason)
    with claimed(event_pk, version, kind=way.kind, reason=reason, user=user) as event:
        if not way.is_allowed(user, event):
            raise PermissionDenied
        if event.status not in way.sources:
            raise NotPossible(
                [_("The event is %(status)s: this step is not open to it.") % {"status": event.get_status_display()}]
            )
        if way.target == Status.PUBLISHED:
            check_publishable(event)
        event.status = way.target
        event.save()
    return event


def check_publishable(event) -> None:
    """Refuse what the rules of the record refuse in a published event; raises NotPossible."""
    records = [stored.record for stored in present_records(Event, event.pk)]
    records = [record for record in records if record.model in JUDGED]
    for record in records:
        if record.model is Event:
            record.values["status"] = Status.PUBLISHED
    report = Report()
    check_rules(records, {record.name: record for record in records}, report)
    if report.count:
        raise NotPossible(f"{_label(problem.subject)}: {problem.text}" for problem in report.problems)


def _label(subject: str) -> str:
    """The field that a problem is about, in the words of the form; both languages bear the same name there."""
    name = subject.rpartition(" ")[2]
    field = next((fields_of(model)[name] for model in JUDGED if name in fields_of(model)), None)
    if field is None:
        return subject
    with show_language_code(True):
        return capfirst(str(field.verbose_name))
