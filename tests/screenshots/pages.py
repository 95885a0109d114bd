"""What is photographed: every kind of page, the view of it that shows most, and the faces it is met with."""

from itertools import product

from django.conf import settings

from tests.browser.conftest import Face

# Name → path below the language.
PAGES = {
    "timeline": "",
    "lanes": "?lanes=CN,SUHH,US&from=1964&to=1973",
    "chosen": "?country=CN&theme=normalization&event=chengdu-talks-1990",
    "one-event": "?q=chengdu&country=CN&from=1990&to=1990",
    "no-event": "?country=KZ&to=1950",
    "event-rich": "events/chengdu-talks-1990/",
    "event-figures": "events/soviet-chinese-arms-1955-1975/",
    "countries": "countries/",
    "country": "countries/CN/",
    "themes": "themes/",
    "people": "people/",
    "person": "people/do-muoi/",
    "sources": "sources/",
    "source": "sources/pham-phuc-vinh-normalization/",
    "figures": "figures/",
    "lessons": "lessons/",
    "lesson": "lessons/road-to-chengdu/",
    "about": "about/",
    "disagreements": "about/disagreements/",
    "balance": "about/balance/",
    "changes": "events/chengdu-talks-1990/changes/",
    "report": "events/chengdu-talks-1990/report/",
    "propose": "propose/",
    "error-400": "?from=abc",
    "error-404": "events/no-such-event/",
    "styleguide": "styleguide/",
}
# Language-neutral; seen by an editor.
ADMIN = {
    "admin-index": "/admin/",
    "admin-list": "/admin/events/event/",
    "admin-form": "/admin/events/event/{}/change/",
    "admin-deleted": "/admin/deleted/",
    "admin-source": "/admin/events/source/",
}
# The pages whose paper is looked at.
PAPER = ("timeline", "event-rich", "event-figures", "figures", "lesson", "disagreements", "country")
SIZES = {1366: 768, 390: 844, 1920: 1080}
# Each with what the device asks for.
GROUNDS = ("light", "dark")
CONTRAST = "contrast"


def faces() -> list[Face]:
    """Three widths on two grounds in every language, and one width of each ground in high contrast."""
    languages = [code for code, _name in settings.LANGUAGES]
    found = [
        Face(language, ground, width, SIZES[width]) for language, ground, width in product(languages, GROUNDS, SIZES)
    ]
    return found + [Face(languages[0], f"{ground}-{CONTRAST}", 1366, 768) for ground in GROUNDS]


def path_of(name: str, language: str) -> str:
    return ADMIN.get(name) or f"/{language}/{PAGES[name]}"
