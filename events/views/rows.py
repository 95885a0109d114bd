"""Lists of events as every page shows them: rows drawn once per version, grouped by period and year."""

from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from django.template.loader import get_template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.dates.day_number import from_day_number
from events.dates.display import display
from events.timeline_data.columnar import PERIODISATION
from events.timeline_data.index import RecordIndex, Row, Term

from .kept import once


@dataclass(slots=True)
class Year:
    """The rows that begin in one year, drawn."""

    heading: str
    rows: list[SafeString]

    @property
    def html(self) -> SafeString:
        return format_html_join("\n", "{}", ((row,) for row in self.rows))


@dataclass(slots=True)
class Group:
    """The events of one period, or those before, between or after the periods."""

    heading: str
    dates: str
    slug: str = ""
    years: list[Year] = field(default_factory=list)
    count: int = 0


def drawn_row(index: RecordIndex, row: Row, language: str, selected: bool = False) -> SafeString:
    """A list entry; the same in every view but where it is selected, so drawn once per version and language."""
    if selected:
        return _draw(index, row, language, selected)
    return once(index, ("row", row.slug, language), lambda: _draw(index, row, language))


def _draw(index: RecordIndex, row: Row, language: str, selected: bool = False) -> SafeString:
    countries = [index.terms["country"][code] for code in row.values["country"]]
    context = {"row": row, "title": row.title[language], "language": language, "selected": selected}
    context["countries"] = [(t.value, t.name[language], t.details) for t in countries]
    return get_template("_components/event_row.html").render(context)


def grouped(index: RecordIndex, rows: list[Row], periodisation: str = "", selected: str = "") -> list[Group]:
    """Rows under the period in which each begins, and under its year; `periodisation` is a source key."""
    language = get_language()
    spans = periods_of(index, periodisation)
    groups = []
    for period, members in groupby(rows, lambda row: _period_at(spans, row.earliest)):
        group = _group(period, language)
        for heading, same_year in groupby(members, partial(_year_of, language=language)):
            group.years.append(
                Year(heading, [drawn_row(index, row, language, row.slug == selected) for row in same_year])
            )
        group.count = sum(len(year.rows) for year in group.years)
        groups.append(group)
    return groups


def periods_of(index: RecordIndex, periodisation: str = "") -> list[Term]:
    """The periods of a source, in order; of the usual one where none is named."""
    source = periodisation or PERIODISATION
    return [term for term in index.terms["period"].values() if term.details["periodisation__key"] == source]


def heading_at(spans: list[Term], day: int | None) -> str:
    """The heading under which an event stands that begins on a day; None is not known."""
    return _group(_period_at(spans, day), get_language()).heading


def _period_at(spans: list[Term], day: int | None) -> Term | str:
    """The last period that has begun when the event begins: a year on the border opens the later period."""
    if day is None or not spans:
        return "open" if spans else "all"
    begun = [t for t in spans if t.details["earliest"] is None or t.details["earliest"] <= day]
    if not begun:
        return "before"
    period = begun[-1]
    if period.details["latest"] is None or day <= period.details["latest"]:
        return period
    return "after" if period is spans[-1] else "between"


def _group(period: Term | str, language: str) -> Group:
    if isinstance(period, Term):
        return Group(period.name[language], period_years(period), period.value)
    headings = {
        "all": _("Events"),
        "open": _("With no known beginning"),
        "before": _("Before these periods"),
        "between": _("Between two of these periods"),
        "after": _("After these periods"),
    }
    return Group(headings[period], "")


def period_years(period: Term) -> str:
    """`1954–1969`, with an open side left open."""
    days = (period.details["earliest"], period.details["latest"])
    first, last = ("" if day is None else str(from_day_number(day)[0]) for day in days)
    return first if first == last else f"{first}–{last}"


def _year_of(row: Row, language: str) -> str:
    """The year in which it begins; a date that spans several years keeps its own words."""
    if row.earliest is None:
        return ""
    start = row.date.start or row.date
    if start.earliest is not None and start.latest is not None:
        first, last = (from_day_number(day)[0] for day in (start.earliest, start.latest))
        if first != last:
            return display(start, language)
    year = from_day_number(row.earliest)[0]
    return str(year) if year > 0 else display(start, language)
