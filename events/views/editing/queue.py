"""The first page of the editors: what waits, and for whom."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from events.models import Change, Event, Proposal, Submission
from events.roles import may_publish, may_review

MOST = 50
Status = Event.Status


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event with its first and its last step, and whether the reader of the page wrote it."""

    event: Any
    first: Change | None
    last: Change | None
    is_own: bool


def queue(user) -> dict:
    """What the page shows; nothing to those who may not see events."""
    if not user.has_perm("events.view_event"):
        return {}
    events = list(
        Event.objects.filter(status__in=[Status.DRAFT, Status.IN_REVIEW]).annotate(remarks=Count("comments"))
        .order_by("-modified", "pk")[: 2 * MOST]
    )  # fmt: skip
    waiting = _with_steps(events, user)
    proposals = Proposal.objects.select_related("event", "author").annotate(remarks=Count("comments"))
    return {
        "in_review": [each for each in waiting if each.event.status == Status.IN_REVIEW][:MOST],
        "drafts": [each for each in waiting if each.event.status == Status.DRAFT and not each.is_own][:MOST],
        "own_drafts": [each for each in waiting if each.event.status == Status.DRAFT and each.is_own][:MOST],
        "proposals": list(proposals.waiting().exclude(author=user)[:MOST]),
        "own_proposals": list(proposals.filter(author=user)[:10]),
        "submissions": list(Submission.objects.waiting()[:MOST]) if user.has_perm("events.view_submission") else None,
        "newest": list(Change.objects.exclude(kind="before").select_related("user")[:8]),
        "may_publish": may_publish(user),
        "may_review": may_review(user),
    }


def _with_steps(events, user) -> list[Waiting]:
    steps = defaultdict(list)
    rows = Event.history.filter(id__in=[event.pk for event in events]).select_related("change__user")
    for row in rows.only("id", "change").order_by("change_id"):
        if row.change.kind != Change.Kind.BEFORE:
            steps[row.id].append(row.change)
    return [
        Waiting(
            event,
            steps[event.pk][0] if steps[event.pk] else None,
            steps[event.pk][-1] if steps[event.pk] else None,
            any(change.user_id == user.pk for change in steps[event.pk][:1]),
        )
        for event in events
    ]
