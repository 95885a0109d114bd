"""One proposal: what it would change, what others changed meanwhile, what reviewers say, and the decision."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from events.actions import proposals
from events.exchange.compare import compare
from events.exchange.past import present_records
from events.exchange.report import ExchangeError
from events.models import Event, Proposal
from events.roles import may_review

from .answers import done, posted_number, posted_text


def review(site, request, pk):
    proposal = get_object_or_404(Proposal.objects.select_related("event", "author", "decided_by"), pk=pk)
    if not request.user.has_perm("events.view_proposal"):
        raise PermissionDenied
    if request.method == "POST":
        return _act(request, proposal)
    is_open = proposal.status == Proposal.Status.OPEN
    context = {
        **site.each_context(request),
        "title": _("Proposal for: %(event)s") % {"event": proposal.event},
        "proposal": proposal,
        "event": proposal.event,
        "comments": proposal.comments.select_related("author"),
        "may_decide": is_open and may_review(request.user),
        "may_take_back": is_open and proposal.author_id == request.user.pk,
        "may_comment": request.user.has_perm("events.add_reviewcomment"),
        **_differences(proposal, is_open),
    }
    return TemplateResponse(request, "admin/review/proposal.html", context)


def _differences(proposal, is_open):
    try:
        before, after = proposals.read_kept(proposal.before), proposals.read_kept(proposal.after)
    except ExchangeError as error:
        return {"unreadable": [str(problem) for problem in error.report.problems]}
    clashes = proposals.merge(before, after, present_records(Event, proposal.event_id)).clashes if is_open else []
    return {"differences": compare(before, after), "clashes": clashes}


def _act(request, proposal):
    """`do` is comment, accept, reject or take_back; `seen` and `version` say what the decision is about."""
    text, user = posted_text(request, "text"), request.user
    match request.POST.get("do"):
        case "comment":
            if not user.has_perm("events.add_reviewcomment"):
                raise PermissionDenied
            if text:
                proposal.comments.create(author=user, text=text)
        case "accept":
            seen, version = posted_number(request, "seen"), posted_number(request, "version")
            done(
                request,
                lambda: proposals.accept(proposal, seen=seen, version=version, user=user, reason=text[:500]),
                _("Accepted: the record holds the change, and the history says so."),
            )
        case "reject":
            seen = posted_number(request, "seen")
            words = _("Rejected; the author reads your reason below.")
            done(request, lambda: proposals.reject(proposal, seen=seen, user=user, reason=text), words)
        case "take_back":
            seen = posted_number(request, "seen")
            words = _("Taken back.")
            done(request, lambda: proposals.take_back(proposal, seen=seen, user=user, reason=text), words)
        case _unknown:
            raise Http404
    return redirect("admin:review-proposal", proposal.pk)
