"""The picture that chat programs and networks show beside a link: the event's date and title on the ground of the site.

It needs a font of the machine that has Vietnamese and Cyrillic letters. Where there is none, every page shows the one
card under static/img, which was drawn by `draw_card` as well.
"""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

# What the networks ask for, pixels.
WIDTH, HEIGHT = 1200, 630
EDGE, BAR = 90, 18
PAPER, INK, INK_2, LINE, LACQUER = "#fbf8f2", "#1d1a16", "#5b5348", "#857b6b", "#a3241c"
# Regular and bold, the usual ones of Linux, Windows and macOS; the machine is searched for them by name.
FONTS = (
    ("NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf"),
    ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
    ("cambria.ttc", "cambriab.ttf"),
    ("times.ttf", "timesbd.ttf"),
    ("Times New Roman.ttf", "Times New Roman Bold.ttf"),
)
NEEDED = "ĐỆữằỵЖщё"
LARGEST, SMALLEST, MOST_LINES = 72, 48, 3
STRIP_TOP, STRIP_FOOT = 498, 562


@cache
def fonts() -> tuple[str, str] | None:
    """The files of a regular and a bold font that have every letter; None where the machine has none."""
    for names in FONTS:
        try:
            found = [ImageFont.truetype(name, 20) for name in names]
        except OSError:
            continue
        if all(_has_letters(font) for font in found):
            regular, bold = (str(font.path) for font in found)
            return regular, bold
    return None


def _has_letters(font) -> bool:
    """A letter that a font does not have looks like one that no font has."""
    missing = bytes(font.getmask("\U0010fffe"))
    return all(bytes(font.getmask(letter)) != missing for letter in NEEDED)


def draw_card(title: str, when: str, site: str, counts: list[int], marked: range) -> bytes:
    """A PNG of 1,200 by 630 points; only where there are `fonts`.

    At its foot the record: a stroke for each year, as high as the year has events; `marked` are the years of this one.
    """
    regular, bold = fonts() or ("", "")
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, BAR, HEIGHT), LACQUER)
    draw.text((EDGE, 52), site, INK_2, ImageFont.truetype(regular, 32))
    font, lines = _fitted(title, bold, WIDTH - 2 * EDGE)
    # Marks above and below Vietnamese letters need the air.
    step = round(font.size * 1.34)
    top = 116 + (MOST_LINES * LARGEST * 1.34 - len(lines) * step) // 2
    draw.text((EDGE, top), when, LACQUER, ImageFont.truetype(regular, 40))
    for number, line in enumerate(lines):
        draw.text((EDGE, top + 60 + number * step), line, INK, font)
    _draw_strip(draw, counts, marked)
    file = BytesIO()
    picture.quantize(32, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_strip(draw, counts: list[int], marked: range) -> None:
    step = (WIDTH - 2 * EDGE) / max(1, len(counts))
    most = max(4, *counts)
    for place, count in enumerate(counts):
        left = EDGE + place * step
        if place in marked:
            draw.rectangle((left, STRIP_FOOT + 4, left + max(step, 4), STRIP_FOOT + 12), LACQUER)
        if count:
            top = STRIP_FOOT - (STRIP_FOOT - STRIP_TOP) * count / most
            draw.rectangle((left, top, left + max(1, step / 2), STRIP_FOOT), LACQUER if place in marked else LINE)
    draw.line((EDGE, STRIP_FOOT + 2, WIDTH - EDGE, STRIP_FOOT + 2), LINE, 2)


def _fitted(text: str, path: str, room: int):
    """The largest type in which the text takes few lines, and those lines; what is left over is cut off with a mark."""
    for size in range(LARGEST, SMALLEST - 1, -4):
        font = ImageFont.truetype(path, size)
        lines = _wrapped(text, font, room)
        if len(lines) <= MOST_LINES:
            return font, lines
    return font, [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]


def _wrapped(text: str, font, room: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
