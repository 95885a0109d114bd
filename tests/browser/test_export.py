"""Pictures out of the drawing: SVG and PNG to keep, and a vector picture on paper."""

import struct
import xml.etree.ElementTree as ET

import pytest

from events.timeline_data.strings import timeline_strings
from tests.browser.conftest import Face

SVG = "{http://www.w3.org/2000/svg}"
VIEW = "/en/?country=CN&t0=1986-01-01&t1=1992-12-31"
BUTTON = "[aria-label='Save as a picture']"


@pytest.fixture
def drawn(open_page):
    page = open_page(VIEW, Face(language="en"), accept_downloads=True)
    page.wait_for_selector(".tl-mark:not(.tl-probe):visible")
    return page


def save(page, form, whole=False):
    page.click(BUTTON)
    if whole:
        page.check(".tl-dialog--picture [value=whole]")
    with page.expect_download() as waiting:
        page.click(f".tl-dialog--picture [data-form={form}]")
    path = waiting.value.path()
    assert page.is_hidden(".tl-dialog--picture")
    return waiting.value.suggested_filename, path.read_bytes()


def test_svg_says_what_it_shows(drawn):
    """Title, sentence, window, legend, sources and address are in it, and nothing that runs or is fetched."""
    name, content = save(drawn, "svg")
    root = ET.fromstring(content)
    texts = [node.text for node in root.iter(f"{SVG}text")]
    assert name.endswith("-1986-1992.svg")
    assert drawn.text_content("h1") in texts
    assert drawn.text_content("#sentence").split(";")[0] in " ".join(texts)
    assert any(text.startswith("1986 – 1992: ") for text in texts)
    assert timeline_strings("en")["legend_day"] in texts
    assert any(text.startswith("Sources: ") for text in texts)
    assert any(text.endswith("/en/?country=CN&t0=1986-01-01&t1=1992-12-31") for text in texts)
    allowed = {"svg", "title", "defs", "g", "path", "rect", "text", "linearGradient", "stop", "clipPath"}
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= allowed


def test_whole_range_or_window(drawn):
    (_, window), (name, whole) = save(drawn, "svg"), save(drawn, "svg", whole=True)
    assert window != whole
    assert "-1986-" not in name


def test_same_picture_twice(drawn):
    assert save(drawn, "svg") == save(drawn, "svg")


def test_labels_of_the_picture_do_not_overlap(drawn):
    """Measured in Chromium: no two texts of the SVG cover one another."""
    _, content = save(drawn, "svg")
    boxes = drawn.evaluate(
        """(text) => {
            const node = document.adoptNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement);
            document.body.append(node);
            const boxes = [...node.querySelectorAll("text[textLength]")].map((one) => {
                const {x, y, width, height} = one.getBBox();
                return [x, y + 3, x + width, y + height - 3];
            });
            node.remove();
            return boxes;
        }""",
        content.decode(),
    )
    assert len(boxes) > 5
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:i]:
            apart = left >= other[2] or other[0] >= right or top >= other[3] or other[1] >= bottom
            assert apart, f"{boxes[i]} covers {other}"


def test_png_is_painted_under_the_content_policy(drawn):
    name, content = save(drawn, "png")
    assert name.endswith(".png")
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", content[16:24])
    assert width == 2400
    assert height > 600
    assert len(content) > 20_000


def test_pictures_cost_nothing_until_they_are_wanted(open_page):
    page = open_page("/en/", Face(language="en"))
    page.wait_for_selector(".tl-mark:not(.tl-probe):visible")
    page.wait_for_load_state("networkidle")
    loaded = "() => performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/picture.')).length"
    assert page.evaluate(loaded) == 0
    page.click(BUTTON)
    page.wait_for_selector(".tl-dialog--picture[open]")
    assert page.evaluate(loaded) == 1


def test_paper_gets_a_vector_picture(drawn):
    """The canvas gives way to SVG while the page is printed, and comes back afterwards."""
    drawn.mouse.move(400, 400)
    drawn.wait_for_load_state("networkidle")
    drawn.wait_for_timeout(200)
    drawn.evaluate("dispatchEvent(new Event('beforeprint'))")
    drawn.emulate_media(media="print")
    assert drawn.is_visible(".tl-sheet > svg")
    assert drawn.is_hidden(".tl-canvas")
    width = drawn.evaluate("document.querySelector('.tl-sheet > svg').getBoundingClientRect().width")
    assert width > 300
    drawn.emulate_media(media="screen")
    drawn.evaluate("dispatchEvent(new Event('afterprint'))")
    assert drawn.locator(".tl-sheet").count() == 0
    assert drawn.is_visible(".tl-stage")


def test_paper_holds_no_bitmap(drawn):
    drawn.mouse.move(400, 400)
    drawn.wait_for_load_state("networkidle")
    drawn.wait_for_timeout(200)
    drawn.evaluate(
        "addEventListener('beforeprint', () => { window.sheets = document.querySelectorAll('.tl-sheet > svg').length })"
    )
    paper = drawn.pdf()
    assert drawn.evaluate("sheets") == 1
    assert paper.startswith(b"%PDF")
    assert b"/Subtype /Image" not in paper
    assert b"/Subtype/Image" not in paper
