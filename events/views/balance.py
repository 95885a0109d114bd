"""How the record is weighted: tables of countries, sources, decades and themes, and what a reader should make of them."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.balance import FEW, Balance, Share
from events.filters.facets import facet_label
from events.record_balance import record_balance
from events.timeline_data.index import RecordIndex

from . import pages


@require_safe
def balance_page(request):
    index = RecordIndex.current()
    return pages.serve(request, index, lambda: ("events/balance.html", context(index)))


def context(index: RecordIndex) -> dict:
    found = record_balance(index)
    return {
        "balance": found,
        "single_share": round(100 * found.single / found.events) if found.events else 0,
        "few": FEW,
        "few_names": [(name(index, "country", share.value), share.events) for share in found.few],
        "on_one_source": [
            (name(index, dimension, share.value), share.events, name(index, "source", share.only_source))
            for dimension, share in found.on_one_source
        ],
        "tables": [table(index, found, dimension) for dimension in ("country", "source", "decade", "theme")],
        "text": f"events/balance_{get_language()}.html",
    }


def table(index: RecordIndex, found: Balance, dimension: str) -> dict:
    """The lines of one table; `bar` is the length of the bar in hundredths of the longest."""
    most = max((share.events for share in found.shares[dimension]), default=0) or 1
    return {
        "dimension": dimension,
        "heading": _("Decade") if dimension == "decade" else facet_label(dimension),
        "url_name": "" if dimension == "decade" else f"events:{dimension}",
        "lines": [line(index, dimension, share, most) for share in found.shares[dimension]],
    }


def line(index: RecordIndex, dimension: str, share: Share, most: int) -> dict:
    return {
        "share": share,
        "name": name(index, dimension, share.value),
        "per_cent": f"{share.per_cent:.0f}",
        "bar": f"{100 * share.events / most:.1f}",
    }


def name(index: RecordIndex, dimension: str, value: str) -> str:
    if dimension == "decade":
        return decade_words(value)
    return index.terms[dimension][value].name[get_language()]


def decade_words(decade: str) -> str:
    return _("%ss") % decade if decade else _("without a known beginning")
