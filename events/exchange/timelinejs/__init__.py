"""TimelineJS in and out: its spreadsheet (CSV) and its JSON, with title, eras and groups."""

from .records import Context, slides_to_records
from .slides import is_sheet, is_story, slides_of_sheet, slides_of_story
from .write import Heading, write_timelinejs, write_timelinejs_sheet

__all__ = [
    "Context",
    "Heading",
    "is_sheet",
    "is_story",
    "slides_of_sheet",
    "slides_of_story",
    "slides_to_records",
    "write_timelinejs",
    "write_timelinejs_sheet",
]
