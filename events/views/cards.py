"""The card of an event for chat programs and networks; a page without one shows the card of the site."""

from django.http import Http404
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.dates.day_number import from_day_number, to_day_number
from events.sharing.card import draw_card, fonts
from events.templatetags.dates import date_words, in_language
from events.timeline_data.index import RecordIndex

from .made import serve_file
from .sparkline import years


@require_safe
def card(request, slug):
    index = RecordIndex.current()
    if slug not in index.position:
        raise Http404
    if fonts() is None:
        return redirect(static("img/card.png"))
    response = serve_file(request, index, "image/png", lambda: event_card(index, slug))
    # Other sites show it: that is what it is for.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def event_card(index: RecordIndex, slug: str) -> bytes:
    row = index.rows[index.position[slug]]
    first, last = years(index)
    starts = [index.days.begun(to_day_number(year, 1, 1)) for year in range(first, last + 2)]
    counts = [after - before for before, after in zip(starts, starts[1:], strict=False)]
    days = (day for day in (row.earliest, row.latest) if day is not None)
    marked = [from_day_number(day)[0] - first for day in days]
    span = range(min(marked), max(marked) + 1) if marked else range(0)
    title = in_language(row.title, get_language())
    return draw_card(title, date_words(row.date), _("Vietnam and the World"), counts, span)
