"""The boxes of a facet as ready strings: a page has a hundred of them, and a template is too slow for that."""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from events.filters import Facet
from events.languages import borrowed_from

register = template.Library()


@register.simple_tag
def facet_options(facet: Facet):
    """A labelled checkbox for each value, with its count; what would find nothing is disabled."""
    boxes = []
    for option in facet.options:
        details = option.details
        before, after = _unchanging(
            facet.parameter,
            option.value,
            option.label,
            borrowed_from(option.label),
            details.get("shape"),
            details.get("colour"),
        )
        state = " checked" if option.selected else " disabled" if option.disabled else ""
        css_class = "option is-disabled" if option.disabled else "option"
        boxes.append((css_class, before, state, after, option.count))
    return format_html_join("\n", '<label class="{}">{}{}>{}{}</span></label>', boxes)


@lru_cache(maxsize=4096)
def _unchanging(
    parameter: str, value: str, label: str, language: str, shape: str | None, colour: int | None
) -> tuple[SafeString, SafeString]:
    """What stands before and after the state of a box; the same in every view."""
    # Equal texts share a place in the cache, whatever language they are in; so the language is asked apart.
    spoken = format_html(' lang="{}"', language) if language else ""
    mark = format_html('<span class="shape shape--{} country-{}"></span>', shape, colour) if shape else ""
    return (
        format_html('<input class="option__box" type="checkbox" name="{}" value="{}"', parameter, value),
        format_html('{}<span class="option__label"{}>{}</span> <span class="option__count">', mark, spoken, label),
    )
