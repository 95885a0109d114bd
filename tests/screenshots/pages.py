"""What is photographed: every kind of page, the views of it that show most, and the faces it is met with."""

import re
from itertools import product

from django.conf import settings
from django.urls import get_resolver

from tests.browser.conftest import Face

# Answers that are no pages.
FILES = {"record", "window", "suggest", "date-words", "share-code", "feed-changes", "feed-on-this-day", "manifest"}
# What stands for the argument of an address.
EXAMPLES = {
    "event": "chengdu-talks-1990",
    "changes": "chengdu-talks-1990",
    "report": "chengdu-talks-1990",
    "lesson": "road-to-chengdu",
    "present-lesson": "road-to-chengdu",
    "card": "chengdu-talks-1990",
    "country": "CN",
    "theme": "normalization",
    "period": "special-relations-1954-1969",
    "person": "do-muoi",
    "organisation": "communist-party-of-vietnam",
    "source": "pham-phuc-vinh-normalization",
}
# More of the same: name → path below the language.
VIEWS = {
    "timeline lanes": "?lanes=CN,SUHH,US&from=1964&to=1973",
    "timeline chosen": "?country=CN&theme=normalization&event=chengdu-talks-1990",
    "timeline few": "?q=chengdu&country=CN&from=1990&to=1990",
    "timeline empty": "?country=KZ&to=1950",
    "search": "?q=geneva",
    "search slip": "?q=gneva",
    "event figures": "events/soviet-chinese-arms-1955-1975/",
    "error 400": "?from=abc",
    "error 404": "events/no-such-event/",
}
# Language-neutral; seen by an editor.
ADMIN = {
    "admin index": "/admin/",
    "admin list": "/admin/events/event/",
    "admin form": "/admin/events/event/{}/change/",
    "admin deleted": "/admin/deleted/",
    "admin sources": "/admin/events/source/",
}
# The pages whose paper is looked at.
PAPER = ("timeline", "event", "event figures", "figures", "lesson", "disagreements", "country")
SIZES = {1366: 768, 390: 844, 1920: 1080}
# Each as the device asks for it.
GROUNDS = ("light", "dark")
CONTRAST = "contrast"


def pages() -> dict[str, str]:
    """Path below the language of every kind of public page, by the name of its address; and of the views above."""
    found = {}
    for pattern in get_resolver("events.urls").url_patterns:
        if pattern.name not in FILES:
            found[pattern.name] = re.sub(r"<\w+:\w+>", EXAMPLES.get(pattern.name, ""), str(pattern.pattern))
    return found | VIEWS


def faces() -> list[Face]:
    """Three widths on two grounds in every language, and one width of each ground in high contrast."""
    languages = [code for code, _name in settings.LANGUAGES]
    found = [
        Face(language, ground, width, SIZES[width]) for language, ground, width in product(languages, GROUNDS, SIZES)
    ]
    return found + [Face(languages[0], f"{ground}-{CONTRAST}", 1366, 768) for ground in GROUNDS]
