"""The timeline by keyboard alone, and what is spoken on the way."""

import json
import re
import urllib.request

import pytest
from django.conf import settings

from tests.browser.access.walk import CHECKS
from tests.browser.admin_session import session_cookie
from tests.browser.conftest import ROOT, Face
from tests.browser.test_live_page import MARKS, drawn, focused, inside

LANGUAGES = [code for code, _name in settings.LANGUAGES]
FOCUS_MOVED = "before => (document.activeElement.getAttribute('aria-label') ?? '') !== before"


def api(site, query="") -> list[dict]:
    with urllib.request.urlopen(f"{site}/api/v1/events?{query}&limit=200") as answer:
        return json.load(answer)["results"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_timeline_within_thirty_presses(open_page, language):
    """From the top of the page to the first, next and last event, another lane, zoom, open, close, and back on the mark."""
    page = drawn(open_page(f"/{language}/", Face(language=language)))
    presses = 0

    def press(key):
        nonlocal presses
        presses += 1
        page.keyboard.press(key)

    while not inside(page, "[href='#timeline']"):
        press("Tab")
    press("Enter")
    while not inside(page, MARKS):
        press("Tab")
    for key in ("Home", "ArrowRight", "End", "ArrowDown"):
        before = focused(page)
        press(key)
        if key != "Home":
            page.wait_for_function(FOCUS_MOVED, arg=before)
    before = page.locator(".tl-range").inner_text()
    press("+")
    page.wait_for_function("before => document.querySelector('.tl-range').innerText !== before", arg=before)
    here = focused(page)
    press("Enter")
    page.locator(".tl-card").wait_for()
    page.wait_for_function("() => document.activeElement.matches('.tl-card__open')")
    press("Escape")
    page.locator(".tl-card").wait_for(state="hidden")
    assert focused(page) == here
    assert inside(page, MARKS)
    assert presses <= 30


def test_other_lanes_give_the_focus_back(open_page):
    """The mark that opened the dialog is drawn elsewhere by then."""
    page = drawn(open_page("/en/", Face(language="en"), reduced_motion="reduce"))
    page.locator(f"{MARKS}[tabindex='0']").focus()
    page.keyboard.press("l")
    page.locator("dialog[open] [type=radio]").nth(2).check()
    page.wait_for_function("() => location.search.includes('lanes=theme')")
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement.closest('.tl-labels') !== null")


LISTEN = """() => {
  window.stops = [];
  document.addEventListener("focusin", ({ target }) => stops.push([target, access.stops().includes(target)]));
}"""
# Where the order of the page is left; from the last stop to the first is no fault.
DISORDER = """back => stops.slice(1).flatMap(([node], i) => {
  const [before] = stops[i];
  const follows = Boolean(before.compareDocumentPosition(node) & (back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING));
  const ends = access.stops();
  const turns = [ends[0], ends.at(-1)].includes(node);
  return follows || turns ? [] : [`${access.name(before)} is followed by ${access.name(node)}`];
})"""


def walk_by_tabs(page, distinct: int) -> list[bool]:
    """There and back: each stop is seen and follows in the order of the page; which stops are marks of the picture."""
    page.evaluate(CHECKS)
    page.evaluate(LISTEN)
    for key in ("Tab", "Shift+Tab"):
        page.evaluate("() => { stops.length = 0; }")
        for _press in range(300):
            page.keyboard.press(key)
        assert page.evaluate(DISORDER, key != "Tab") == []
        assert page.evaluate("() => stops.filter(([, seen]) => !seen).map(([node]) => access.name(node))") == []
        assert page.evaluate("() => new Set(stops.map(([node]) => node)).size") >= distinct
    return page.evaluate("() => stops.map(([node]) => Boolean(node.closest('.tl-labels')))")


def test_three_hundred_tabs_meet_no_trap(open_page):
    """The picture is left by one Tab."""
    marks = walk_by_tabs(drawn(open_page("/vi/", reduced_motion="reduce")), 100)
    assert any(marks)
    assert not any(one and other for one, other in zip(marks, marks[1:], strict=False))


def test_three_hundred_tabs_in_the_admin(open_page, site_environment):
    state = {"cookies": [session_cookie(site_environment, ROOT)], "origins": []}
    walk_by_tabs(open_page("/admin/events/event/", storage_state=state), 100)


def spoken_buttons(page) -> list[str]:
    """The names of the marks, as the browser's accessibility tree gives them to a screen reader."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    names = (node.get("name", {}).get("value", "") for node in nodes if node.get("role", {}).get("value") == "button")
    return [name for name in names if re.search(r"; \S+ \S+ \d+$", name)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_spoken_names_are_the_data(open_page, site, language):
    """At least a hundred events: title, date in words and every country, as the interface for programs gives them."""
    events = {event["title"][language]: event for event in api(site)}
    face = Face(language=language, width=1920, height=1000)
    page = open_page(f"/{language}/?lanes=none&t0=1944-01-01&t1=1950-12-31", face, reduced_motion="reduce")
    countries = names_of_countries(drawn(page))
    found = set()
    for _turn in range(40):
        found |= set(spoken_buttons(page))
        if len(found) >= 100:
            break
        before = page.locator(".tl-range").inner_text()
        page.locator(".tl-tools button").nth(1).click()
        page.wait_for_function("before => document.querySelector('.tl-range').innerText !== before", arg=before)
    assert len(found) >= 100
    for name in found:
        title = next(title for title in sorted(events, key=len, reverse=True) if name.startswith(f"{title}; "))
        event = events[title]
        assert f"; {event['date']['label'][language]}" in name
        for code in event["countries"]:
            assert countries[code] in name, name


def names_of_countries(page) -> dict[str, str]:
    boxes = page.locator("#facets input[name=country]")
    return dict(
        boxes.evaluate_all(
            "all => all.map((box) => [box.value, box.labels[0].querySelector('.option__label').textContent])"
        )
    )
