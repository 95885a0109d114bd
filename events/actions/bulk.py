"""One change to many events: themes, countries, the step of the workflow; what it would do is told before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from events.models import Change, Country, Event, Theme, step
from events.roles import may_change

from .claimed import NotPossible, Outdated, need_reason
from .workflow import MOVES, check_publishable, move, moves_for


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What to do with every event; `move` is a name of MOVES, empty for none."""

    add: Mapping[str, frozenset[Any]]
    remove: Mapping[str, frozenset[Any]]
    move: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.move or any(self.add.values()) or any(self.remove.values()))


LINKS: dict[str, Any] = {"themes": Theme, "countries": Country}


@dataclass(frozen=True, slots=True)
class Effect:
    """What would become of one event: lines of label, before, after; or why nothing may be done with it."""

    event: Event
    lines: list[tuple[str, str, str]]
    problem: str = ""

    @property
    def does_something(self) -> bool:
        return bool(self.lines) and not self.problem


def _set_links(event: Event, change: BulkChange, user: Any) -> None:
    for name in LINKS:
        links = getattr(event, name)
        before = set(links.values_list("pk", flat=True))
        after = _after(before, name, change)
        if after != before:
            if not may_change(user, event):
                raise PermissionDenied
            links.set(after)


def effect(event: Event, change: BulkChange, user: Any) -> Effect:
    """What the change would do; reads the prefetched themes and countries."""
    lines = []
    for name in LINKS:
        before = {one.pk: str(one) for one in getattr(event, name).all()}
        after = _after(set(before), name, change)
        if after != set(before):
            names = before | {one.pk: str(one) for one in LINKS[name].objects.filter(pk__in=after - set(before))}
            label = str(Event._meta.get_field(name).verbose_name)
            lines.append((label, ", ".join(sorted(before.values())), ", ".join(sorted(names[pk] for pk in after))))
    problem = "" if not lines or may_change(user, event) else _("You may not change this event.")
    if change.move and event.status != MOVES[change.move].target:
        target = Event.Status(MOVES[change.move].target).label
        lines.append((_("status"), event.get_status_display(), str(target)))
        problem = problem or _why_not(event, change.move, user)
    return Effect(event, lines, problem)


def _after(before: set[Any], name: str, change: BulkChange) -> set[Any]:
    return (before | change.add.get(name, frozenset())) - change.remove.get(name, frozenset())


def _why_not(event: Event, name: str, user: Any) -> str:
    if name not in moves_for(user, event):
        return _("This step is not open to the event as it stands, or not to you.")
    if MOVES[name].target == Event.Status.PUBLISHED:
        try:
            check_publishable(event)
        except NotPossible as error:
            return " ".join(error.problems)
    return ""


def apply(change: BulkChange, seen: Mapping[int, int], *, user: Any, reason: str) -> int:
    """Do it to every event that was seen, in one step of history; raises Outdated, NotPossible or PermissionDenied."""
    reason = need_reason(reason)
    kind = MOVES[change.move].kind if change.move else Change.Kind.EDITED
    with step(reason, kind, user):
        # Locked in one order, so that two editors never wait for each other.
        list(Event.objects.select_for_update().filter(pk__in=seen).order_by("pk"))
        for pk, version in sorted(seen.items()):
            if not Event.objects.claim(pk, version):
                raise Outdated
            event = Event.objects.get(pk=pk)
            _set_links(event, change, user)
            if change.move and event.status != MOVES[change.move].target:
                move(pk, change.move, version=event.version, user=user, reason=reason)
    return len(seen)
