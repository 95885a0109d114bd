"""Fills the folded search column of an event; by signal, since `loaddata` calls neither save() nor clean()."""

from .fold import fold

SEARCHED_FIELDS = ("title", "alternative_names", "summary", "significance")


def search_text(event) -> str:
    parts = [getattr(event, f"{field}_{code}") for field in SEARCHED_FIELDS for code in ("vi", "en")]
    return fold(" ".join([event.slug.replace("-", " "), *parts]))


def fill_search_column(sender, instance, **kwargs):
    instance.search = search_text(instance)
