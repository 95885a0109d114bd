"""Addresses of entries in templates."""

from django import template

from events.views.addresses import address_of

register = template.Library()


@register.filter
def address(key: str, name: str) -> str:
    """`{{ event.slug|address:"event" }}`: the page of an entry."""
    return address_of(name, key)
