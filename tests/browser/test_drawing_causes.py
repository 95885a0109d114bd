"""Causes, the reading line, lanes moved by hand, full screen, and the wishes of a reader's device."""

from tests.browser.drawing_page import (
    FOCUSED,
    VISIBLE,
    address,
    assert_labels_stand_free,
    open_page,
    until,
    window_of,
)

__all__ = ["address", "open_page"]


def test_causes_by_keyboard(open_page):
    """c goes to the chain; following it moves focus and window; c goes on from there."""
    page = open_page("lang=en")
    slug = page.evaluate("demo.columns.slug.find((slug) => slug.startsWith('nixon-in-china'))")
    page = open_page(f"lang=en&event={slug}")
    page.wait_for_selector(".tl-card .tl-chain")
    assert page.locator(".tl-chain h3").all_text_contents() == ["What led to this", "What it led to"]
    assert page.locator(".tl-chain__debated").all_text_contents() == ["debated"]
    page.focus(f"{VISIBLE}[tabindex='0']")
    page.keyboard.press("c")
    until(page, "Boolean(document.activeElement.closest('.tl-chain'))")
    page.keyboard.press("Enter")
    until(page, f"({FOCUSED}).startsWith('Clash on the Ussuri')")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.keyboard.press("c")
    until(page, "document.activeElement.textContent.startsWith('Nixon')")
    page.keyboard.press("Escape")
    page.wait_for_selector(".tl-card", state="hidden")


def test_an_effect_outside_the_window_has_a_named_arrow(open_page):
    page = open_page("lang=en")
    slug = page.evaluate("demo.columns.slug.find((slug) => slug.startsWith('nixon-in-china'))")
    page = open_page(f"lang=en&event={slug}&t=719800,720000")
    arrows = page.locator(".tl-edge:visible")
    arrows.first.wait_for()
    assert {arrow.get_attribute("data-side") for arrow in arrows.all()} == {"left", "right"}
    whole = window_of(page)
    page.locator(".tl-edge[data-side=right]").click()
    until(page, f"document.querySelector('.tl-range > span').textContent !== {whole!r}")
    until(page, f"({FOCUSED}).startsWith('Paris')")


def test_reading_line_names_what_happens(open_page):
    """Under the pointer in every lane; by key it is spoken, lane after lane."""
    page = open_page("lang=en")
    box = page.locator(".tl-stage").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 200)
    page.wait_for_selector(".tl-heads.is-reading")
    assert any("‹" in text for text in page.locator(".tl-reading--last").all_text_contents())
    page.mouse.move(5, 5)
    page.wait_for_selector(".tl-heads:not(.is-reading)")
    page.focus(f"{VISIBLE}[tabindex='0']")
    page.keyboard.press("End")
    page.wait_for_timeout(700)
    page.keyboard.press("r")
    until(page, "document.querySelector('.tl-live[aria-live]').textContent.includes('before: ')")
    first = page.text_content(".tl-live[aria-live]")
    page.keyboard.press("r")
    until(page, f"document.querySelector('.tl-live[aria-live]').textContent !== {first!r}")


def test_lanes_are_dragged_into_another_order(open_page):
    page = open_page("lang=en")
    before = page.locator(".tl-head .tl-code").all_text_contents()
    first, third = page.locator(".tl-head").nth(0).bounding_box(), page.locator(".tl-head").nth(2).bounding_box()
    page.mouse.move(first["x"] + 20, first["y"] + 10)
    page.mouse.down()
    page.mouse.move(third["x"] + 20, third["y"] + 10, steps=6)
    page.mouse.up()
    until(page, f"document.querySelector('.tl-head .tl-code').textContent === {before[1]!r}")
    assert page.evaluate("calls.filter(([name]) => name === 'lanes').at(-1)[1]") == [
        before[1],
        before[2],
        before[0],
        *before[3:],
    ]


def test_box_zoom_and_full_screen(open_page):
    page = open_page("lang=en")
    box = page.locator(".tl-stage").bounding_box()
    whole = window_of(page)
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + 300, box["y"] + 120)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, box["y"] + 160, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    until(page, f"document.querySelector('.tl-range > span').textContent !== {whole!r}")
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.tl-probe')).fontSize)")
    page.focus(f"{VISIBLE}[tabindex='0']")
    page.keyboard.press("f")
    until(page, f"parseFloat(getComputedStyle(document.querySelector('.tl-probe')).fontSize) > {before * 1.2}")
    until(page, "document.querySelector('.tl').offsetWidth === innerWidth")
    page.wait_for_timeout(300)
    assert_labels_stand_free(page, least=2)
    page.click("[aria-label='Full screen, large type']")
    until(page, "!document.querySelector('.tl').classList.contains('is-full')")


def test_forced_colours_tell_chosen_and_focused_apart(open_page):
    page = open_page("lang=en", forced_colors="active")
    page.focus(f"{VISIBLE}[tabindex='0']")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_selector(".tl-card")
    look = """(node) => { const {color, outlineStyle, textDecorationLine} = getComputedStyle(node); return [color, outlineStyle, textDecorationLine]; }"""
    chosen = page.locator(".tl-mark.is-selected:visible").first.evaluate(look)
    plain = page.locator(".tl-mark:not(.is-selected):not(.tl-probe):visible").first.evaluate(look)
    assert chosen[0] != plain[0]
    assert "underline" in chosen[2]
    page.keyboard.press("Escape")
    until(page, "document.activeElement.matches('.tl-mark')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_no_motion_where_none_is_wanted(open_page):
    page = open_page("lang=en")
    for name in ("Zoom in", "Later", "Signs and keys"):
        page.click(f"[aria-label='{name}']")
        moving = "document.getAnimations().filter((one) => one.effect.getTiming().duration > 10).length"
        assert page.evaluate(moving) == 0
    page.keyboard.press("Escape")
    before = window_of(page)
    page.wait_for_timeout(300)
    assert window_of(page) == before


def test_nodes_stay_few(open_page):
    """However many events there are and wherever one zooms."""
    page = open_page("lang=en&n=5000")
    for _turn in range(8):
        page.click("[aria-label='Zoom in']")
        page.wait_for_timeout(40)
        assert page.evaluate("document.querySelectorAll('*').length") < 1500
