"""Texts in another language than the page's, marked as such."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.translation import get_language

from events.languages import borrowed_from

register = template.Library()

# `§2.3.1, ¶1` is the same in every language; `answer 2, last paragraph` is English, as all locators of the record are.
_WORD = re.compile("[A-Za-z]{3}")


@register.filter
def marked(text: str) -> str:
    """The text; in `<span lang="…">` where it stands in for one that is missing in the page's language."""
    language = borrowed_from(text)
    return format_html('<span lang="{}">{}</span>', language, text) if language else conditional_escape(text)


@register.filter
def lang_mark(text: str) -> str:
    """` lang="…"` for the element that holds the text, nothing where it is in the page's language."""
    language = borrowed_from(text)
    return format_html(' lang="{}"', language) if language else ""


@register.filter
def located(locator: str) -> str:
    """The place in a source; marked as English where it has words and the page is in another language."""
    if get_language() == "en" or not _WORD.search(locator):
        return conditional_escape(locator)
    return format_html('<span lang="en">{}</span>', locator)
