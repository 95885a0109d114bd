"""Parts of a page that say the same on every page of a language."""

from functools import cache

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def fixed(name: str) -> SafeString:
    """The template of that name, which is given nothing; drawn once per language."""
    return (_draw if settings.DEBUG else _drawn)(name, get_language())


def _draw(name: str, language: str) -> SafeString:
    return get_template(name).render()


_drawn = cache(_draw)
