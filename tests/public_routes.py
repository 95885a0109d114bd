"""The routes that the public can ask for: all but the admin's."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils.translation import get_language_from_path, override


def public_routes() -> Iterator[tuple[str | None, URLPattern]]:
    """Name with its namespace (None for one without a name) and pattern of each."""
    yield from _below(get_resolver(), "")


def _below(resolver, space: str) -> Iterator[tuple[str | None, URLPattern]]:
    for pattern in resolver.url_patterns:
        if not isinstance(pattern, URLResolver):
            yield f"{space}{pattern.name}" if pattern.name else None, pattern
        elif pattern.namespace != "admin":
            yield from _below(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)


def route_of(address: str) -> str:
    """The name of the route that an address `/path?query` takes."""
    path = address.partition("?")[0]
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        return resolve(path).view_name


def routes_not_in(addresses) -> set[str]:
    """The names of those that none of the addresses takes."""
    return {name for name, _pattern in public_routes() if name} - {route_of(address) for address in addresses}
