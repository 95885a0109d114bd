"""Plots of a few numbers as SVG shapes: where every bar and word stands, in em downwards and per cent across.

Per cent across and em downwards let the words keep their size while the bars take the width of the page. Nothing here
knows a model or a language; the shapes are written out by templates/_components/plot.html.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import wrap

# Characters that fit beside each other on a narrow phone.
LINE_LENGTH = 48
# Downwards, in em: a line of words, a bar, and the room after a row.
LINE, BAR, GAP = 1.5, 1.1, 1

# How much of a bar is striped where the source leaves its end open, in hundredths of the width.
OPEN_END = 4
# The class of a rectangle that lays stripes over the bar below it.
STRIPES = "plot__stripes"


@dataclass(frozen=True, slots=True)
class Bar:
    """One number: `value` decides the length, `words` say it; `loose` where the source says about, over, under or up to."""

    label: str
    words: str
    value: float
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One side of a pair; no `value` where the number is lost; `css` is the class that colours it."""

    name: str
    words: str
    value: float | None
    css: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    x: str
    y: str
    words: str
    value: str = ""
    anchor: str = "start"
    css: str = ""


@dataclass(frozen=True, slots=True)
class Rect:
    x: str
    y: str
    width: str
    height: str
    css: str


@dataclass(slots=True)
class Plot:
    """Shapes in the order in which they are painted; `tall` is the height in em so far."""

    rects: list[Rect] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    tall: float = 0

    @property
    def height(self) -> str:
        return em(self.tall)

    def write(self, label: str, value: str = "", css: str = "") -> None:
        """A label in as many lines as it needs, its value after it."""
        lines = wrap(label, LINE_LENGTH, break_long_words=False) or [""]
        if value and len(lines[-1]) + 1 + len(value) > LINE_LENGTH:
            lines.append("")
        for line in lines:
            last = line is lines[-1]
            self.texts.append(Text("0", em(self.tall + 1.1), line, value if last else "", css=css))
            self.tall += LINE

    def bar(self, start: float, length: float, css: str) -> None:
        """A bar at the present height, from and over so many hundredths of the width."""
        self.rects.append(Rect(percent(start), em(self.tall + 0.1), percent(length), em(BAR), css))


def bars(entries: Sequence[Bar], whole: float | None = None) -> Plot:
    """A bar for each number, all from zero on one scale; `whole` is what the full width stands for, else the largest."""
    plot = Plot()
    most = whole or max((entry.value for entry in entries), default=0) or 1
    for entry in entries:
        plot.write(entry.label, entry.words)
        if whole:
            plot.bar(0, 100, "plot__whole")
        length = 100 * entry.value / most
        plot.bar(0, length, "plot__bar")
        if entry.loose:
            plot.bar(max(length - OPEN_END, 0), min(OPEN_END, length), STRIPES)
        plot.tall += BAR + GAP
    return plot


def pairs(rows: Sequence[tuple[str, Part, Part]]) -> Plot:
    """For each row the sum of two numbers as one bar, divided; where one is lost, words stand in place of the bar."""
    plot = Plot()
    for label, left, right in rows:
        plot.write(label, css="plot__head")
        if not left.value or not right.value:
            plot.write("; ".join(_said(part) for part in (left, right)), css="plot__lost")
            plot.tall += GAP
            continue
        share = 100 * left.value / (left.value + right.value)
        plot.bar(0, share, f"plot__part {left.css}".strip())
        plot.bar(share, 100 - share, f"plot__part {right.css}".strip())
        plot.bar(share, 100 - share, STRIPES)
        below = em(plot.tall + BAR + 1.3)
        plot.texts.append(Text("0", below, f"{left.name}:", f"{left.words} ({share:.0f}%)"))
        plot.texts.append(Text("100%", below, f"{right.name}:", f"{right.words} ({100 - share:.0f}%)", "end"))
        plot.tall += BAR + LINE + GAP
    return plot


def _said(part: Part) -> str:
    return part.words if part.value is None else f"{part.name}: {part.words}"


def em(length: float) -> str:
    return f"{round(length, 2):g}em"


def percent(share: float) -> str:
    return f"{round(share, 2):g}%"
