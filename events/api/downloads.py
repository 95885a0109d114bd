"""GET /api/v1/events.csv, .json, .yaml, .timelinejs: the events of a view as a file that other programs open."""

from collections import OrderedDict
from weakref import WeakKeyDictionary

from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from events.exchange.export import FORMATS, write_view
from events.exchange.timelinejs import Heading
from events.filters import EventFilter, FilterError, sentence
from events.filters.params import single
from events.languages import LANGUAGES
from events.timeline_data.columnar import PERIODISATION
from events.timeline_data.index import RecordIndex

from .endpoints import answer_text

LANGUAGE = "language"
# Beyond this a file takes too long to write for one visitor; `manage.py export_events` has no limit.
MOST_EVENTS = 5_000
# Files kept per version of the record, each of a megabyte at the most for the record as it is.
KEPT = 12


@require_safe
@gzip_page
def event_file(request, extension):
    """The published events of the view; a story takes `language` too: `vi`, `en`, `ru`."""
    index = RecordIndex.current()
    extra = (LANGUAGE,) if FORMATS[extension].is_story else ()
    view = EventFilter.from_querydict(request.GET, index, extra=extra)
    language = single(request.GET, LANGUAGE) or LANGUAGES[0]
    if language not in LANGUAGES:
        raise FilterError(LANGUAGE, language, _("Write one of %s.") % ", ".join(LANGUAGES))
    if (count := view.bits(index).bit_count()) > MOST_EVENTS:
        words = _("This view has %(count)d events: narrow it to %(limit)d.")
        raise FilterError("from", "", words % {"count": count, "limit": MOST_EVENTS})
    key = (view.to_querystring(), extension, language)
    content_type = FORMATS[extension].content_type
    response = answer_text(request, index, key, lambda: _kept(index, key, view, extension, language), content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{FORMATS[extension].file_name}"'
    return response


# Files live as long as the index that they were made from.
_made: WeakKeyDictionary[RecordIndex, OrderedDict[tuple, str]] = WeakKeyDictionary()


def _kept(index: RecordIndex, key: tuple, view: EventFilter, extension: str, language: str) -> str:
    made = _made.setdefault(index, OrderedDict())
    text = made.get(key)
    if text is None:
        text = made[key] = view_file(view, index, extension, language)
        if len(made) > KEPT:
            made.popitem(last=False)
    return text


def view_file(view: EventFilter, index: RecordIndex, extension: str, language: str) -> str:
    """The text of one file of any format for the events of a view."""
    slugs = [row.slug for row in index.rows_of(view.bits(index))]
    with override(language):
        heading = Heading(_("Vietnam and the World"), sentence(view, index))
    return write_view(slugs, extension, language, heading, view.periods or PERIODISATION)
