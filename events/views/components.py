"""The style guide: every component in every state, for developers and for checks."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.filters.words import importance_label
from events.submissions.forms import TRAP, ReportForm
from events.timeline_data.index import RecordIndex

from . import pages, samples, samples_of_event

# As `data-theme` knows them.
GROUNDS = ("light", "dark", "black-on-white", "white-on-black")


@require_safe
def components(request):
    """Every component in every state, from the templates that the site itself uses."""
    index = RecordIndex.current()
    response = pages.serve(request, index, lambda: ("styleguide/components.html", sample_context()))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def sample_context() -> dict:
    language = get_language()
    names = {"light": _("light"), "dark": _("dark"), "black-on-white": _("black on white")}
    names["white-on-black"] = _("white on black")
    form = ReportForm({"text": "", "source_text": "\u0007"}, auto_id="sample-%s")
    rows = samples.events()
    return {
        "grounds": [(ground, names[ground]) for ground in GROUNDS],
        "terms": samples.countries(),
        "chips": samples.chips(),
        "sample_facets": samples.facets(),
        "importances": [(level, importance_label(level)) for level in (1, 2, 3)],
        "list": samples.listed(),
        "best": samples.best(),
        "meant": samples.meant(),
        "event": rows[3],
        "neighbours": (rows[2], rows[8]),
        "disagreements": [item for item in samples_of_event.citations() if item["differs"]],
        "sources": [(samples_of_event.source(), samples_of_event.citations())],
        "links": samples_of_event.links(),
        "chain": samples_of_event.chain(),
        "position": samples_of_event.position(),
        "sparkline": samples_of_event.sparkline(),
        "figures": samples_of_event.figures(language),
        "pictures": [samples_of_event.picture(kind, language) for kind in ("bars", "shares", "pairs")],
        "form": form,
        "problem": _("Not sent yet: see below."),
        "trap": TRAP,
        "changes": samples.changed(),
    }
