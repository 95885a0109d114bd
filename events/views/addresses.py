"""The addresses of a page in every language, absolute: canonical, alternates, and the language switch; and of an entry."""

from functools import cache

from django.urls import reverse
from django.utils.translation import get_language

from events.languages import LANGUAGES

# Each language by the name that its readers look for.
OWN_NAMES = {"vi": "Tiếng Việt", "en": "English", "ru": "Русский"}


def alternates(request, query: str = "", absolute: bool = True) -> dict:
    """Template context: `canonical`, and `alternates` as (code, own name, path, absolute address).

    Paths differ in their first part alone, so a page that does not exist has alternates too; an error page asks for
    none that is absolute, since the host itself may be what is wrong.
    """
    suffix = f"?{query}" if query else ""
    first, _slash, rest = request.path.lstrip("/").partition("/")
    paths = {code: f"/{code}/{rest if first in LANGUAGES else ''}{suffix}" for code in LANGUAGES}
    full = request.build_absolute_uri if absolute else str
    return {
        "alternates": [(code, OWN_NAMES[code], path, full(path)) for code, path in paths.items()],
        "canonical": full(request.path + suffix),
    }


def address_of(name: str, key: str) -> str:
    """What `reverse` answers for the page `name` of an entry, in the page's language; a page asks for a hundred of them."""
    before, after = _around(name, get_language())
    return f"{before}{key}{after}"


@cache
def _around(name: str, language: str) -> tuple[str, str]:
    """What stands before and after the key, which is a slug and so stands as it is."""
    before, _key, after = reverse(f"events:{name}", args=["-key-"]).partition("-key-")
    return before, after
