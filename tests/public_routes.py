"""The routes that the public can ask for: all but the admin's."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def public_routes() -> Iterator[tuple[str | None, URLPattern]]:
    """Name with its namespace (None for one without a name) and pattern of each."""
    yield from _below(get_resolver(), "")


def _below(resolver, space: str) -> Iterator[tuple[str | None, URLPattern]]:
    for pattern in resolver.url_patterns:
        if not isinstance(pattern, URLResolver):
            yield f"{space}{pattern.name}" if pattern.name else None, pattern
        elif pattern.namespace != "admin":
            yield from _below(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
