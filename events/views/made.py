"""How a public file is answered that is made from the record, as a feed or a picture: from memory, with an entity tag."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from weakref import WeakKeyDictionary

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from events.timeline_data.encoded import Encoded
from events.timeline_data.index import RecordIndex
from events.timeline_data.version import etag

from .pages import answer, unless_known

# Files kept per version of the record; most weigh less than 30 kB.
KEPT = 128


def serve_file(
    request: HttpRequest, index: RecordIndex, content_type: str, make: Callable[[], bytes], *parts
) -> HttpResponse:
    """Answer with the bytes that `make` gives; `parts` are all that they depend on besides record, host and path."""
    key = (request.scheme, request.get_host(), request.path, get_language(), *parts)
    tag = etag(request, *key, version=index.version)
    response = unless_known(request, tag, lambda: _answer(request, _kept(index, key, make), content_type))
    response.headers["Cache-Control"] = "no-cache"
    return response


def _answer(request: HttpRequest, body: Encoded, content_type: str) -> HttpResponse:
    # Pictures of points are compressed already.
    if content_type == "image/png":
        return HttpResponse(body.content, content_type=content_type)
    return answer(request, body, content_type)


_lock = threading.Lock()
# Made files live as long as the index that they were made from.
_made: WeakKeyDictionary[RecordIndex, OrderedDict[tuple, Encoded]] = WeakKeyDictionary()


def _kept(index: RecordIndex, key: tuple, make: Callable[[], bytes]) -> Encoded:
    with _lock:
        files = _made.setdefault(index, OrderedDict())
        if key in files:
            files.move_to_end(key)
            return files[key]
    body = Encoded(make())
    with _lock:
        files[key] = body
        if len(files) > KEPT:
            files.popitem(last=False)
    return body
