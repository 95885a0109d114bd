"""Addresses of entries in templates."""

from django import template
from django.utils.safestring import mark_safe

from events.views.addresses import address_of

register = template.Library()


@register.filter
def address(key: str, name: str) -> str:
    """`{{ event.slug|address:"event" }}`: the page of an entry; keys are slugs, so nothing in it needs an escape."""
    return mark_safe(address_of(name, key))
