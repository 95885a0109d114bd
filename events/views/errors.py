"""Error pages: what happened and how to repair it, in the language of the path; JSON below /api/."""

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.filters import FilterError

from .addresses import alternates
from .pages import allow_importmap


def bad_request(request, exception=None):
    """400, naming the parameter that could not be read, with a link to the same view without it."""
    context = {"title": _("This address cannot be read"), "problem": None}
    if isinstance(exception, FilterError):
        rest = request.GET.copy()
        rest.pop(exception.parameter, None)
        repaired = request.path + (f"?{rest.urlencode()}" if rest else "")
        context |= {"problem": exception, "repaired": repaired}
        return _error(request, 400, context, exception.parameter, exception.value, exception.message)
    return _error(request, 400, context, "", "", _("The request is not one that this site understands."))


def permission_denied(request, exception=None):
    return _error(request, 403, {"title": _("This page is not open to you")}, "", "", _("You may not do this."))


def not_found(request, exception=None):
    return _error(
        request, 404, {"title": _("There is no such page")}, "path", request.path, _("There is no such page.")
    )


def gone(request):
    """410: the event was public once and is no more; asking again is of no use."""
    words = _("This event was withdrawn.")
    return _error(request, 410, {"title": words}, "path", request.path, words)


def server_error(request):
    """500 without database or context: whatever broke must not be needed to say so."""
    if _is_api(request):
        return _json(500, "", "", _("Something broke on our side."))
    try:
        stylesheet = static("css/site.css")
    except ValueError:
        stylesheet = ""
    html = render_to_string("500.html", {"stylesheet": stylesheet, "language": get_language()})
    return HttpResponse(html, status=500)


def _error(request, status, context, parameter, value, message):
    if _is_api(request):
        return _json(status, parameter, value, message)
    context |= {"status": status, "message": message, "language": get_language(), "query": ""} | alternates(
        request, absolute=False
    )
    html = render_to_string(f"{status}.html", context, request)
    response = HttpResponse(html, status=status)
    response.headers["Cache-Control"] = "no-store"
    return allow_importmap(response)


def _is_api(request) -> bool:
    return request.path_info.startswith("/api/")


def _json(status, parameter, value, message):
    return JsonResponse({"error": {"parameter": parameter, "value": value, "message": str(message)}}, status=status)
