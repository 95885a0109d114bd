"""Which pages the walk visits: one address for each public route that answers with a page, and the views that differ."""

from django.urls import LocalePrefixPattern, get_resolver

# Route → path below the language.
ROUTES = {
    "timeline": "",
    "event": "events/chengdu-talks-1990/",
    "changes": "events/chengdu-talks-1990/changes/",
    "report": "events/chengdu-talks-1990/report/",
    "propose": "propose/",
    "figures": "figures/",
    "lessons": "lessons/",
    "lesson": "lessons/road-to-chengdu/",
    "present-lesson": "lessons/road-to-chengdu/present",
    "present": "present?event=chengdu-talks-1990",
    "share": "share?country=CN",
    "embed": "embed?country=CN",
    "about": "about/",
    "disagreements": "about/disagreements/",
    "languages": "about/languages/",
    "balance": "about/balance/",
    "offline": "offline/",
    "styleguide": "styleguide/",
    "countries": "countries/",
    "country": "countries/CN/",
    "themes": "themes/",
    "theme": "themes/normalization/",
    "periods": "periods/",
    "period": "periods/between-two-allies-1954-1964/",
    "people": "people/",
    "person": "people/do-muoi/",
    "organisations": "organisations/",
    "organisation": "organisations/asean/",
    "sources": "sources/",
    "source": "sources/pham-phuc-vinh-normalization/",
}
# Routes whose template another one shows as well: seen in one language.
TWINS = {"themes", "periods", "people", "organisations", "sources", "theme", "period", "organisation"}
# Routes that answer programs: data, pictures, feeds.
NO_PAGES = {"record", "window", "suggest", "manifest", "share-code", "card", "feed-changes", "feed-on-this-day"}
NO_PAGES |= {"date-words"}
# Views of a route that look unlike it: name → path, status.
VIEWS = {
    "chosen event": ("?country=CN&theme=normalization&event=chengdu-talks-1990", 200),
    "search": ("?q=chengdu", 200),
    "empty": ("?country=KZ&to=1950", 200),
    "event with figures": ("events/soviet-chinese-arms-1955-1975/", 200),
    "bad request": ("?from=abc", 400),
    "not found": ("events/no-such-event/", 404),
}


def routes() -> set[str]:
    """The names of all public routes below the language."""
    below = [part for part in get_resolver().url_patterns if isinstance(part.pattern, LocalePrefixPattern)]
    return {route.name for part in below for app in part.url_patterns for route in app.url_patterns}


def pages(all_routes: bool = True) -> dict[str, tuple[str, int]]:
    """Name → path below the language and the status that it answers with; `all_routes` or one for each template."""
    left_out = set() if all_routes else TWINS
    return {name: (path, 200) for name, path in ROUTES.items() if name in routes() - left_out} | VIEWS
