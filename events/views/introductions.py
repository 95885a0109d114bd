"""What a page of the vocabulary says before its events: names, years, offices, definition, standpoint."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.html import format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.collation import sort_key
from events.dates.display import display
from events.languages import LANGUAGES, borrowed_from, columns
from events.models import Country, Organisation, Period, Person, Source, Theme
from events.templatetags.languages import marked

from .languages import language_of


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a line says; `language` where it is not the page's own, `url` where it leads on.

    `after` follows it in the language of the page.
    """

    text: str
    language: str = ""
    url: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an introduction: what it tells, and one or more items."""

    label: str
    items: list[Item]


@dataclass(slots=True)
class Introduction:
    lead: str = ""
    facts: list[Fact] = field(default_factory=list)

    def add(self, label: str, text: str, language: str = "", url: str = "", after: str = "") -> None:
        """Add to the line of this label, unless there is nothing to say."""
        if not text:
            return
        if not self.facts or self.facts[-1].label != label:
            self.facts.append(Fact(label, []))
        language = language or borrowed_from(text)
        self.facts[-1].items.append(Item(text, language if language != get_language() else "", url, after))

    def add_names(self, record) -> None:
        shown = borrowed_from(record.name) or get_language()
        labels = {"vi": _("In Vietnamese"), "en": _("In English"), "ru": _("In Russian")}
        for code in LANGUAGES:
            if code != shown:
                self.add(labels[code], getattr(record, f"name_{code}"), code)
        self.add(_("Also called"), getattr(record, "alternative_names", ""))


@dataclass(frozen=True)
class Kind:
    """One sort of vocabulary: its parameter, its address, its model, and how a page of it begins."""

    name: str
    plural: str
    introduce: Callable[[str], Introduction]
    extras: Callable[[], dict[str, str]]


def country(code: str) -> Introduction:
    found = Country.objects.select_related("successor").get(code=code)
    page = Introduction()
    page.add_names(found)
    page.add(_("Code"), found.code)
    page.add(_("Years"), country_years(found.first_year, found.last_year))
    if found.successor:
        page.add(_("Followed by"), found.successor.name, url=found.successor.get_absolute_url())
    for earlier in found.predecessors.all():
        page.add(_("Before it"), earlier.name, url=earlier.get_absolute_url())
    for person in sorted(found.people.all(), key=lambda person: sort_key(person.name, get_language())):
        page.add(_("People"), person.name, url=person.get_absolute_url())
    return page


def country_years(first: int | None, last: int | None) -> str:
    if first is None:
        return _("until %d") % last if last else ""
    return f"{first}–{last}" if last else _("since %d") % first


def theme(slug: str) -> Introduction:
    found = Theme.objects.get(slug=slug)
    page = Introduction(found.definition)
    page.add_names(found)
    return page


def period(slug: str) -> Introduction:
    found = Period.objects.select_related("periodisation").get(slug=slug)
    page = Introduction(_("A period as one source divides the past; other sources draw the line elsewhere."))
    page.add_names(found)
    page.add(_("Dates"), display(found.dates, get_language()))
    page.add(_("Whose period"), found.periodisation.title, url=found.periodisation.get_absolute_url())
    return page


def person(slug: str) -> Introduction:
    found = Person.objects.select_related("country").get(slug=slug)
    page = Introduction()
    page.add_names(found)
    if found.original_name not in [getattr(found, column) for column in columns("name")]:
        page.add(_("Original spelling"), found.original_name, language_of(found.original_name))
    page.add(_("Born"), display(found.born, get_language()) if found.born else "")
    page.add(_("Died"), display(found.died, get_language()) if found.died else "")
    if found.country:
        page.add(_("Country"), found.country.name, url=found.country.get_absolute_url())
    for office in found.offices.all():
        page.add(_("Office"), office.title, after=f", {display(office.term, get_language())}")
    return page


def organisation(slug: str) -> Introduction:
    found = Organisation.objects.select_related("country").get(slug=slug)
    page = Introduction()
    page.add(_("Kind"), found.get_kind_display())
    page.add(_("Short name"), found.short_name)
    page.add_names(found)
    page.add(_("Existed"), display(found.dates, get_language()) if found.dates else "")
    if found.country:
        page.add(_("Country"), found.country.name, url=found.country.get_absolute_url())
    return page


def source(key: str) -> Introduction:
    found = Source.objects.get(key=key)
    page = Introduction(found.standpoint)
    page.add(_("Title as printed"), found.original_title, found.language)
    page.add(_("Author"), found.author, found.language)
    page.add(_("Published in"), found.container, found.language)
    page.add(_("Issued"), display(found.issued, get_language()) if found.issued else "")
    page.add(_("Kind"), f"{found.get_kind_display()}; {found.get_csl_type_display()}")
    page.add(_("Language"), language_name(found.language))
    page.add(_("DOI"), found.doi, url=f"https://doi.org/{found.doi}")
    page.add(_("Address"), found.url, url=found.url)
    return page


def language_name(code: str) -> str:
    return {"vi": _("Vietnamese"), "en": _("English"), "ru": _("Russian"), "zh": _("Chinese"), "fr": _("French")}.get(
        code, code
    )


def listed(*texts: str, between: str = ", ") -> str:
    """Those that there are, each marked with its language where that is not the page's."""
    return format_html_join(between, "{}", ((marked(text),) for text in texts if text))


def country_extras() -> dict[str, str]:
    rows = Country.objects.values_list("code", "first_year", "last_year")
    return {code: country_years(first, last) for code, first, last in rows}


def theme_extras() -> dict[str, str]:
    return {found.slug: found.definition for found in Theme.objects.all()}


def period_extras() -> dict[str, str]:
    periods = Period.objects.select_related("periodisation")
    return {
        found.slug: listed(display(found.dates, get_language()), found.periodisation.title, between=" · ")
        for found in periods
    }


def person_extras() -> dict[str, str]:
    people = Person.objects.select_related("country")
    return {found.slug: listed(life_years(found), found.country.name if found.country else "") for found in people}


def life_years(found: Person) -> str:
    years = [str(date).rstrip("~?%")[:4] if date else "" for date in (found.born, found.died)]
    return "–".join(years) if years[0] else ""


def organisation_extras() -> dict[str, str]:
    return {found.slug: listed(found.short_name, found.get_kind_display()) for found in Organisation.objects.all()}


def source_extras() -> dict[str, str]:
    return {found.key: listed(found.author, found.get_kind_display(), between=" · ") for found in Source.objects.all()}


KINDS = {
    kind.name: kind
    for kind in (
        Kind("country", "countries", country, country_extras),
        Kind("theme", "themes", theme, theme_extras),
        Kind("period", "periods", period, period_extras),
        Kind("person", "people", person, person_extras),
        Kind("organisation", "organisations", organisation, organisation_extras),
        Kind("source", "sources", source, source_extras),
    )
}
