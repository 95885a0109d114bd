"""`make screenshots` photographs every kind of public page."""

from django.urls import get_resolver, resolve

from tests.screenshots.pages import EXAMPLES, FILES, PAPER, pages


def test_every_kind_of_page_is_photographed():
    patterns = {pattern.name: str(pattern.pattern) for pattern in get_resolver("events.urls").url_patterns}
    assert {name for name, route in patterns.items() if "<" in route} - FILES == set(EXAMPLES)
    found = pages()
    assert set(patterns) - FILES <= set(found)
    assert set(PAPER) <= set(found)
    for name, path in found.items():
        resolved = resolve(f"/vi/{path.partition('?')[0]}").url_name
        assert resolved == name if name in patterns else resolved in ("timeline", "event")
