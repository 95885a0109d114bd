"""Texts in another language than the page's, marked as such."""

from django import template
from django.utils.html import conditional_escape, format_html

from events.languages import borrowed_from

register = template.Library()


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
