"""The record: every model by its own name; the only import path that others use."""

from .event import Event, EventQuerySet
from .figure import Figure
from .lesson import Lesson, LessonStep
from .record_version import RecordVersion
from .relation import Relation
from .source import Citation, Source
from .vocabulary import Country, Office, Organisation, Period, Person, Place, Theme

__all__ = [
    "Citation",
    "Country",
    "Event",
    "EventQuerySet",
    "Figure",
    "Lesson",
    "LessonStep",
    "Office",
    "Organisation",
    "Period",
    "Person",
    "Place",
    "RecordVersion",
    "Relation",
    "Source",
    "Theme",
]

# Order in which a load writes them: whatever is pointed to comes first.
RECORD_MODELS = (
    Country, Organisation, Theme, Person, Office, Place, Source, Period, Event, Citation, Relation, Figure,
    Lesson, LessonStep,
)  # fmt: skip
