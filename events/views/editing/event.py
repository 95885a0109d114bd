"""One event on its way: what it is now against what the public sees, what reviewers say, and the next step."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from events.actions.workflow import MOVES, move, moves_for
from events.exchange.compare import compare
from events.exchange.past import Past, present_records
from events.models import Event

from .answers import done, posted_number, posted_text


def review(site, request, pk):
    event = get_object_or_404(Event, pk=pk)
    if not request.user.has_perm("events.view_event"):
        raise PermissionDenied
    if request.method == "POST":
        return _act(request, event)
    past = Past(Event, pk)
    public = last_public(past)
    context = {
        **site.each_context(request),
        "title": _("Review: %(event)s") % {"event": event},
        "event": event,
        "public": public,
        "differences": compare(past.records(public.pk) if public else [], present_records(Event, pk)),
        "changes": past.changes[-5:][::-1],
        "comments": event.comments.select_related("author"),
        "moves": moves_for(request.user, event),
        "may_comment": request.user.has_perm("events.add_reviewcomment"),
    }
    return TemplateResponse(request, "admin/review/event.html", context)


def last_public(past: Past):
    """The newest step after which the public saw the event; None when it never did."""
    for change in reversed(past.changes):
        row = past.own_row(change.pk)
        if row is not None and row.status == Event.Status.PUBLISHED:
            return change
    return None


def _act(request, event):
    """`do` is `comment`, or the name of a move with the version that was seen."""
    name, text = request.POST.get("do", ""), posted_text(request, "text")
    if name == "comment":
        if not request.user.has_perm("events.add_reviewcomment"):
            raise PermissionDenied
        if text:
            event.comments.create(author=request.user, text=text)
    elif name in MOVES:
        version = posted_number(request, "version")
        words = _("Done; the reason stands in the history.")
        went = done(request, lambda: move(event.pk, name, version=version, user=request.user, reason=text[:500]), words)
        if went and name == "return":
            event.comments.create(author=request.user, text=text)
    else:
        raise Http404
    return redirect("admin:review-event", event.pk)
