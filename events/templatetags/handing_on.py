"""What a page says of itself to programs: linked data, and the words of its own head once more for other tags."""

import json

from django import template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html

from events.sharing.linked_data import event_graph

register = template.Library()

# Open Graph names a language with a country.
_TERRITORIES = {"vi": "vi_VN", "en": "en_GB", "ru": "ru_RU"}
_ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


class ScriptData:
    """JSON that no text in it can end early: between script tags `<` would, and stands as its escape."""

    def __init__(self, value: dict):
        self.value = value

    def __html__(self) -> str:
        return json.dumps(self.value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


@register.simple_tag(takes_context=True)
def linked_data(context) -> str:
    """The event of the page as JSON-LD; data, which no content policy takes for a script."""
    language, absolute = context["language"], context["request"].build_absolute_uri
    names = {
        "country": [term.name[language] for term in context["countries"]],
        "person": [term.name[language] for term, _offices in context["people"]],
    }
    sources = [source for source, _passages in context["sources"]]
    graph = event_graph(context["event"], names, sources, absolute)
    return format_html('<script type="application/ld+json">{}</script>', ScriptData(graph))


@register.simple_tag(takes_context=True)
def block_again(context, name: str) -> str:
    """What the page says in one of its blocks, escaped as it was written there."""
    return context.render_context[BLOCK_CONTEXT_KEY].get_block(name).render(context)


@register.filter
def og_locale(language: str) -> str:
    return _TERRITORIES.get(language, language)
