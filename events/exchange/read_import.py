"""Reads any file that an import takes: fixtures and our own exports, the sheet of events, TimelineJS."""

from collections import Counter
from collections.abc import Callable
from pathlib import PurePath

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .load import READERS
from .read_csv import read_table
from .records import Record, check_records, check_tree
from .report import Location, Report
from .sheet import read_sheet
from .timelinejs import Context, is_sheet, is_story, slides_of_sheet, slides_of_story, slides_to_records
from .timelinejs.slides import Slide
from .tree import Group, Unreadable

Tell = Callable[[int], None]


def read_document(name: str, text: str, context: Context, report: Report, tell: Tell | None = None) -> list[Record]:
    """The checked records of one file; what cannot be read is reported."""
    suffix = PurePath(name).suffix
    try:
        if suffix == ".csv":
            return _read_csv(name, text, context, report, tell)
        tree = READERS[suffix](text, lambda line, words: report.add(Location(name, line), words))
    except Unreadable as error:
        report.add(Location(name, error.line), str(error))
        report.is_cut = True
        return []
    if isinstance(tree, Group) and is_story(tree):
        return _read_slides(slides_of_story(tree, name, report), name, context, report)
    return check_tree(tree, name, report, tell=tell)


def _read_csv(name: str, text: str, context: Context, report: Report, tell: Tell | None) -> list[Record]:
    table = read_table(text)
    if table is None or not table.rows:
        report.add(Location(name), _("no records: the sheet has no row below its first"))
        return []
    if is_sheet(table):
        return _read_slides(slides_of_sheet(table, name, report), name, context, report, len(table.empty))
    sheet = read_sheet(table, name, report)
    if sheet is None:
        report.is_cut = True
        return []
    return check_records(sheet[0], name, report, sheet[1], tell)


def _read_slides(slides: list[Slide], name: str, context: Context, report: Report, empty: int = 0) -> list[Record]:
    before = report.count
    tree, stated = slides_to_records(slides, name, context, report)
    counts = Counter(slide.kind for slide in slides) | ({"empty": empty} if empty else {})
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    words = ngettext("%(count)d row of TimelineJS: %(kinds)s", "%(count)d rows of TimelineJS: %(kinds)s", len(slides))
    report.note(Location(name), words % {"count": len(slides) + empty, "kinds": told})
    if report.count > before:
        report.is_cut = True
        if not tree.items:  # type: ignore[union-attr]
            return []
    return check_tree(tree, name, report, stated)
