"""A reader's message in a real browser: with and without scripts, on a telephone, with mistakes and without."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Face
from tests.browser.test_accessibility import TAGS


def send(page, status):
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        page.locator(".reader-form button").click()
    assert answer.value.status == status
    page.wait_for_load_state()


@pytest.mark.parametrize("face", [Face("vi", "dark", 390, 844), Face("en", scripts=False)], ids=str)
def test_a_mistake_is_told_and_mended(open_page, face):
    page = open_page(f"/{face.language}/propose/", face, tolerate=(400,))
    page.locator("[name=title]").fill("Đường bay thẳng <b>đầu tiên</b>")
    page.locator("[name=date]").fill("1990-09-31")
    page.locator("[name=text]").fill("Hai dòng\nchữ")
    send(page, 400)
    assert page.locator("[role=alert]").is_visible()
    assert page.locator("[name=date]").get_attribute("aria-invalid") == "true"
    assert page.locator("[name=text]").input_value() == "Hai dòng\nchữ"
    assert page.locator("main b").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= face.width
    if face.scripts:
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        assert not found, [violation["id"] for violation in found]
    page.locator("[role=alert] a").first.click()
    assert page.evaluate("document.activeElement.name") == "date"
    page.locator("[name=date]").fill("1990~")
    page.locator("[name=source_text]").fill("Báo, tr. 3")
    send(page, 303)
    assert page.url.endswith("/propose/?sent=1")
    assert page.locator(".reader-form").count() == 0
    assert page.context.cookies() == []


def test_the_trap_is_out_of_sight_and_out_of_reach(open_page):
    page = open_page("/en/events/chengdu-talks-1990/")
    page.locator("a[href$='/report/']").click()
    page.wait_for_url("**/report/")
    box = page.locator("[name=website]").evaluate("field => field.parentElement.getBoundingClientRect().width")
    assert box <= 1
    page.locator("[name=text]").focus()
    visited = []
    for _key in range(3):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.name || document.activeElement.type"))
    assert visited[:2] == ["source_text", "submit"]
