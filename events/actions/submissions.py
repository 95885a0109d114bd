"""Handling what readers send in: accept, decline, take up again; a proposal becomes a draft."""

from itertools import count

from django.utils import timezone
from django.utils.translation import gettext as _

from events.dates.day_number import from_day_number
from events.languages import REQUIRED, columns
from events.models import Event, Submission, step
from events.search import fold

State = Submission.State
SLUG_LENGTH = 64


class AlreadyHandled(Exception):
    """Another editor was quicker; carries the submission as it stands now."""

    def __init__(self, submission: Submission) -> None:
        self.submission = submission
        super().__init__(f"submission {submission.pk} is {submission.state}")


def accept(submission: Submission, user, remark: str = "") -> Submission:
    """The report is right, or the proposal is here already."""
    return _handle(submission, State.ACCEPTED, user, remark)


def decline(submission: Submission, user, remark: str = "") -> Submission:
    return _handle(submission, State.DECLINED, user, remark)


def make_draft(submission: Submission, user, remark: str = "") -> Event:
    """Accept a proposal by writing its words into a new draft, which an editor then completes."""
    with step(reason=_("From the proposal of a reader"), user=user):
        accepted = _handle(submission, State.ACCEPTED, user, remark)
        # The title may not be empty in these languages; that one is still to be written shows in the summary.
        event = Event.objects.create(
            slug=_free_slug(accepted),
            date=accepted.date,
            **dict.fromkeys((*columns("title", REQUIRED), f"title_{accepted.language}"), accepted.title),
            **{f"summary_{accepted.language}": accepted.text},
        )
        Submission.objects.filter(pk=accepted.pk).update(event=event)
    return event


def reopen(submission: Submission) -> None:
    """Put it back among those that wait."""
    Submission.objects.filter(pk=submission.pk).update(state=State.NEW, handled=None, handled_by=None)


def _handle(submission, state, user, remark) -> Submission:
    """One of two editors wins: the row changes only while it is new."""
    values = {"state": state, "handled": timezone.now(), "handled_by": user, "remark": remark}
    won = Submission.objects.filter(pk=submission.pk, state=State.NEW).update(**values)
    now = Submission.objects.select_related("handled_by").get(pk=submission.pk)
    if not won:
        raise AlreadyHandled(now)
    return now


def _free_slug(submission: Submission) -> str:
    """A key from title and year that no event has, nor ever had."""
    words = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in fold(submission.title)).split())
    day = submission.date.earliest or submission.date.latest
    year = from_day_number(day)[0] if day else 0
    stem = f"{words[:SLUG_LENGTH].strip('-') or 'event'}" + (f"-{year}" if year > 0 else "")
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    known = set(Event.objects.values_list("slug", flat=True)) | set(Event.history.values_list("slug", flat=True))
    return next(name for name in names if name not in known)
