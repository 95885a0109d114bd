"""Records out of the database: the events of a public view with all that hangs on them, or the whole record."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from events.models import Event, Period, Theme

from .database import Stored, plain_errors, read_database, require_tables
from .plan import OWNERS, owners
from .records import Name, Record
from .sheet import write_sheet
from .timelinejs import Heading, write_timelinejs, write_timelinejs_sheet
from .write_json import write_json
from .write_yaml import write_yaml
from .written import in_order


class Format(NamedTuple):
    """A format by its extension: the type of its bytes, the name of a file, whether it tells a story in one language."""

    content_type: str
    file_name: str
    is_story: bool = False


FORMATS = {
    "csv": Format("text/csv; charset=utf-8", "events.csv"),
    "json": Format("application/json; charset=utf-8", "events.json"),
    "yaml": Format("application/yaml; charset=utf-8", "events.yaml"),
    "timelinejs": Format("application/json; charset=utf-8", "timelinejs.json", is_story=True),
    "timelinejs.csv": Format("text/csv; charset=utf-8", "timelinejs.csv", is_story=True),
}
_WRITERS: dict[str, Callable[[list[Record]], str]] = {"csv": write_sheet, "json": write_json, "yaml": write_yaml}
_STORY_WRITERS = {"timelinejs": write_timelinejs, "timelinejs.csv": write_timelinejs_sheet}


def whole_record() -> list[Record]:
    """Everything, drafts and vocabulary too, in a stable order; raises ExchangeError without tables."""
    with plain_errors():
        require_tables()
        return in_order(_with_version(stored) for stored in read_database().values())


def view_records(slugs: Collection[str], periodisation: str = "") -> list[Record]:
    """The published events of a view with their citations and figures, and the relations that stay among them.

    Themes and the periods of one source come along for the formats that draw them.
    """
    with plain_errors():
        require_tables()
        database = read_database()
    wanted: set[Name] = {(Event, (slug,)) for slug in slugs}
    wanted = {name for name in wanted if _is_published(database, name)}
    chosen = [stored for stored in database.values() if _belongs(stored.record, wanted, periodisation)]
    return in_order(map(_with_version, chosen))


def write(records: list[Record], extension: str) -> str:
    """The text of one file of the record's own formats."""
    return _WRITERS[extension](records)


def write_view(slugs: Collection[str], extension: str, language: str, heading: Heading, periodisation: str) -> str:
    """The text of one file for the published events named; `heading` and the periods are for stories alone."""
    records = view_records(slugs, periodisation)
    if extension in _STORY_WRITERS:
        return _STORY_WRITERS[extension](records, language, heading)
    return write([record for record in records if record.model in OWNERS], extension)


def _is_published(database: dict[Name, Stored], name: Name) -> bool:
    return name in database and database[name].record.values["status"] == Event.Status.PUBLISHED


def _belongs(record: Record, wanted: set[Name], periodisation: str) -> bool:
    if record.model in OWNERS:
        return all(name in wanted for name in owners(record))
    if record.model is Period:
        return record.values["periodisation"] == (periodisation,)
    return record.model is Theme


def _with_version(stored: Stored) -> Record:
    stored.record.version = stored.version
    return stored.record
