"""Made-up things for the style guide: events with every kind of date, states, filters. Plain data, no database."""

from datetime import date
from types import SimpleNamespace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.dates import HistoricalDate
from events.filters import Facet
from events.filters.facets import Option, facet_label
from events.filters.words import Chip
from events.search.fold import words
from events.search.highlight import highlight, snippet
from events.timeline_data.rows import Row
from events.timeline_data.terms import Term

from .found import Found, Meant
from .listing import ListPage, PageLink
from .rows import grouped

COUNTRIES = [
    ("CN", "Trung Quốc", "China", "Китай", "circle"),
    ("SUHH", "Liên Xô", "Soviet Union", "Советский Союз", "square"),
    ("US", "Hoa Kỳ", "United States", "Соединённые Штаты", "diamond"),
    ("FR", "Pháp", "France", "Франция", "triangle"),
    ("RU", "Nga", "Russia", "Россия", "pentagon"),
    ("KH", "Campuchia", "Cambodia", "Камбоджа", "triangle_down"),
    ("LA", "Lào", "Laos", "Лаос", "star"),
    ("TH", "Thái Lan", "Thailand", "Таиланд", "cross"),
]
# Date, importance, countries, whether the sources differ, title in three languages.
EVENTS = [
    ("../1948", 3, "", False, "Không rõ từ bao giờ", "No one knows since when", "Неизвестно с какого времени"),
    ("1949-10?", 2, "CN", False, "Một tháng chưa chắc", "A month, perhaps", "Возможно, месяц"),
    ("1951~", 2, "SUHH", False, "Khoảng một năm", "About a year", "Около года"),
    ("1954-07-21", 1, "FR CN SUHH", True, "Một ngày biết chính xác, sự kiện hạng nhất", "A day known exactly, first rank",
     "Точно известный день, первый ранг"),
    ("1954-08", 2, "LA", False, "Một tháng", "A month", "Месяц"),
    ("1955/1957", 2, "US", False, "Từ năm này đến năm kia", "From one year to another", "От года к году"),
    ("195X", 3, "KH", False, "Một thập niên", "Some decade", "Какое-то десятилетие"),
    ("1965-21", 3, "TH", False, "Một mùa", "A season", "Время года"),
    ("1973-01-27", 1, "US FR KH LA TH RU", False,
     "Hội nghị nhiều bên kết thúc bằng một hiệp định có tên dài đến mức không dòng nào chứa hết và phải xuống dòng hai lần",
     "A conference of many sides ends with an agreement whose name is so long that no line holds it and it has to wrap twice",
     "Многосторонняя конференция завершается соглашением с названием, не умещающимся ни в одну строку: "
     "внешнеполитическое взаимоотношение"),
    ("1986-12/..", 2, "RU", False, "Chưa kết thúc", "Still going on", "Продолжается"),
]  # fmt: skip


def names(vi: str, en: str, ru: str) -> dict[str, str]:
    return {"vi": vi, "en": en, "ru": ru}


def say(vi: str, en: str, ru: str) -> str:
    """The text in the language of the page."""
    return names(vi, en, ru)[get_language()]


def put(record, field: str, vi: str, en: str, ru: str):
    """A translated field of a record that is in no database."""
    for language, text in names(vi, en, ru).items():
        setattr(record, f"{field}_{language}", text)


def countries() -> list[Term]:
    return [
        Term(code, names(vi, en, ru), {"colour": number, "shape": shape})
        for number, (code, vi, en, ru, shape) in enumerate(COUNTRIES, 1)
    ]


def events() -> list[Row]:
    made = []
    for place, (text, importance, codes, differs, *titles) in enumerate(EVENTS):
        day = HistoricalDate.parse(text)
        row = Row(f"sample-{place}", names(*titles), day, day.earliest, day.latest, importance, "")
        row.values, row.differs, row.at = {"country": tuple(codes.split())}, differs, place
        made.append(row)
    return made


def listed() -> ListPage:
    """The second of three pages, with one event chosen."""
    rows = events()
    groups = grouped(_Index(), rows, selected=rows[1].slug)
    links = [
        PageLink(1, "1945–1948", "page=1"),
        PageLink(2, "1948–1986", "page=2"),
        PageLink(),
        PageLink(9, "2001–2026", "page=9"),
    ]
    return ListPage(groups, 2, 9, 61, 70, 500, links, "page=1", "page=3")


class _Index:
    """As much of an index as the drawing of rows asks for."""

    def __init__(self):
        self.terms = {"country": {term.value: term for term in countries()}, "period": {}}


def meant() -> Meant:
    return Meant("thành đô", "q=thành+đô")


def facets() -> list[Facet]:
    """Boxes that are free, ticked, empty, and one with a name that needs two lines."""
    language = get_language()
    counts = {"CN": (42, True), "SUHH": (7, True), "US": (128, False), "FR": (0, False)}
    boxes = [
        Option(term.value, term.name[language], *counts[term.value], term.details)
        for term in countries()
        if term.value in counts
    ]
    long = say("Bình thường hóa quan hệ và thương lượng nhiều bên", "Normalization and many-sided negotiation",
               "Нормализация отношений и многосторонние переговоры")  # fmt: skip
    short = say("Thương mại", "Trade", "Торговля")
    return [
        Facet("country", facet_label("country"), boxes),
        Facet("theme", facet_label("theme"), [Option("a", long, 12, False, {}), Option("b", short, 3, False, {})]),
        Facet("person", facet_label("person"), [Option("c", say("Một người", "Someone", "Некто"), 1, False, {})]),
    ]


def chips() -> list[Chip]:
    return [
        Chip("country", countries()[0].name[get_language()], ""),
        Chip("q", _("“%s”") % "thành đô", ""),
        Chip("from", _("from %s") % "1964", ""),
    ]


def changed() -> list[SimpleNamespace]:
    """One change of a text: words that went and words that came."""
    pieces = [("same", say("Hội nghị bắt đầu", "The conference begins", "Конференция начинается")),
              ("removed", say(" vào tháng Bảy", " in July", " в июле")),
              ("added", say(" vào tháng Năm", " in May", " в мае")), ("same", ".")]  # fmt: skip
    return [SimpleNamespace(date=date(2026, 11, 22), pieces=[SimpleNamespace(kind=k, text=t) for k, t in pieces])]


def best() -> list[Found]:
    """What a search found first: a short one, and one whose title wraps and whose snippet is in another language."""
    rows = events()
    told = "The agreement was signed by all of them after four years of talks; the text that they signed is <short>."
    return [
        _found(rows[3], "en", told),
        _found(rows[8], get_language(), rows[8].title[get_language()]),
    ]


def _found(row: Row, language: str, text: str) -> Found:
    title = row.title[get_language()]
    looked_for = [*words(title)[1:3], "agreement"]
    return Found(row.slug, row.date, highlight(title, looked_for), get_language(), snippet(text, looked_for), language)
