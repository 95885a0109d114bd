"""What every page of the editors does with an action: say that it was done, or what stands against it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404

from events.actions.claimed import NotPossible, Outdated

TEXT_LENGTH = 4000


def posted_text(request, name: str, most: int = TEXT_LENGTH) -> str:
    return request.POST.get(name, "").replace("\0", "").strip()[:most]


def posted_number(request, name: str) -> int:
    text = request.POST.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise Http404
    return int(text)


def done(request, action: Callable, success) -> bool:
    """Carry out the action and tell how it went; False when nothing was written."""
    try:
        action()
    except Outdated as error:
        messages.error(request, str(error))
        return False
    except NotPossible as error:
        for problem in error.problems:
            messages.error(request, problem)
        return False
    messages.success(request, success)
    return True
