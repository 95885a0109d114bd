"""The whole record as fixture files: loaded again, nothing changes."""

from collections import defaultdict
from pathlib import Path

from django.utils.translation import gettext as _

from events.dates.day_number import from_day_number
from events.models import (
    Citation,
    Country,
    Event,
    Figure,
    Lesson,
    LessonStep,
    Office,
    Organisation,
    Period,
    Person,
    Place,
    Relation,
    Source,
    Theme,
)

from .database import Stored, plain_errors, read_database, require_tables
from .files import shown_name
from .records import Model, Name, Record
from .report import Location, refusal
from .write_yaml import write_yaml

FILES: dict[Model, str] = {
    Country: "vocabulary/countries",
    Organisation: "vocabulary/organisations",
    Theme: "vocabulary/themes",
    Person: "vocabulary/persons",
    Office: "vocabulary/persons",
    Place: "vocabulary/places",
    Period: "vocabulary/periods",
    Source: "sources",
    Lesson: "lessons",
    LessonStep: "lessons",
}
# Kept in one file per decade of the event they belong to; a relation belongs to the event that it leads to.
FILES_BY_DECADE: dict[Model, tuple[str, str]] = {
    Event: ("events", ""),
    Citation: ("events", "event"),
    Relation: ("relations", "to_event"),
    Figure: ("figures", "event"),
}


def dump(folder: Path) -> int:
    """Write the record below a new or empty folder, returns the number of records; raises ExchangeError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refusal(Location(shown_name(folder)), _("the folder is not empty: name a new one"))
    files = dumped_files()
    for name, records in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(write_yaml(records), encoding="utf-8")
        except OSError as error:
            words = _("the file cannot be written (%(reason)s)") % {"reason": error.strerror}
            raise refusal(Location(shown_name(path)), words) from None
    return sum(map(len, files.values()))


def dumped_files() -> dict[str, list[Record]]:
    """The records of every file by its name, in a stable order: an event before what belongs to it."""
    with plain_errors():
        require_tables()
        database = read_database()
    files = defaultdict(list)
    for stored in database.values():
        stored.record.version = stored.version
        files[_file_of(stored.record, database)].append(stored.record)
    for records in files.values():
        records.sort(key=_place_in_file)
    return dict(sorted(files.items()))


def _file_of(record: Record, database: dict[Name, Stored]) -> str:
    if record.model in FILES:
        return FILES[record.model] + ".yaml"
    folder, owner = FILES_BY_DECADE[record.model]
    date = database[Event, record.values[owner] if owner else record.key].record.values["date"]
    year = from_day_number(date.latest if date.earliest is None else date.earliest)[0]
    return f"{folder}/{year // 10 * 10}s.yaml"


def _place_in_file(record: Record) -> tuple[str, int, tuple[str, ...]]:
    """Below its event, lesson or person in their file, elsewhere by its own key."""
    belongs = record.model in (Citation, LessonStep, Office)
    return record.key[0], int(belongs), record.key
