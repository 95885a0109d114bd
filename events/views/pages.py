"""How a public page is answered: from memory when it was drawn before, with an entity tag, compressed once for each way that readers take."""

from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from events.templatetags.importmap import script_hash
from events.timeline_data.encoded import Encoded, best_encoding
from events.timeline_data.index import RecordIndex
from events.timeline_data.version import etag

from .addresses import alternates
from .kept import Kept

# Pages of a version of the record; about 100 kB each with the compressed copies.
DRAWN = Kept(0 if settings.DEBUG else 256)
# What a draw function returns: the name of a template and its context.
Drawing = tuple[str, dict]


def serve(
    request: HttpRequest, index: RecordIndex, draw: Callable[[], Drawing], query: str = "", day: str = ""
) -> HttpResponse:
    """Answer with the page that `draw` describes; `query` is the canonical form of the parameters that it reads.

    `day` is given by a page that is another one on another day.
    """
    # The language is part of the path; the host stands in the page's own addresses.
    key = (request.scheme, request.get_host(), request.path, query, day)
    tag = etag(request, *key, version=index.version)
    drawn = partial(DRAWN.once, index, key, lambda: Encoded(_render(request, index, query, draw)))
    response = unless_known(request, tag, lambda: answer(request, drawn()))
    response.headers["Cache-Control"] = "no-cache"
    # A 304 renews the headers that the browser keeps, the content policy among them.
    return allow_importmap(response)


def unless_known(request: HttpRequest, tag: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """304 when the reader has the version of this tag already, else what `make` answers."""
    response = get_conditional_response(request, etag=tag) or make()
    response.headers["ETag"] = tag
    response.headers["Vary"] = "Accept-Encoding"
    return response


def answer(request: HttpRequest, body: Encoded, content_type="text/html; charset=utf-8") -> HttpResponse:
    """The bytes, or the smallest copy that the reader takes."""
    encoding = best_encoding(request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(body.in_encoding(encoding), content_type=content_type)
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.headers["Vary"] = "Accept-Encoding"
    return response


def allow_importmap(response: HttpResponse) -> HttpResponse:
    """Let the content policy pass the one inline script that a page may carry."""
    if allowed := script_hash():
        response._csp_update = {"script-src": [allowed]}
    return response


def _render(request, index, query, draw) -> bytes:
    template, context = draw()
    shared = {"query": query, "record_version": index.version, "language": get_language(), **alternates(request, query)}
    if settings.SERVICE_WORKER:
        shared["worker"] = reverse("service-worker")
    return render_to_string(template, {**shared, **context}, request).encode()
