"""The search field with scripts on: suggestions by keyboard alone, in the picture and away from it, and without network."""

from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Face

OPTIONS = "#suggestions [role=option]"


def type_into(page, text: str):
    """Type as a reader does and wait for the list."""
    page.locator("#search").press_sequentially(text)
    page.locator(OPTIONS).first.wait_for()


def state(page) -> dict:
    return page.locator("#search").evaluate(
        "field => ({role: field.getAttribute('role'), open: field.getAttribute('aria-expanded'),"
        " active: document.getElementById(field.getAttribute('aria-activedescendant'))?.textContent ?? null,"
        " focused: document.activeElement === field})"
    )


def test_suggestions_by_keyboard_on_the_timeline(open_page):
    page = open_page("/vi/?country=CN", Face())
    page.locator(".tl-labels .tl-mark").first.wait_for()
    page.evaluate("() => { window.sameDocument = true; }")
    # The record is here already, so the list needs no network.
    type_into(page, "t")
    page.context.set_offline(True)
    page.keyboard.type("hanh do")
    page.wait_for_function("() => document.querySelector('#suggestion-0')?.textContent.includes('Thành Đô')")
    assert state(page) == {"role": "combobox", "open": "true", "active": None, "focused": True}
    assert page.locator(".search [role=status]").inner_text() == f"Gợi ý: {page.locator(OPTIONS).count()}"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    first = page.locator(OPTIONS).first
    assert state(page)["active"] == first.text_content()
    assert page.locator(f"{OPTIONS}[aria-selected=true]").count() == 1
    page.keyboard.press("Escape")
    assert state(page) == {"role": "combobox", "open": "false", "active": None, "focused": True}
    assert page.locator("#search").input_value() == "thanh do"
    page.context.set_offline(False)
    page.keyboard.press("ArrowUp")
    page.locator(OPTIONS).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search === '?country=CN&event=chengdu-talks-1990'")
    assert "Thành Đô" in page.locator(".tl-card").inner_text()
    page.wait_for_function("() => document.querySelector('#list .is-selected')?.dataset.slug === 'chengdu-talks-1990'")
    type_into(page, "xô viết")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('country=CN&country=SUHH')")
    page.wait_for_function("() => document.querySelectorAll('#chips a').length >= 2")
    assert page.locator("#search").input_value() == ""
    assert page.evaluate("() => window.sameDocument") is True


def test_suggestions_away_from_the_timeline(open_page):
    page = open_page("/en/about/", Face(language="en", width=390, height=844))
    type_into(page, "ussr")
    assert page.locator(OPTIONS).first.inner_text().split("\n") == ["Soviet Union", "Country"]
    found = Axe().run(
        page, options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}
    )
    assert not found.response["violations"]
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.locator(OPTIONS).first.click()
    page.wait_for_url("**/en/?country=SUHH")
    page.go_back()
    type_into(page, "chengdu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/?q=*chengdu")
    assert page.locator(".best__title").first.is_visible()
