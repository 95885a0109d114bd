"""Sharing: the address of a view, an event or a lesson to copy, as a code for telephones, and as a frame for other sites."""

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.filters import FilterError
from events.sharing.code import MOST_CHARACTERS, code_svg, is_readable
from events.sharing.subject import Subject, is_loopback, longest_parameter, subject_of
from events.timeline_data.index import RecordIndex

from . import pages
from .made import serve_file


@require_safe
def share(request):
    """The address with its code; on paper a hand-out."""
    index = RecordIndex.current()
    subject = subject_of(request.GET, index)
    response = pages.serve(request, index, lambda: ("events/share.html", context(request, subject)), subject.query)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def code(request):
    """The code alone; raises FilterError where the address is too long for one that can be read."""
    index = RecordIndex.current()
    subject = subject_of(request.GET, index)
    address = request.build_absolute_uri(subject.path)
    if not is_readable(address):
        message = _(
            "The address is too long for a code: %(count)d characters, %(most)d at the most. Choose less, or copy the address instead."
        )
        raise FilterError(*longest_parameter(subject.query), message % {"count": len(address), "most": MOST_CHARACTERS})
    response = serve_file(request, index, "image/svg+xml", lambda: code_svg(address), subject.query)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def context(request, subject: Subject) -> dict:
    address = request.build_absolute_uri(subject.path)
    return {
        "subject": subject,
        "address": address,
        "readable": is_readable(address),
        "most": MOST_CHARACTERS,
        "loopback": is_loopback(request.get_host()),
        "frame": frame_of(request, subject),
        "hosts": allowed_hosts(),
    }


def frame_of(request, subject: Subject) -> str:
    """What a page of another site holds to show the view; empty where none may show it, or for what is no view."""
    if subject.view is None or not allowed_hosts():
        return ""
    query = f"?{subject.query}" if subject.query else ""
    address = request.build_absolute_uri(reverse("events:embed") + query)
    return format_html(
        '<iframe src="{}" width="100%" height="600" loading="lazy" title="{}"></iframe>', address, subject.title
    )


def allowed_hosts() -> list[str]:
    """The other sites that may show a view in a frame."""
    return [host for host in settings.EMBED_ANCESTORS if not host.startswith("'")]
