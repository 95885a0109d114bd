"""GET /{lang}/suggest?q=…: what the typed words may mean, as JSON; static/js/ui/suggest.js shows it."""

from collections import OrderedDict
from weakref import WeakKeyDictionary

from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.dates.display import display
from events.filters import EventFilter, params
from events.timeline_data.columnar import encode
from events.timeline_data.encoded import Encoded
from events.timeline_data.index import RecordIndex
from events.timeline_data.suggest import Suggestion, kind_labels, said, suggest
from events.timeline_data.version import etag

from .pages import answer, unless_known

# Answers kept per version of the record; about 1 kB each.
KEPT = 512


@require_safe
def suggestions(request):
    """`{"said", "suggestions": [{"label", "note", "url", "query" or "slug"}]}`, at most eight."""
    index = RecordIndex.current()
    params.check_names(request.GET, ("q",))
    text = params.text(request.GET)
    key = (get_language(), text)
    tag = etag(request, *key, version=index.version)
    content_type = "application/json; charset=utf-8"
    response = unless_known(request, tag, lambda: answer(request, _answer(index, key), content_type))
    response.headers["Cache-Control"] = "no-cache"
    return response


# Answers live as long as the index that they were made from.
_made: WeakKeyDictionary[RecordIndex, OrderedDict[tuple, Encoded]] = WeakKeyDictionary()


def _answer(index: RecordIndex, key: tuple[str, str]) -> Encoded:
    made = _made.setdefault(index, OrderedDict())
    found = made.get(key)
    if found is None:
        language, text = key
        offered = [_told(index, suggestion, language) for suggestion in suggest(index, text, language)]
        found = made[key] = encode({"said": said().replace("{count}", str(len(offered))), "suggestions": offered})
        if len(made) > KEPT:
            made.popitem(last=False)
    return found


def _told(index: RecordIndex, suggestion: Suggestion, language: str) -> dict[str, str]:
    kind, value, row = suggestion.kind, suggestion.value, suggestion.row
    if row:
        url = reverse("events:event", args=[row.slug])
        return {"label": row.title[language], "note": display(row.date, language), "slug": row.slug, "url": url}
    if kind == "year":
        first, _slash, last = value.partition("/")
        label, query = value.replace("/", "–"), f"from={first}&to={last or first}"
    else:
        label, query = index.terms[kind][value].name[language], EventFilter().with_value(kind, value).to_querystring()
    url = f"{reverse('events:timeline')}?{query}"
    return {"label": label, "note": kind_labels()[kind], "query": query, "url": url}
