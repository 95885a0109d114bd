"""Fills the folded search column of an event; by signal, since `loaddata` calls neither save() nor clean().

Three groups of lines, an empty line between them: titles; alternative names; summary, reason and the words of the slug.
A line is one title, name or text, each of its words after a blank. So the place of a find tells its rank.
"""

from events.languages import columns

from .fold import spelled

GROUP = "\n\n"
# Translated fields that are searched beside the title, in the order in which a find is told.
SEARCHED_FIELDS = ("summary", "significance", "alternative_names")


def search_text(event) -> str:
    texts = [*_texts(event, "summary"), *_texts(event, "significance"), event.slug]
    return grouped(_texts(event, "title"), other_names(_texts(event, "alternative_names")), texts)


def fill_search_column(sender, instance, **kwargs):
    instance.search = search_text(instance)


def grouped(*groups: list[str]) -> str:
    """Groups of texts as they are searched: one line for each text that holds any word."""
    return GROUP.join("\n".join(filter(None, map(spelled, group))) for group in groups)


def other_names(texts: list[str]) -> list[str]:
    """`Geneva; Genève` names two."""
    return [name.strip() for text in texts for name in text.split(";")]


def _texts(record, field: str) -> list[str]:
    return [getattr(record, column) for column in columns(field)]
