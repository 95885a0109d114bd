"""Reading without network: the service worker, the page it shows for what it has not kept, and the web manifest."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.languages import LANGUAGES
from events.templatetags.importmap import page_modules
from events.timeline_data.encoded import Encoded
from events.timeline_data.index import RecordIndex
from events.timeline_data.version import build, etag

from . import pages

SCRIPTS = Path(settings.BASE_DIR) / "static" / "js"
# What a page needs beside its modules, whichever page it is.
FILES = ("css/site.css", "js/ui/ground.js", "js/offline/kept-pages.js", "img/favicon.svg")
# A record that comes in windows is not there without network, nor need its module be.
LEFT_OUT = "windows."
# Parameters that scripts alone read: the page is the same wherever the window stands (static/js/ui/address.js).
PRESENTATION = ("lanes", "event", "t0", "t1")


@require_safe
def service_worker(request):
    """At the root, so that it serves the whole site; browsers ask for it again at every visit."""
    return _file(request, _worker(build(), settings.SERVICE_WORKER), "text/javascript; charset=utf-8")


@cache
def _worker(release: str, switched_on: bool) -> Encoded:
    """The worker of a release: equal files and templates give an equal worker, and a new one replaces the last."""
    if not switched_on:
        return Encoded((SCRIPTS / "service-worker-off.js").read_bytes())
    modules = [name for name in page_modules() if not name.rpartition("/")[2].startswith(LEFT_OUT)]
    site = {
        "release": release,
        # Each once: a cache refuses a list that names a file twice.
        "files": list(dict.fromkeys([*map(static, FILES), *modules])),
        "offline": offline_pages(),
        "presentation": PRESENTATION,
    }
    script = (SCRIPTS / "service-worker.js").read_text(encoding="utf-8")
    return Encoded(f"const SITE = {json.dumps(site)};\n{script}".encode())


def offline_pages() -> dict[str, str]:
    """The address of the page for "no network" in every language."""
    found = {}
    for code in LANGUAGES:
        with override(code):
            found[code] = reverse("events:offline")
    return found


@require_safe
def offline(request):
    index = RecordIndex.current()
    own = json.dumps(list(offline_pages().values()))
    response = pages.serve(request, index, lambda: ("events/offline.html", {"own_pages": own}))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def manifest(request):
    """What a device needs to put the site among its programs, in the page's language."""
    shown = {
        "name": _("Vietnam and the World"),
        "short_name": _("Vietnam and the World"),
        "lang": get_language(),
        "start_url": reverse("events:timeline"),
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fbf8f2",
        "theme_color": "#fbf8f2",
        "icons": [{"src": static("img/favicon.svg"), "type": "image/svg+xml", "sizes": "any"}],
    }
    content = json.dumps(shown, ensure_ascii=False).encode()
    return _file(request, Encoded(content), "application/manifest+json; charset=utf-8")


def _file(request, body: Encoded, content_type: str) -> HttpResponse:
    response = pages.unless_known(
        request, etag(request, body.hash, version=0), lambda: pages.answer(request, body, content_type)
    )
    response.headers["Cache-Control"] = "no-cache"
    return response
