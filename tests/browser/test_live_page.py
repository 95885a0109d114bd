"""The timeline page with scripts on: filter without a page load, Back, reload, and everything by keyboard alone."""

import re

import pytest

from tests.browser.conftest import Face

MARKS = ".tl-labels .tl-mark"


def drawn(page):
    """Wait until the drawing shows its marks."""
    page.locator(MARKS).first.wait_for()
    return page


def rows(page) -> list[str]:
    return page.locator("#list [data-slug]").evaluate_all("rows => rows.map(row => row.dataset.slug)")


def count(page) -> int:
    return int(page.locator("#sentence").get_attribute("data-count"))


def wait_for_count(page, comparison: str) -> None:
    page.wait_for_function(f"() => Number(document.getElementById('sentence').dataset.count) {comparison}")


def tick(page, name, value):
    box = page.locator(f"#facets input[name={name}][value={value}]")
    if not box.is_visible():
        box.locator("xpath=ancestor::details[1]/summary").click()
    box.check()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_filter_redraws_without_a_page_load_and_back_restores(open_page, language):
    page = drawn(open_page(f"/{language}/", Face(language=language)))
    everything = count(page)
    page.evaluate("() => { window.sameDocument = true; }")
    tick(page, "country", "CN")
    page.wait_for_function("() => location.search.includes('country=CN')")
    wait_for_count(page, f"< {everything}")
    tick(page, "theme", "normalization")
    page.wait_for_function("() => location.search.includes('theme=normalization')")
    page.wait_for_function("() => document.querySelectorAll('#chips a').length >= 2")
    found = rows(page)
    assert count(page) == len(found) < everything
    assert page.evaluate("() => window.sameDocument") is True
    assert page.locator("#facets input[name=country][value=CN]").is_checked()
    page.go_back()
    page.wait_for_function("() => !location.search.includes('theme=')")
    wait_for_count(page, f"> {len(found)}")
    page.go_back()
    wait_for_count(page, f"=== {everything}")
    assert page.evaluate("() => window.sameDocument") is True
    assert not page.locator("#facets input[name=country][value=CN]").is_checked()


def test_event_window_and_lanes_survive_a_reload(open_page):
    page = drawn(
        open_page("/en/?lanes=CN,SUHH,US&event=nixon-china-1972&t0=1964-01-01&t1=1975-12-31", Face(language="en"))
    )
    for _turn in range(2):
        heads = page.locator(".tl-heads > li")
        assert heads.count() in (3, 4)
        assert heads.first.inner_text().startswith("CN")
        page.locator(".tl-card").wait_for()
        assert "Nixon" in page.locator(".tl-card").inner_text()
        assert re.search(r"1964\D+1975", page.locator(".tl-range").inner_text())
        for part in ("lanes=CN,SUHH,US", "event=nixon-china-1972", "t0=1964-01-01", "t1=1975-12-31"):
            assert part in page.url
        page.reload()
        drawn(page)


def focused(page) -> str:
    return page.evaluate(
        "() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''"
    )


def inside(page, selector) -> bool:
    return page.evaluate("selector => Boolean(document.activeElement?.closest(selector))", selector)


def press_until(page, selector, key="Tab", most=90):
    for _turn in range(most):
        page.keyboard.press(key)
        if inside(page, selector):
            return
    raise AssertionError(f"{selector} is not reached by {most} times {key}")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_everything_by_keyboard_alone(open_page, language):
    page = drawn(open_page(f"/{language}/?lanes=none", Face(language=language)))
    press_until(page, "#facets")
    press_until(page, MARKS)
    seen = []
    for key in ("Home", "ArrowRight", "End"):
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        seen.append(focused(page))
    assert len(set(seen)) == 3
    assert "1945" in seen[0]
    assert "2025" in seen[2]
    page.keyboard.press("Enter")
    page.locator(".tl-card").wait_for()
    page.wait_for_function("() => location.search.includes('event=')")
    page.keyboard.press("Escape")
    page.locator(".tl-card").wait_for(state="hidden")
    assert focused(page) == seen[2]
    assert inside(page, MARKS)


def test_the_language_switch_keeps_filter_window_and_selection(open_page):
    """The window and the selection are moved by script alone, so the links must follow the address."""
    page = drawn(open_page("/en/?country=CN&event=chengdu-talks-1990", Face(language="en")))
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function("() => location.search.includes('t0=')")
    query = page.evaluate("() => location.search")
    page.locator("a[data-language-link][hreflang=ru]").click()
    page.wait_for_url("**/ru/**")
    assert page.evaluate("() => location.pathname + location.search") == f"/ru/{query}"
    assert "country=CN" in query
    assert "event=chengdu-talks-1990" in query
    drawn(page).locator(".tl-card").wait_for()
    assert page.locator("html").get_attribute("lang") == "ru"


def test_zoom_and_fit(open_page):
    page = drawn(open_page("/en/", Face(language="en")))
    whole = page.locator(".tl-range").inner_text()
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function("whole => document.querySelector('.tl-range').innerText !== whole", arg=whole)
    page.wait_for_function("() => location.search.includes('t0=')")
    page.locator(".tl-tools button").nth(4).click()
    page.wait_for_function("whole => document.querySelector('.tl-range').innerText === whole", arg=whole)
    page.wait_for_function("() => !location.search.includes('t0=')")


@pytest.mark.parametrize("width", [320, 390, 1366, 1920])
@pytest.mark.parametrize("path", ["/vi/", "/en/events/chengdu-talks-1990/"])
def test_nothing_scrolls_sideways(open_page, path, width):
    page = open_page(path, Face(width=width, height=844))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize(
    "address",
    ["/vi/", "/en/?t0=1985-01-01&t1=1992-12-31", "/vi/?lanes=theme", "/en/?lanes=none&t0=1954-01-01&t1=1976-01-01"],
)
def test_labels_do_not_overlap(open_page, address):
    page = drawn(open_page(address))
    boxes = page.locator(".tl-labels > *").evaluate_all(
        "nodes => nodes.filter(n => n.offsetWidth && !n.classList.contains('is-away'))"
        ".map(n => n.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom])"
    )
    assert len(boxes) > 5
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1, (a, b)


def test_the_keyboard_keeps_its_focus_without_motion(open_page):
    page = drawn(open_page("/en/?lanes=none", Face(language="en"), reduced_motion="reduce"))
    press_until(page, MARKS)
    page.keyboard.press("Home")
    for step in range(40):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(30)
        assert inside(page, MARKS), f"the focus is lost after {step + 1} steps"


def test_the_list_is_turned_without_a_page_load(open_page):
    page = drawn(open_page("/en/?event=geneva-accords-1954", Face(language="en")))
    page.evaluate("() => { window.sameDocument = true; }")
    first = rows(page)
    assert "geneva-accords-1954" in first
    page.locator(".list-turn [rel=next]").click()
    page.wait_for_function("() => location.search.includes('page=2')")
    page.locator(".list-pages [aria-current]").wait_for()
    page.wait_for_function("first => document.querySelector('#list [data-slug]').dataset.slug !== first", arg=first[0])
    assert not set(rows(page)) & set(first)
    assert inside(page, "#list")
    assert page.locator(".tl-card").is_visible()
    # The chosen event stands on the first page: its card leads back to it.
    page.locator(".tl-card .tl-textbutton").first.click()
    page.wait_for_function("() => document.activeElement.closest('#e-geneva-accords-1954')")
    assert rows(page) == first
    assert "page=" not in page.url
    assert page.evaluate("() => window.sameDocument") is True


@pytest.mark.parametrize("address", ["/vi/", "/en/?lanes=theme", "/vi/?lanes=none&event=geneva-accords-1954"])
@pytest.mark.parametrize("width", [390, 1920])
def test_a_page_stays_below_1500_elements(open_page, address, width):
    page = drawn(open_page(address, Face(width=width, height=1000)))
    assert page.evaluate("() => document.getElementsByTagName('*').length") < 1500


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_first_steps_come_once_and_move_nothing(open_page, key):
    page = drawn(open_page("/vi/", first_visit=True))
    steps = page.locator(".first-visit")
    steps.wait_for()
    assert steps.locator("li").count() == 3
    places = """() => ["sheet", "timeline", "list"].map((id) => JSON.stringify(document.getElementById(id).getBoundingClientRect()))"""
    page.locator(MARKS).first.press("Enter")
    page.locator(".tl-card").wait_for()
    steps.wait_for(state="hidden")
    page.keyboard.press("Escape")
    steps.wait_for()
    steps.get_by_role("button").focus()
    before = page.evaluate(places)
    page.keyboard.press(key)
    assert steps.count() == 0
    assert page.evaluate("() => document.activeElement.id") == "main"
    assert page.evaluate(places) == before
    page.reload()
    drawn(page)
    page.wait_for_load_state("networkidle")
    assert steps.count() == 0


def test_first_steps_are_not_on_paper_and_not_without_scripts(open_page):
    page = drawn(open_page("/vi/", first_visit=True))
    page.locator(".first-visit").wait_for()
    page.emulate_media(media="print")
    assert not page.locator(".first-visit").is_visible()
    page = open_page("/vi/", Face(scripts=False), first_visit=True)
    assert page.locator(".first-visit").count() == 0
