"""From slides to records: events as drafts, eras as periods, groups as what the record has by that name or as themes.

A slide speaks one language. What the record wants in both is given twice when an event is new, and said to be so.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from events.dates import HistoricalDate, HistoricalDateError
from events.dates.display import display
from events.dates.errors import quote
from events.languages import REQUIRED, columns
from events.models import Country, Event, Organisation, Period, Person, Source, Theme
from events.models.event import TITLE_LENGTH
from events.search.fold import fold

from ..field_rules import SLUG, SLUG_GAP
from ..records import Model, Name, Stated
from ..report import Location, Report
from ..tree import Listing, Node, Text, record_of
from .dates import NoDate, to_edtf
from .plain import plain_text
from .slides import ERA, EVENT, PARTS, TITLE, Slide

LONGEST_TEXT = 20_000
# What a group may be: the first of these in which the record has an entry of that name.
GROUP_FIELDS: dict[Model, str] = {
    Theme: "themes",
    Country: "countries",
    Organisation: "organisations",
    Person: "people",
}
_YEAR = re.compile(r"Y?(-?[0-9]+)")


@dataclass(slots=True)
class Context:
    """How slides are read: in which language, and which names the record knows.

    `names` gives by folded name the record that has it; `new_vocabulary` lets eras and unknown groups become records.
    """

    language: str
    names: Mapping[str, Name] = field(default_factory=dict)
    new_vocabulary: bool = True

    @property
    def languages(self) -> tuple[str, ...]:
        """That of the slides, and those in which a new record needs its title too."""
        return (self.language, *(code for code in REQUIRED if code != self.language))


def slides_to_records(slides: list[Slide], file: str, context: Context, report: Report) -> tuple[Node, Stated]:
    """The slides as a tree of records and the fields that they speak of; every slide is told of in the report."""
    reader = _Reader(file, context, report)
    for slide in slides:
        reader.read(slide)
    reader.add_eras()
    language = context.language
    stated: Stated = {
        Event: frozenset(("slug", "date", f"title_{language}", f"summary_{language}")),
        Period: frozenset(("slug", "dates", f"name_{language}")),
        Theme: frozenset(("slug",)),
        Source: frozenset(("key",)),
    }
    return Listing(reader.items, 1), stated


class _Reader:
    def __init__(self, file: str, context: Context, report: Report) -> None:
        self.file, self.context, self.report = file, context, report
        self.items: list[Node] = []
        self.slugs: Counter[str] = Counter()
        self.themes: set[str] = set()
        self.eras: list[Slide] = []
        self.title = ""

    def read(self, slide: Slide) -> None:
        slide.headline = " ".join(self.plain(slide, slide.headline, "Headline").split())
        slide.text = self.plain(slide, slide.text, "Text")
        if slide.kind != EVENT and slide.text:
            slide.loose["Text"] = slide.text
        if slide.loose.get("Display Date") in self.words(slide):
            del slide.loose["Display Date"]
        for name, cell in slide.loose.items():
            self.note(slide, _("%(name)s is not taken over: %(value)s") % {"name": name, "value": quote(cell)})
        if slide.start.get("Time") or slide.end.get("Time"):
            self.note(slide, _("Time is not taken over: the record knows days, not hours"))
        if slide.kind == TITLE:
            self.title = self.title or slide.headline
            words = _("the title slide: its headline names the sheet, it is no event: %(headline)s")
            self.note(slide, words % {"headline": quote(slide.headline)})
        elif slide.kind == ERA:
            self.eras.append(slide)
        else:
            self.add_event(slide)

    def words(self, slide: Slide) -> list[str]:
        """How the record itself words the date of a slide; a display date that says the same is no loss."""
        try:
            date = HistoricalDate.parse(to_edtf(slide.start, slide.end))
        except (NoDate, HistoricalDateError):
            return []
        return [display(date, language) for language in self.context.languages]

    def plain(self, slide: Slide, text: str, name: str) -> str:
        if len(text) > LONGEST_TEXT:
            words = _("has %(length)d characters: shorten it to %(limit)d")
            self.report.add(self.at(slide), words % {"length": len(text), "limit": LONGEST_TEXT}, slide.kind, name)
            return ""
        words, elements = plain_text(text)
        if elements:
            told = _("%(name)s: the markup was taken out (%(elements)s), its words stay")
            self.note(slide, told % {"name": name, "elements": ", ".join(elements[:8])})
        return words

    def add_event(self, slide: Slide) -> None:
        date = self.date(slide)
        if not slide.headline:
            self.report.add(self.at(slide), _("is empty: a slide becomes an event by its headline"), EVENT, "Headline")
        if not date or not slide.headline:
            return
        title = Truncator(slide.headline).chars(TITLE_LENGTH, truncate="…")
        summary = slide.text
        if title != slide.headline:
            summary = "\n".join(part for part in (slide.headline, slide.text) if part)
            words = _(
                "the headline has more than %(limit)d characters: it was shortened and stands whole in the summary"
            )
            self.note(slide, words % {"limit": TITLE_LENGTH})
        values: dict[str, Any] = {
            "slug": self.slug(slide, date),
            "date": date,
            **dict.fromkeys(columns("title", self.context.languages), title),
            f"summary_{self.context.language}": summary,
        }
        if group := self.group(slide):
            values[group[0]] = [[group[1]]]
        self.add(Event, values, slide.line)

    def date(self, slide: Slide) -> str:
        try:
            date = to_edtf(slide.start, slide.end)
        except NoDate as problem:
            self.report.add(self.at(slide), str(problem), slide.kind, problem.part)
            return ""
        if date.startswith("-") or "/-" in date:
            years = " / ".join(parts.get(PARTS[0], "") for parts in (slide.start, slide.end) if parts.get(PARTS[0]))
            words = _("%(years)s was read as years before our era, %(date)s in the record's own writing")
            self.note(slide, words % {"years": years, "date": date})
        return date

    def slug(self, slide: Slide, date: str) -> str:
        slug = slide.unique_id
        if not SLUG.fullmatch(slug) or len(slug) > 80:
            year = _YEAR.match(date)
            slug = f"{_key(slide.headline) or slide.kind}-{year[1].lstrip('-').lstrip('0') or 0 if year else 0}"
        self.slugs[slug] += 1
        return slug if self.slugs[slug] == 1 else f"{slug}-{self.slugs[slug]}"

    def group(self, slide: Slide) -> tuple[str, str] | None:
        """The field and the key for the group of a slide; a new theme where the record has nothing of that name."""
        name = " ".join(self.plain(slide, slide.group, "Group").split())
        if not name:
            return None
        if known := self.context.names.get(fold(name)):
            return GROUP_FIELDS[known[0]], known[1][0]
        key = _key(name)
        if not self.context.new_vocabulary or not key:
            words = _("the record has no theme, country, organisation or person by the name of the group %(group)s")
            self.note(slide, words % {"group": quote(name)})
            return None
        if key not in self.themes:
            self.themes.add(key)
            self.add(Theme, {"slug": key, **dict.fromkeys(columns("name", self.context.languages), name)}, slide.line)
            self.note(slide, _("the group %(group)s becomes a new theme") % {"group": quote(name)})
        return "themes", key

    def add_eras(self) -> None:
        """Eras as periods; whose periodisation they are is the sheet, kept as a source."""
        if not self.context.new_vocabulary:
            for era in self.eras:
                self.note(
                    era, _("the era %(era)s is not taken over: periods are vocabulary") % {"era": quote(era.headline)}
                )
            return
        eras = [(era, date) for era in self.eras if (date := self.date(era))]
        if not eras:
            return
        name = self.title or PurePath(self.file).stem
        sheet = _key(name) or "timelinejs"
        values = {"key": sheet, "kind": "reference", "csl_type": "webpage", "original_title": name}
        self.add(Source, values | dict.fromkeys(columns("title", self.context.languages), name[:160]), eras[0][0].line)
        for era, date in eras:
            slug = self.slug(era, date)
            names = dict.fromkeys(columns("name", self.context.languages), era.headline or slug)
            self.add(Period, {"slug": slug, **names, "dates": date, "periodisation": [sheet]}, era.line)

    def add(self, model: Any, values: dict[str, Any], line: int) -> None:
        nodes = {name: _node(value, line) for name, value in values.items()}
        self.items.append(record_of(model._meta.label_lower, nodes, line))

    def note(self, slide: Slide, text: str) -> None:
        self.report.note(self.at(slide), text)

    def at(self, slide: Slide) -> Location:
        return Location(self.file, slide.line)


def _node(value: Any, line: int) -> Node:
    return Text(value, line) if isinstance(value, str) else Listing([_node(item, line) for item in value], line)


def _key(text: str) -> str:
    """A slug from words; empty where none of its letters has a place in a slug."""
    return SLUG_GAP.sub("-", fold(text)).strip("-")[:60].strip("-")


def names_in(database: Mapping[Name, Any]) -> dict[str, Name]:
    """Every entry that a group may mean, by its folded names and its key; the first model in `GROUP_FIELDS` wins."""
    names: dict[str, Name] = {}
    for model in reversed(GROUP_FIELDS):
        for name, stored in database.items():
            if name[0] is model:
                values = stored.record.values
                for text in (
                    name[1][0],
                    *(values.get(column, "") for column in (*columns("name"), *columns("short_name"))),
                ):
                    if text:
                        names[fold(text)] = name
    return names
