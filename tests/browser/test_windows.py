"""A record too large to send: the drawing asks for one window after the other and stays itself while it does."""

import re

import pytest

from tests.browser.conftest import Face

MARKS = ".tl-labels .tl-mark"
ENGLISH = Face(language="en")


def drawn(page):
    page.locator(MARKS).first.wait_for()
    return page


def in_window(page) -> tuple[int, int]:
    """How many events the drawing says it draws, and of how many."""
    numbers = [int(number) for number in re.findall(r"\d+", page.locator(".tl-range__count").inner_text())]
    return (numbers[0], numbers[-1]) if numbers else (0, 0)


def settled(page) -> tuple[int, int]:
    """The words once they have stood still for half a second."""
    before = None
    for _turn in range(20):
        page.wait_for_timeout(500)
        now = page.locator(".tl-range").inner_text()
        if now == before:
            return in_window(page)
        before = now
    raise AssertionError("the window never comes to rest")


def shown(page) -> int:
    """Events that the marks and clusters of the only lane stand for."""
    return page.evaluate(
        """() => {
          const seen = [...document.querySelectorAll('.tl-labels > *')].filter((node) => node.checkVisibility({visibilityProperty: true}));
          const badges = seen.filter((node) => node.classList.contains('tl-cluster')).map((node) => Number(node.textContent));
          return seen.length - badges.length + badges.reduce((sum, count) => sum + count, 0);
        }"""
    )


@pytest.mark.parametrize("width", [390, 1366])
def test_zooming_in_brings_more_until_all_are_drawn(open_page, large_site, width):
    page = drawn(open_page(f"{large_site}/en/?lanes=none", Face(language="en", width=width)))
    assert int(page.locator("#sentence").get_attribute("data-count")) > 6000
    drawn_now, inside = settled(page)
    assert drawn_now < inside == int(page.locator("#sentence").get_attribute("data-count"))
    assert page.evaluate("() => document.getElementsByTagName('*').length") < 1500
    for _turn in range(14):
        if drawn_now == inside:
            break
        before = inside
        page.get_by_role("button", name="Zoom in").click()
        drawn_now, inside = settled(page)
        assert inside < before
        assert shown(page) == drawn_now
        assert page.evaluate("() => document.getElementsByTagName('*').length") < 1500
    assert drawn_now == inside > 0


def test_a_selection_outlives_the_way_through_the_windows(open_page, large_site):
    page = drawn(open_page(f"{large_site}/en/?event=geneva-accords-1954&lanes=none", ENGLISH))
    page.locator(".tl-card").wait_for()
    title = page.locator(".tl-card__title").inner_text()
    page.get_by_role("button", name="Zoom in").click()
    settled(page)
    page.get_by_role("button", name="Earlier").first.click()
    settled(page)
    assert page.locator(".tl-card__title").inner_text() == title
    assert "event=geneva-accords-1954" in page.url


def test_nothing_moves_when_the_answer_comes(open_page, large_site):
    """After a drag the marks that stood in the window stand where they were, whatever the server adds."""
    page = drawn(open_page(f"{large_site}/en/?lanes=none&t0=1960-01-01&t1=1975-12-31", ENGLISH))
    settled(page)
    box = page.locator(".tl-stage").bounding_box()
    x, y = box["x"] + box["width"] - 60, box["y"] + 120
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(20):
        page.mouse.move(x - 10 * step, y)
    page.wait_for_timeout(120)
    page.mouse.up()
    places = (
        "() => Object.fromEntries([...document.querySelectorAll('.tl-labels .tl-mark')]"
        ".filter((node) => node.checkVisibility({visibilityProperty: true}) && node.textContent)"
        ".map((node) => [node.dataset.event, [node.getBoundingClientRect().x, node.getBoundingClientRect().y, node.textContent]]))"
    )
    with page.expect_response(lambda answer: "/timeline/window?" in answer.url):
        page.wait_for_timeout(50)
        before = page.evaluate(places)
    settled(page)
    after = page.evaluate(places)
    assert len(before) > 3
    for event, place in before.items():
        assert after[event][2] == place[2]
        assert after[event][:2] == pytest.approx(place[:2], abs=1)


def test_the_keyboard_goes_beyond_the_window(open_page, large_site):
    page = drawn(open_page(f"{large_site}/en/?lanes=none&t0=1960-01-01&t1=1961-12-31", ENGLISH))
    settled(page)
    page.locator(f"{MARKS}[tabindex='0']").focus()
    first = page.locator(".tl-range").inner_text()
    for _turn in range(80):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(40)
        assert page.evaluate("() => Boolean(document.activeElement.closest('.tl-labels'))")
        if page.locator(".tl-range").inner_text() != first:
            break
    settled(page)
    assert page.locator(".tl-range").inner_text() != first
    assert page.evaluate("() => Boolean(document.activeElement.closest('.tl-labels'))")


def test_filter_and_search_act_on_the_whole(open_page, large_site):
    page = drawn(open_page(f"{large_site}/en/", ENGLISH))
    page.evaluate("() => { window.sameDocument = true; }")
    everything = int(page.locator("#sentence").get_attribute("data-count"))
    page.locator("#facets input[name=country][value=CN]").check()
    page.wait_for_function("all => Number(document.getElementById('sentence').dataset.count) < all", arg=everything)
    _drawn, inside = settled(page)
    assert inside == int(page.locator("#sentence").get_attribute("data-count"))
    page.locator("#search").fill("gap nhau tai thanh do")
    page.wait_for_function("() => location.search.includes('q=')")
    page.locator("#e-chengdu-talks-1990").wait_for()
    assert page.evaluate("() => window.sameDocument") is True


def test_a_server_that_fails_is_told_and_the_list_stands(open_page, large_site):
    page = drawn(open_page(f"{large_site}/en/?lanes=none", ENGLISH, tolerate=(503,)))
    settled(page)
    page.route("**/timeline/window?*", lambda route: route.fulfill(status=503, body="busy"))
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_text("The list below is complete").wait_for()
    assert page.locator("#list [data-slug]").count() > 10
