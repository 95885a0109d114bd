"""Sharing, presenting and framing as a reader meets them, with scripts and without."""

import pytest

from tests.browser.conftest import Face

CHOSEN = "/en/?country=CN&event=chengdu-talks-1990"
ENGLISH = Face(language="en")


def test_the_dialog_shares_the_view_that_is_shown(open_page, site):
    page = open_page(CHOSEN, ENGLISH, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#facets input[name=theme][value=normalization]").check()
    page.wait_for_url("**theme=normalization**")
    page.get_by_role("button", name="Share").click()
    dialog = page.locator(".share-dialog[open]")
    address = dialog.locator("#share-address").input_value()
    assert address == page.url
    assert dialog.locator("img").evaluate("image => image.complete || image.decode().then(() => true)")
    dialog.get_by_role("button", name="Copy the link").click()
    dialog.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()") == address
    page.keyboard.press("Escape")
    assert page.locator(".share-dialog[open]").count() == 0
    page.locator("[data-share-link]").click()
    page.locator(".share-dialog[open] [data-close]").click()
    assert page.locator(".share-dialog[open]").count() == 0
    assert page.url == address


def test_keys_turn_the_slides_in_place_and_escape_leaves(open_page):
    page = open_page("/en/present?country=CN&theme=normalization", ENGLISH)
    page.evaluate("() => { window.stays = true; }")
    number = page.locator(".slide__number")
    count = number.inner_text().split(" / ")[1]
    for key, expected in [("ArrowRight", "2"), (" ", "3"), ("PageUp", "2"), ("End", count), ("Home", "1"), ("PageDown", "2")]:  # fmt: skip
        page.keyboard.press(key)
        page.wait_for_function("expected => document.querySelector('.slide__number').textContent === expected", arg=f"{expected} / {count}")  # fmt: skip
    assert page.evaluate("() => window.stays")
    title = page.locator("h1").inner_text()
    assert title in page.title()
    assert title in page.locator("#status").inner_text()
    slug = page.locator(".slide__way").get_attribute("href").split("/")[3]
    assert f"event={slug}" in page.url
    page.get_by_role("link", name="Next").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("count => document.querySelector('.slide__number').textContent === `3 / ${count}`", arg=count)  # fmt: skip
    assert page.evaluate("() => document.activeElement.dataset.turn") == "later"
    page.keyboard.press("Escape")
    page.wait_for_url("**/en/?country=CN&event=*")


@pytest.mark.parametrize("face", [Face(language="en", width=1366), Face(language="en", width=1920, height=1080)])
def test_no_slide_needs_scrolling_on_a_projector(open_page, face):
    page = open_page("/en/lessons/road-to-chengdu/present", face)
    sizes = []
    for _slide in range(4):
        sizes.append(page.evaluate("() => document.documentElement.scrollHeight - innerHeight"))
        number = page.locator(".slide__number").inner_text()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("n => document.querySelector('.slide__number').textContent !== n", arg=number)
    assert max(sizes) <= 0


def test_without_scripts_slides_are_pages(open_page):
    page = open_page("/vi/present?country=CN", Face(scripts=False))
    page.locator("[data-turn=later]").click()
    assert page.locator(".slide__number").inner_text().startswith("2 / ")
    assert not page.locator("[data-full]").is_visible()
    page.locator("[data-turn=leave]").click()
    page.locator("#list .is-selected").wait_for()


def test_a_frame_draws_the_view_and_leads_out_of_itself(open_page):
    page = open_page("/en/embed?country=CN", Face(language="en", width=600, height=400))
    page.locator(".tl-axis > *").first.wait_for(state="attached")
    page.get_by_role("button", name="Choose and order lanes").click()
    page.get_by_label("theme", exact=True).check()
    page.keyboard.press("Escape")
    with page.expect_popup() as opened:
        page.locator("#list a").first.click()
    assert "/en/events/" in opened.value.url
    opened.value.close()


@pytest.mark.parametrize(("host", "shown"), [("localhost", 0), ("127.0.0.1", 1)])
def test_only_the_site_itself_may_frame_it_unless_others_are_named(chromium, site, host, shown):
    context = chromium.new_context()
    page = context.new_page()
    framing = f"{site.replace('127.0.0.1', host)}/framing"
    page.route(framing, lambda route: route.fulfill(body=f'<iframe src="{site}/en/embed"></iframe>', content_type="text/html"))  # fmt: skip
    page.goto(framing, wait_until="load")
    count = page.frame_locator("iframe").locator(".embed__title").count()
    context.close()
    assert count == shown
