"""The record: every model by its own name; the only import path that others use."""

from .account import RecoveryCode
from .event import Event, EventQuerySet
from .figure import Figure
from .history import Change
from .illustration import Illustration
from .lesson import Lesson, LessonStep
from .proposal import Proposal, ReviewComment
from .record_version import RecordVersion
from .relation import Relation
from .saved_filter import SavedFilter
from .source import Citation, Source
from .steps import step
from .submission import Submission, SubmissionCount
from .upload import Upload
from .vocabulary import Country, Office, Organisation, Period, Person, Place, Theme

__all__ = [
    "Change",
    "Citation",
    "Country",
    "Event",
    "EventQuerySet",
    "Figure",
    "Illustration",
    "Lesson",
    "LessonStep",
    "Office",
    "Organisation",
    "Period",
    "Person",
    "Place",
    "Proposal",
    "RecordVersion",
    "RecoveryCode",
    "Relation",
    "ReviewComment",
    "SavedFilter",
    "Source",
    "Submission",
    "SubmissionCount",
    "Theme",
    "Upload",
    "step",
]

# Order in which a load writes them: whatever is pointed to comes first.
RECORD_MODELS = (
    Country, Organisation, Theme, Person, Office, Place, Source, Period, Event, Citation, Relation, Figure,
    Lesson, LessonStep,
)  # fmt: skip
