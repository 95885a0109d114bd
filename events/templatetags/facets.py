"""The boxes of a facet as ready strings: a page has a hundred of them, and a template is too slow for that."""

from functools import lru_cache

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe

from events.filters import Facet

register = template.Library()


@register.simple_tag
def facet_options(facet: Facet):
    """A labelled checkbox for each value, with its count; what would find nothing is disabled."""
    boxes = []
    for option in facet.options:
        details = option.details
        before, after = _unchanging(
            facet.parameter, option.value, option.label, details.get("shape"), details.get("colour")
        )
        state = " checked" if option.selected else " disabled" if option.disabled else ""
        css_class = "option is-disabled" if option.disabled else "option"
        boxes.append(f'<label class="{css_class}">{before}{state}>{after}{option.count}</span></label>')
    return mark_safe("\n".join(boxes))


@lru_cache(maxsize=4096)
def _unchanging(parameter: str, value: str, label: str, shape: str | None, colour: int | None) -> tuple[str, str]:
    """What stands before and after the state of a box; the same in every view."""
    mark = f'<span class="shape shape--{escape(shape)} country-{colour}"></span>' if shape else ""
    return (
        f'<input class="option__box" type="checkbox" name="{parameter}" value="{escape(value)}"',
        f'{mark}<span class="option__label">{escape(label)}</span> <span class="option__count">',
    )
