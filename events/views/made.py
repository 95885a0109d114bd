"""How a public file is answered that is made from the record, as a feed or a picture: from memory, with an entity tag."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from events.timeline_data.encoded import Encoded
from events.timeline_data.index import RecordIndex
from events.timeline_data.version import etag

from .kept import Kept
from .pages import answer, unless_known

# Files of a version of the record; most weigh less than 30 kB.
MADE = Kept(128)


def serve_file(
    request: HttpRequest, index: RecordIndex, content_type: str, make: Callable[[], bytes], *parts
) -> HttpResponse:
    """Answer with the bytes that `make` gives; `parts` are all that they depend on besides record, host and path."""
    key = (request.scheme, request.get_host(), request.path, get_language(), *parts)
    tag = etag(request, *key, version=index.version)
    made = partial(MADE.once, index, key, lambda: Encoded(make()))
    response = unless_known(request, tag, lambda: _answer(request, made(), content_type))
    response.headers["Cache-Control"] = "no-cache"
    return response


def _answer(request: HttpRequest, body: Encoded, content_type: str) -> HttpResponse:
    # Pictures of points are compressed already.
    if content_type == "image/png":
        return HttpResponse(body.content, content_type=content_type)
    return answer(request, body, content_type)
