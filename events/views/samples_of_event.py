"""Made-up parts of an event's page for the style guide: sources, disagreements, links, figures and their plots."""

from decimal import Decimal
from types import SimpleNamespace

from django.utils.translation import gettext as _

from events.dates import HistoricalDate
from events.models import Citation, Figure, Relation, Source

from . import plots
from .chain import Arc, Dot, Link, Picture
from .numbers import number_words
from .samples import events, put, say
from .sparkline import Position, Sparkline


def source() -> Source:
    """A source that is in no database."""
    made = Source(key="sample", kind=Source.Kind.SCHOLARLY, language="ru", author="Н. Н. Примеров")
    made.original_title, made.container, made.url = "Вымышленный документ", "Примеры, № 1", "https://example.org/sample"
    put(made, "title", "Một tài liệu bịa ra", "A made-up document", "Вымышленный документ")
    voice = "Nói bằng giọng của một người không có thật.", "Speaks in the voice of no one.", "Говорит ничьим голосом."
    put(made, "standpoint", *voice)
    return made


def citations() -> list[dict]:
    """A date, a fact and a reading: one supports the record, two differ from it."""
    values = [
        (Citation.Supports.DATE, "", "1"),
        (Citation.Supports.DATE, say("tháng 8 năm 1954", "August 1954", "август 1954 года"), "12–13"),
        (Citation.Supports.INTERPRETATION, say("một bước lùi", "a step back", "шаг назад"), "240"),
    ]
    found = []
    for supports, value, page in values:
        citation = Citation(source=source(), supports=supports, locator=page, preferred=page == "240")
        if value:
            note = "Bản tóm tắt ghi khác.", "The abstract says otherwise.", "В аннотации сказано иначе."
            put(citation, "note", *note)
        found.append({"citation": citation, "value": value, "differs": bool(value)})
    return found


def links() -> dict[str, list[Link]]:
    """An agreed cause with a step before it, and a debated consequence."""
    rows = events()
    agreed = Relation(source=source(), locator="7", status=Relation.Status.AGREED)
    put(agreed, "note", "Được nêu làm lý do.", "It is given as the reason.", "Названо причиной.")
    debated = Relation(source=source(), locator="9", status=Relation.Status.DEBATED)
    return {
        "causes": [Link(rows[2], _("led to this"), agreed, [rows[1]])],
        "consequences": [Link(rows[8], _("this led to it"), debated, [])],
        "parts": [],
    }


def chain() -> Picture:
    rows = events()
    dots = [Dot(rows[1], 12, False), Dot(rows[2], 90, False), Dot(rows[3], 200, True), Dot(rows[8], 600, False)]
    arcs = [
        Arc("M12 96C12 45 90 45 90 96", False),
        Arc("M90 96C90 24 200 24 200 96", False),
        Arc("M200 96C200 -20 600 -20 600 96", True),
    ]
    return Picture(dots, arcs, 640, 108, 96)


def position() -> Position:
    strokes = "".join(f"M{2 + 4 * i} 20v-{3 + (i * 7) % 17}" for i in range(0, 80, 2))
    return Position(Sparkline(strokes, 320), 36, 60, 1945, 2025)


def sparkline() -> Sparkline:
    return Sparkline("".join(f"M{2 + 4 * i} 20v-{3 + (i * 5) % 17}" for i in range(27)), 108)


def figures(language: str) -> list[tuple[Figure, str]]:
    """A number, a number of which the source says less, and one that is lost."""
    found = []
    for value, *label in (
        ("2362682", "Gạo", "Rice", "Рис"),
        ("1500500.5", "Thép, ước tính", "Steel, an estimate", "Сталь, оценка"),
        ("", "Xi măng", "Cement", "Цемент"),
    ):
        figure = Figure(period=HistoricalDate.parse("1955/1957"), locator="33", source=source())
        figure.value = Decimal(value) if value else None
        put(figure, "label", *label)
        put(figure, "unit", "tấn", "tonnes", "т")
        words = f"{number_words(figure.value, language)} {figure.unit}" if value else _("lost in the copy used")
        found.append((figure, words))
    return found


def picture(kind: str, language: str) -> dict:
    """A plot of bars, of shares of a whole, or of pairs."""
    known = [(figure, words) for figure, words in figures(language) if figure.value]
    return {
        "name": f"sample-{kind}",
        "kind": kind,
        "unit": known[0][0].unit,
        "plot": plot(kind, known),
        "loose": kind == "bars",
        "lost": False,
        "periods_differ": False,
        "part": SimpleNamespace(event=SimpleNamespace(title=say("Một sự kiện", "An event", "Событие"))),
    }


def plot(kind: str, known: list[tuple[Figure, str]]) -> plots.Plot:
    if kind == "bars":
        return plots.bars([plots.Bar(f.label, words, float(f.value), n == 1) for n, (f, words) in enumerate(known)])
    if kind == "shares":
        shares = zip(known, (62, 38), strict=True)
        return plots.bars([plots.Bar(f.label, f"{share}%", share) for (f, _words), share in shares], 100)
    one = plots.Part(say("Bên một", "One side", "Одна сторона"), "3", 3, "country-1")
    other = plots.Part(say("Bên hai", "The other side", "Другая сторона"), "1", 1, "country-2")
    return plots.pairs([("1955", one, other)])
