"""The picture says what the list says: the same events, the same names, also in a tip, in forced colours and on paper."""

import os
import re
from urllib.parse import urljoin

import pytest
from django.conf import settings

from tests.browser.conftest import ROOT, Face
from tests.browser.test_by_keyboard import api
from tests.browser.test_live_page import MARKS, drawn
from tests.browser.test_no_javascript import slugs_of
from tests.browser.test_windows import shown

LANGUAGES = [code for code, _name in settings.LANGUAGES]
GOLDEN = ROOT / "tests" / "golden" / "spoken"
RECORDING = os.environ.get("RECORD_GOLDENS") == "1"


@pytest.mark.parametrize("query", ["country=CN&country=SUHH&theme=normalization", "from=1972&to=1974", "q=geneva"])
def test_list_picture_and_interface_hold_the_same(open_page, site, query):
    """The list with its pages, the sentence, the picture and the interface for programs."""
    wanted = sorted(event["slug"] for event in api(site, query))
    page = drawn(open_page(f"/vi/?{query}&lanes=none"))
    assert shown(page) == len(wanted) == int(page.locator("#sentence").get_attribute("data-count"))
    listed = slugs_of(page)
    while (more := page.locator("#list [rel=next]")).count():
        page.goto(urljoin(page.url, more.get_attribute("href")))
        listed += slugs_of(page)
    assert sorted(listed) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tree_around_the_picture_is_the_golden_one(open_page, language):
    """Roles, names and states of the head of the page, the buttons and the picture. When a change is meant, record:
    RECORD_GOLDENS=1 .venv/bin/python -m pytest tests/browser/test_picture_and_words.py"""
    page = drawn(open_page(f"/{language}/?country=CN", Face(language=language)))
    parts = [
        page.locator(part).aria_snapshot() for part in (".site-header", ".view__intro h1", ".tl-tools", ".tl-strip")
    ]
    stage = page.locator(".tl-stage")
    parts += [stage.get_attribute(name) for name in ("role", "aria-roledescription", "aria-label", "aria-keyshortcuts")]
    parts.append(page.locator("#tl-key-help").text_content())
    found = re.sub(r"\d{4}", "0000", "\n".join(parts)) + "\n"
    path = GOLDEN / f"{language}.txt"
    if RECORDING:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found)
    assert found == path.read_text()


def test_the_tip_comes_with_the_focus_too(open_page):
    """What is shown under the pointer stays while the pointer is in it, and goes with Escape."""
    page = drawn(open_page("/en/?lanes=none", Face(language="en"), reduced_motion="reduce"))
    tip = page.locator(".tl-tip")
    page.locator(f"{MARKS}[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    tip.wait_for()
    when = tip.inner_text()
    assert re.search(r"\d{4}", when)
    page.keyboard.press("Escape")
    tip.wait_for(state="hidden")
    mark = page.locator(f"{MARKS}.is-rail:visible").first
    mark.hover()
    tip.wait_for()
    box = tip.bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + box["height"] / 2, steps=4)
    assert tip.is_visible()
    page.keyboard.press("Escape")
    tip.wait_for(state="hidden")


# Points of the canvas that a reader sees on the ground, and in how many colours.
SEEN = """() => {
  const canvas = document.querySelector(".tl-canvas");
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let dots = 0;
  const inks = new Set();
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] < 250) continue;
    dots += 1;
    inks.add(`${data[i]} ${data[i + 1]} ${data[i + 2]}`);
  }
  return [dots, inks.size];
}"""


LOOK = 'node => ["outline", "border", "backgroundColor"].map((part) => getComputedStyle(node)[part]).join()'


def test_the_picture_keeps_to_forced_colours(open_page):
    page = drawn(open_page("/vi/?event=chengdu-talks-1990", forced_colors="active"))
    dots, _inks = page.evaluate(SEEN)
    assert dots > 500
    chosen, other = (
        page.locator(f"{MARKS}{state}").first.evaluate(LOOK) for state in (".is-selected", ":not(.is-selected)")
    )
    assert chosen != other


def test_paper_holds_every_event_in_few_sheets(open_page, site):
    """At most one sheet for twelve events, beside the first with the picture; each link of the record says where it leads."""
    page = drawn(open_page("/vi/?country=CN&from=1950&to=1979"))
    events = api(site, "country=CN&from=1950&to=1979")
    page.emulate_media(media="print")
    rows = page.locator("#list [data-slug]")
    assert [row for row in rows.evaluate_all("all => all.map((row) => row.checkVisibility())") if not row] == []
    assert rows.count() == len(events) > 24
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
    assert sheets <= 1 + len(events) / 12
    page.goto(f"{site}/vi/events/chengdu-talks-1990/")
    page.emulate_media(media="print")
    assert page.locator(".print-only").filter(has_text="/vi/events/chengdu-talks-1990/").is_visible()
