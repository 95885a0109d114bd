"""GET /{lang}/timeline/window: what a drawing needs of one window, for records too large to send; docs/window.md."""

from collections import OrderedDict
from weakref import WeakKeyDictionary

from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.filters import EventFilter
from events.filters.params import whole_number
from events.timeline_data.columnar import encode
from events.timeline_data.encoded import Encoded
from events.timeline_data.index import RecordIndex
from events.timeline_data.lanes import AUTOMATIC, MOST_AUTOMATIC
from events.timeline_data.packing import pack
from events.timeline_data.version import etag
from events.timeline_data.window import window

from .pages import answer, unless_known
from .record import file_url

# Pixels; the most is that of a very wide screen.
WIDTH, MOST_WIDTH = 960, 4096
# Answers kept per version of the record; about 60 kB each with the compressed copies.
KEPT = 128


@require_safe
def window_answer(request):
    """The window `t0` to `t1` of the view, `width` pixels wide, with `most` lanes where the lanes are not named."""
    index = RecordIndex.current()
    view = EventFilter.from_querydict(request.GET, index, extra=("width", "most"))
    width = whole_number(request.GET, "width", WIDTH, 1, MOST_WIDTH)
    most = whole_number(request.GET, "most", AUTOMATIC, 1, MOST_AUTOMATIC)
    key = (get_language(), view.to_querystring(), width, most)
    tag = etag(request, *key, version=index.version)

    def make():
        found = _answer(index, key, lambda: window(index, view, width, get_language(), automatic=most))
        return answer(request, found, "application/json; charset=utf-8")

    response = unless_known(request, tag, make)
    response.headers["Cache-Control"] = "no-cache"
    return response


# Answers live as long as the index that they were made from.
_made: WeakKeyDictionary[RecordIndex, OrderedDict[tuple, Encoded]] = WeakKeyDictionary()


def _answer(index: RecordIndex, key: tuple, make) -> Encoded:
    made = _made.setdefault(index, OrderedDict())
    found = made.get(key)
    if found is None:
        found = encode({"vocabulary": file_url(index, "vocabulary"), **pack(make())})
        made[key] = found
        if len(made) > KEPT:
            made.popitem(last=False)
    return found
