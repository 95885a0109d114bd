"""What TimelineJS calls a slide, read from its spreadsheet or from its JSON into one shape."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from events.dates.errors import quote

from ..fields import nearest
from ..read_csv import Row, Table
from ..report import Location, Report
from ..tree import Group, Listing, Misfit, Node, Text

PARTS = ("Year", "Month", "Day", "Time")
HEADERS = (
    *PARTS, *(f"End {part}" for part in PARTS), "Display Date", "Headline", "Text", "Media", "Media Credit",
    "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip
# Columns of older and newer sheets: Tag was the name of Group.
OTHER_HEADERS = ("Tag", "Alt Text")
OLD_HEADERS = ("Start Date", "End Date")
EVENT, TITLE, ERA = "event", "title", "era"
CLOCK = ("hour", "minute", "second", "millisecond")
MEDIA = {"url": "Media", "credit": "Media Credit", "caption": "Media Caption", "thumbnail": "Media Thumbnail",
         "alt": "Alt Text", "link": "link"}  # fmt: skip


@dataclass(slots=True)
class Slide:
    """One row of a sheet or one slide of a story; cells that the record has no field for are in `loose` by their name."""

    line: int
    kind: str
    start: dict[str, str] = field(default_factory=dict)
    end: dict[str, str] = field(default_factory=dict)
    headline: str = ""
    text: str = ""
    group: str = ""
    unique_id: str = ""
    loose: dict[str, str] = field(default_factory=dict)


# --- The spreadsheet ----------------------------------------------------------------------------------------------


def is_sheet(table: Table) -> bool:
    """Says whether the columns are those of a TimelineJS sheet, of today's or of the first kind."""
    return "Headline" in table.columns and ("Year" in table.columns or OLD_HEADERS[0] in table.columns)


def slides_of_sheet(table: Table, file: str, report: Report) -> list[Slide]:
    for name in table.columns:
        if name in OLD_HEADERS:
            words = _("%(name)s is of the first TimelineJS: write the date in the columns Year, Month and Day")
            report.add(Location(file, 1), words % {"name": quote(name)})
        elif name not in HEADERS + OTHER_HEADERS:
            hint = nearest(name, HEADERS)
            words = _("%(name)s is not a column of a TimelineJS sheet%(hint)s")
            report.add(Location(file, 1), words % {"name": quote(name), "hint": hint})
    return [_slide_of_row(row, file, report) for row in table.rows]


def _slide_of_row(row: Row, file: str, report: Report) -> Slide:
    cells = dict(row.cells)
    kind = cells.pop("Type", "").casefold() or EVENT
    if kind not in (EVENT, TITLE, ERA):
        words = _("%(value)s is not one of title, era: leave the cell empty for an event")
        report.add(Location(file, row.line), words % {"value": quote(kind)}, "", "Type")
        kind = EVENT
    start, end = ({part: cells.pop(prefix + part, "") for part in PARTS} for prefix in ("", "End "))
    headline, text = cells.pop("Headline", ""), cells.pop("Text", "")
    group = cells.pop("Group", "") or cells.get("Tag", "")
    cells.pop("Tag", None)
    loose = {name: cell for name, cell in cells.items() if cell}
    return Slide(row.line, kind, start, end, headline, text, group, loose=loose)


# --- The JSON -----------------------------------------------------------------------------------------------------


def is_story(tree: Node | None) -> bool:
    return isinstance(tree, Group) and "events" in tree.values


def slides_of_story(tree: Group, file: str, report: Report) -> list[Slide]:
    """The title, then the events, then the eras, each as its object stands in the file."""
    slides = []
    for name, kind in (("title", TITLE), ("events", EVENT), ("eras", ERA)):
        node = tree.values.get(name)
        if node is None or isinstance(node, Misfit):
            continue
        nodes = node.items if isinstance(node, Listing) and kind is not TITLE else [node]
        for item in nodes:
            if isinstance(item, Group):
                slides.append(_slide_of_group(item, kind))
            else:
                words = _("a slide is expected here, an object with start_date and text")
                report.add(Location(file, item.line), words)
    return slides


def _slide_of_group(group: Group, kind: str) -> Slide:
    values = dict(group.values)
    values.pop("autolink", None)
    start, start_words = _moment(values.pop("start_date", None))
    end, end_words = _moment(values.pop("end_date", None))
    text = _group(values.pop("text", None))
    media = _group(values.pop("media", None))
    slide = Slide(group.line, kind, start, end, _text(text.get("headline")), _text(text.get("text")))
    slide.group, slide.unique_id = _text(values.pop("group", None)), _text(values.pop("unique_id", None))
    display = _text(values.pop("display_date", None)) or start_words or end_words
    loose = {"Display Date": display} | {MEDIA.get(name, name): _text(node) for name, node in media.items()}
    loose["Background"] = ", ".join(_text(node) for node in _group(values.pop("background", None)).values())
    # What is left are keys that this reader does not know: they are told, never lost in silence.
    loose |= {name: _text(node) or "…" for name, node in values.items()}
    slide.loose = {name: cell for name, cell in loose.items() if cell}
    return slide


def _moment(node: Node | None) -> tuple[dict[str, str], str]:
    parts = {name: _text(value) for name, value in _group(node).items()}
    clock = ":".join(parts[name] for name in CLOCK if parts.get(name))
    read = {"Year": parts.get("year", ""), "Month": parts.get("month", ""), "Day": parts.get("day", ""), "Time": clock}
    return read, parts.get("display_date", "")


def _group(node: Node | None) -> dict[str, Node]:
    return node.values if isinstance(node, Group) else {}


def _text(node: Node | None) -> str:
    if isinstance(node, Text):
        return node.text.strip()
    return node.written if isinstance(node, Misfit) else ""
