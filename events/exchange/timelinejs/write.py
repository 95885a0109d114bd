"""Writes records as a TimelineJS story: JSON that its player opens, or its spreadsheet; one language at a time.

Its texts are markup, so ours are escaped; its dates are days, so the words of the date stand beside them.
"""

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, NamedTuple

from events.dates import HistoricalDate
from events.dates.display import display
from events.languages import column_in
from events.models import Event, Period, Theme

from ..records import Record
from ..sheet import write_rows
from .dates import cells_of_day, from_date
from .slides import HEADERS

CELLS = {"year": "Year", "month": "Month", "day": "Day"}


class Heading(NamedTuple):
    """What the title slide says."""

    headline: str
    text: str


def write_timelinejs(records: Iterable[Record], language: str, heading: Heading) -> str:
    """The events among the records in order of time, the periods among them as eras, as the JSON of TimelineJS."""
    slides = list(_slides(records, language))
    story = {
        "title": {"text": {"headline": _escaped(heading.headline), "text": "".join(_paragraphs(heading.text))}},
        "events": [slide for kind, slide in slides if kind == "event"],
        "eras": [slide for kind, slide in slides if kind == "era"],
    }
    return json.dumps(story, ensure_ascii=False, indent=1) + "\n"


def write_timelinejs_sheet(records: Iterable[Record], language: str, heading: Heading) -> str:
    """The same as the spreadsheet."""
    rows = [{"Headline": _escaped(heading.headline), "Text": "".join(_paragraphs(heading.text)), "Type": "title"}]
    for kind, slide in _slides(records, language):
        row = {CELLS[part]: str(number) for part, number in slide["start_date"].items()}
        row |= {f"End {CELLS[part]}": str(number) for part, number in slide.get("end_date", {}).items()}
        row |= {"Headline": slide["text"]["headline"], "Text": slide["text"].get("text", "")}
        row |= {"Display Date": slide.get("display_date", ""), "Group": slide.get("group", "")}
        rows.append(row | {"Type": "era" if kind == "era" else ""})
    return write_rows([HEADERS, *([row.get(name, "") for name in HEADERS] for row in rows)])


def _slides(records: Iterable[Record], language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    records = list(records)
    themes = {record.key: column_in(record.values, "name", language) for record in records if record.model is Theme}
    events = [record for record in records if record.model is Event]
    for event in sorted(events, key=lambda event: (_first_day(event.values["date"]), event.key)):
        group = next((themes[key] for key in sorted(event.values["themes"]) if key in themes), "")
        slide = _slide(event, "date", "title", language)
        slide["text"]["text"] = "".join(_paragraphs(column_in(event.values, "summary", language)))
        slide |= {"unique_id": event.key[0], "display_date": display(event.values["date"], language)}
        yield "event", slide | ({"group": group} if group else {})
    last = max((days for event in events if (days := event.values["date"].latest) is not None), default=None)
    periods = [record for record in records if record.model is Period]
    for period in sorted(periods, key=lambda period: (_first_day(period.values["dates"]), period.key)):
        slide = _slide(period, "dates", "name", language)
        if "end_date" not in slide:
            # An era needs both ends; one that is still open ends with the last event shown.
            slide["end_date"] = slide["start_date"] if last is None else cells_of_day(last)
        yield "era", slide


def _slide(record: Record, date: str, title: str, language: str) -> dict[str, Any]:
    begin, end = from_date(record.values[date])
    slide: dict[str, Any] = {"start_date": begin}
    if end:
        slide["end_date"] = end
    return slide | {"text": {"headline": _escaped(column_in(record.values, title, language))}}


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield f"<p>{_escaped(line.strip())}</p>"


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _first_day(date: HistoricalDate) -> float:
    return float("-inf") if date.earliest is None else date.earliest
