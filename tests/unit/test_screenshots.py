"""Every kind of public page is among those that `make screenshots` photographs."""

from django.urls import get_resolver, resolve

from tests.screenshots.pages import PAGES

# Answers that are no pages.
FILES = {"record", "window"}


def test_every_kind_of_page_is_photographed():
    names = {pattern.name for pattern in get_resolver("events.urls").url_patterns} - FILES
    seen = {resolve(f"/vi/{path.partition('?')[0]}").url_name for path in PAGES.values()}
    assert seen <= names
    # All kinds of vocabulary share two templates.
    assert names - seen == {"theme", "period", "organisation", "periods", "organisations"}
