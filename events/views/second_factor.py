"""Pages of the second factor: giving a code, setting up an authenticator, recovery codes."""

from functools import wraps

import segno
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.accounts import second_factor


def urls(site) -> list:
    return [
        path("second-factor/", give_code, name="second-factor"),
        path("second-factor/setup/", set_up, name="second-factor-setup"),
        path("second-factor/setup/code.svg", picture, name="second-factor-picture"),
        path("second-factor/settings/", site.admin_view(settings_page), name="second-factor-settings"),
    ]


def for_staff(view):
    """Open to whoever has given the password of an editor's account, before the second factor too."""

    @never_cache
    @wraps(view)
    def guarded(request):
        if not (request.user.is_active and request.user.is_staff):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        return view(request)

    return guarded


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def give_code(request):
    """Asks for a code; an account that has no authenticator is led to its set-up."""
    if not second_factor.is_missing(request.user):
        return HttpResponseRedirect(_next(request))
    device = second_factor.device_of(request.user)
    if device is None:
        return redirect(_with_next("admin:second-factor-setup", request))
    problem, status = "", 200
    if request.method == "POST":
        problem, status = _waiting(device)
        if not problem:
            if second_factor.verify(request, request.POST.get("code", "")[:64]):
                return HttpResponseRedirect(_next(request))
            problem, status = _("The code is not right. Wait for the next one and type it again."), 400
    return _page(request, "give_code", status, title=_("Second factor"), problem=problem)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request):
    """Shows the secret and takes the first code; only whoever has given the old second factor may replace it."""
    if second_factor.device_of(request.user) and second_factor.is_missing(request.user):
        return redirect(_with_next("admin:second-factor", request))
    device = second_factor.device_to_confirm(request.user)
    problem, status = "", 200
    if request.method == "POST":
        problem, status = _waiting(device)
        if not problem:
            if codes := second_factor.confirm(request, request.POST.get("code", "")[:64]):
                return _page(request, "codes", title=_("Recovery codes"), codes=codes)
            problem = _("The code is not right. Does the telephone show the right time? Type the next code.")
            status = 400
    secret = second_factor.secret_text(device)
    return _page(request, "set_up", status, title=_("Set up the second factor"), problem=problem, secret=secret)


@for_staff
@require_safe
def picture(request):
    """The secret as a QR code, for as long as it is being set up."""
    if second_factor.device_of(request.user) and second_factor.is_missing(request.user):
        return HttpResponse(status=403)
    device = second_factor.device_to_confirm(request.user)
    response = HttpResponse(content_type="image/svg+xml")
    segno.make(device.config_url, error="m", micro=False).save(response, "svg", scale=4, border=4, light="#fff")
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request):
    """What the account has, and new recovery codes in place of the old."""
    device = second_factor.device_of(request.user)
    if device is None:
        return redirect("admin:second-factor-setup")
    if request.method == "POST":
        return _page(request, "codes", title=_("Recovery codes"), codes=second_factor.new_recovery_codes(device))
    left = device.recovery_codes.count()
    words = ngettext("%(count)d recovery code is left.", "%(count)d recovery codes are left.", left) % {"count": left}
    return _page(request, "settings", title=_("Second factor"), device=device, left=words)


def _waiting(device) -> tuple[str, int]:
    """The refusal after several wrong codes."""
    seconds = second_factor.seconds_to_wait(device)
    if not seconds:
        return "", 200
    words = ngettext(
        "Too many wrong codes: wait %(count)d second.", "Too many wrong codes: wait %(count)d seconds.", seconds
    )
    return words % {"count": seconds}, 429


def _page(request, name: str, status: int = 200, **context):
    shared = admin.site.each_context(request)
    context |= {"next": _next(request), "is_popup": False, "is_nav_sidebar_enabled": False}
    return render(request, f"admin/second_factor/{name}.html", shared | context, status=status)


def _next(request) -> str:
    """Where the editor was going; never to another site."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    allowed = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if allowed else reverse("admin:index")


def _with_next(name: str, request) -> str:
    return reverse(name, query={"next": _next(request)})
