"""What search engines read of an event's page: an article about an event of the past, in the words of schema.org.

`Event` alone would announce a meeting to come; the article has the coverage in time, in EDTF, and the sources.
"""

import re

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.dates import HistoricalDate
from events.models import Event

# Of EDTF, what schema.org's dates can say, too.
_ISO = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?")


def event_graph(event: Event, terms, sources, absolute) -> dict:
    """`terms` are the names of countries and people in the page's language; `absolute` makes a path an address."""
    address, site = absolute(reverse("events:event", args=[event.slug])), _("Vietnam and the World")
    home = absolute(reverse("events:timeline"))
    article = {
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": event.title,
        "description": event.summary,
        "inLanguage": get_language(),
        "temporalCoverage": event.date.text,
        "dateModified": timezone.localdate(event.modified).isoformat(),
        "image": absolute(reverse("events:card", args=[event.slug])),
        "isPartOf": {"@type": "WebSite", "name": site, "url": home},
        "publisher": {"@type": "Organization", "name": site, "url": home},
        "about": [_happened(event), *({"@type": "Country", "name": name} for name in terms["country"])],
        "mentions": [{"@type": "Person", "name": name} for name in terms["person"]],
        "citation": [_work(source) for source in sources],
    }
    crumbs = [(site, home), (event.title, address)]
    way = [{"@type": "ListItem", "position": n, "name": name, "item": item} for n, (name, item) in enumerate(crumbs, 1)]
    graph = [_filled(article), {"@type": "BreadcrumbList", "itemListElement": way}]
    return {"@context": "https://schema.org", "@graph": graph}


def _happened(event: Event) -> dict:
    start, _slash, end = event.date.text.partition("/")
    place = {"@type": "Place", "name": event.place.name} if event.place else None
    found = {"@type": "Event", "name": event.title, "location": place}
    return _filled(found | {"startDate": _iso(start), "endDate": _iso(end)})


def _iso(text: str) -> str:
    """The side of a date, if it is exact; what is about or uncertain has no word there."""
    return text if _ISO.fullmatch(text) else ""


def _work(source) -> dict:
    work = {"@type": "CreativeWork", "name": source.original_title, "author": source.author, "url": source.url}
    return _filled(work | {"inLanguage": source.language, "datePublished": _issued(source.issued)})


def _issued(date: HistoricalDate | None) -> str:
    return _iso(date.text) if date else ""


def _filled(record: dict) -> dict:
    return {key: value for key, value in record.items() if value not in ("", None, [])}
