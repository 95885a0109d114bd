"""What a page does when the record is too large to be listed and sent as a whole."""

from django.urls import reverse

from events.timeline_data.columnar import too_large
from events.timeline_data.index import RecordIndex, Row

from .record import file_url

# Rows that a list shows of a large record.
LISTED = 300


def listed(index: RecordIndex, bits: int) -> list[Row]:
    """The rows that a page lists, in order of time: all of them, or the most important ones of a large record."""
    return index.best_of(bits, LISTED) if too_large(index) else index.rows_of(bits)


def drawing_urls(index: RecordIndex) -> dict[str, str]:
    """Where the drawing gets its events: `record_url` and `search_url`, or `window_url` for a large record."""
    if too_large(index):
        return {"window_url": reverse("events:window")}
    return {"record_url": file_url(index, "record"), "search_url": file_url(index, "search")}
