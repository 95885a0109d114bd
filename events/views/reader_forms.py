"""Reporting a problem and proposing an event, without account, e-mail, cookie or script."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events.models import Event
from events.submissions import form_token, limits
from events.submissions.forms import TRAP, ProposalForm, ReportForm
from events.timeline_data.encoded import Encoded
from events.timeline_data.index import RecordIndex

from . import pages
from .addresses import alternates


def form_view(view):
    """There is no cookie that a forged form could misuse; form_token stands where Django's CSRF token would."""
    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(view))


@form_view
def report(request, slug):
    index = RecordIndex.current()
    if slug not in index.position:
        raise Http404
    row = index.rows[index.position[slug]]
    return _answer(request, "events/report.html", ReportForm, {"row": row}, slug)


@form_view
def propose(request):
    return _answer(request, "events/propose.html", ProposalForm, {})


def _answer(request, template, form_class, context, slug="") -> HttpResponse:
    if request.method != "POST":
        return _page(request, template, context | {"form": form_class(), "sent": "sent" in request.GET})
    if not form_token.is_own_page(request):
        raise PermissionDenied
    if request.POST.get(TRAP):
        return _to_thanks(request)
    form = form_class(request.POST)
    if not form_token.is_good(request.POST.get("token", ""), request.path):
        problem = _("The page had stood open too long. Your words are still here: send them again.")
        return _page(request, template, context | {"form": form, "problem": problem}, 400)
    if not form.is_valid():
        return _page(request, template, context | {"form": form, "problem": _("Not sent yet: see below.")}, 400)
    if wait := limits.take_place(request):
        response = _page(request, template, context | {"form": form, "problem": _wait_words(wait)}, 429)
        response.headers["Retry-After"] = str(wait)
        return response
    form.save(get_language(), Event.objects.get(slug=slug) if slug else None)
    return _to_thanks(request)


def _wait_words(seconds: int) -> str:
    minutes = -(-seconds // 60)
    words = ngettext(
        "So many messages have come that no more are taken now. Your words are still here: send them in %(count)d minute.",
        "So many messages have come that no more are taken now. Your words are still here: send them in %(count)d minutes.",
        minutes,
    )
    return words % {"count": minutes}


def _to_thanks(request) -> HttpResponse:
    """A page of its own, so that loading it again sends nothing twice."""
    return HttpResponse(status=303, headers={"Location": f"{request.path}?sent=1", "Cache-Control": "no-store"})


def _page(request, template, context, status=200) -> HttpResponse:
    context |= {
        "language": get_language(),
        "query": "",
        "record_version": RecordIndex.current().version,
        "token": form_token.make(request.path),
        "trap": TRAP,
        **alternates(request),
    }
    content = render_to_string(template, context, request).encode()
    response = pages.allow_importmap(pages.answer(request, Encoded(content)))
    response.status_code = status
    # Each page holds a token of its own, and there is one form for every event: nothing for caches or search machines.
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
