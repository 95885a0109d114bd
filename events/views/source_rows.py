"""What names a source, with that source: they are read once for each version of the record, not once for each page."""

from collections.abc import Iterable
from typing import TypeVar

from events.models import Citation, Figure, Relation, Source
from events.timeline_data.index import RecordIndex

Sourced = TypeVar("Sourced", Citation, Figure, Relation)


def with_sources(index: RecordIndex, found: Iterable[Sourced]) -> list[Sourced]:
    """The same, each with its source."""
    listed = list(found)
    sources = index.sources
    if any(each.source_id not in sources for each in listed):
        # Written since the index was read; what follows it stands a moment later.
        sources = Source.objects.in_bulk()
    for each in listed:
        each.source = sources[each.source_id]
    return listed
