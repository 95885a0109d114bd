"""What every action begins with: a reason, and an event that is still what the editor saw."""

from collections.abc import Iterable
from contextlib import contextmanager

from django.utils.translation import gettext as _

from events.models import Event, step


class Outdated(Exception):
    """Somebody else was quicker; nothing was written."""

    def __init__(self):
        super().__init__(
            _("Nothing was done: somebody else changed this after you opened the page. Look at it again and decide.")
        )


class NotPossible(Exception):
    """The rules of the record stand against it; `problems` says each with its repair."""

    def __init__(self, problems: Iterable[str]):
        self.problems = [str(problem) for problem in problems]
        super().__init__(" ".join(self.problems))


@contextmanager
def claimed(event_pk, version: int, *, kind: str, reason: str, user):
    """The event, held for one recorded step; raises Outdated when it is no longer the version that was seen."""
    with step(reason, kind, user):
        if not Event.objects.claim(event_pk, version):
            raise Outdated
        yield Event.objects.get(pk=event_pk)


def need_reason(reason: str) -> str:
    """The reason, trimmed; raises NotPossible when there is none."""
    if not reason.strip():
        raise NotPossible([_("Say why in a few words: readers of the history need the reason.")])
    return reason.strip()
