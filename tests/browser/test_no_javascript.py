"""With scripts off, ticking boxes gives a list, counts and an address that agree; a fresh profile sees the same."""

import json
import urllib.request

import pytest

from tests.browser.conftest import Face

WITHOUT_SCRIPTS = Face(scripts=False)


def slugs_of(page) -> list[str]:
    return page.locator("#list [data-slug]").evaluate_all("rows => rows.map(row => row.dataset.slug)")


def api_slugs(site, query) -> list[str]:
    with urllib.request.urlopen(f"{site}/api/v1/events?{query}&limit=200") as answer:
        return [event["slug"] for event in json.load(answer)["results"]]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_ticking_countries_and_a_theme(open_page, site, language):
    face = Face(language=language, scripts=False)
    page = open_page(f"/{language}/", face)
    for name, value in [("country", "CN"), ("country", "SUHH"), ("theme", "sino-soviet-split")]:
        box = page.locator(f"#facets input[name={name}][value={value}]")
        if not box.is_visible():
            box.locator("xpath=ancestor::details[1]/summary").click()
        box.check()
    page.locator("#facets [type=submit]").first.click()
    page.wait_for_url("**theme=sino-soviet-split**")
    address = page.url
    found = slugs_of(page)
    assert found
    assert found == api_slugs(site, "country=CN&country=SUHH&theme=sino-soviet-split")
    assert page.locator("#sentence").get_attribute("data-count") == str(len(found))
    assert str(len(found)) in page.locator("#sentence").inner_text()
    assert page.locator("#chips a").count() >= 3
    for value in ("CN", "SUHH"):
        assert page.locator(f"#facets input[name=country][value={value}]").is_checked()
    fresh = open_page(address.removeprefix(site), face)
    assert slugs_of(fresh) == found
    assert fresh.locator("#sentence").inner_text() == page.locator("#sentence").inner_text()


def test_a_chip_takes_its_part_of_the_view_away(open_page):
    page = open_page("/en/?country=CN&theme=energy", WITHOUT_SCRIPTS)
    before = int(page.locator("#sentence").get_attribute("data-count"))
    page.locator("#chips a").first.click()
    page.wait_for_load_state()
    assert int(page.locator("#sentence").get_attribute("data-count")) > before
    assert "country=CN" not in page.url


def test_every_published_event_is_on_the_page(open_page, site):
    page = open_page("/vi/", WITHOUT_SCRIPTS)
    found = slugs_of(page)
    while page.locator("#list [rel=next]").count():
        page.locator("#list [rel=next]").click()
        page.wait_for_load_state()
        found += slugs_of(page)
    assert found == api_slugs(site, "")


def test_a_value_that_would_find_nothing_cannot_be_ticked(open_page):
    page = open_page("/vi/?country=KZ", WITHOUT_SCRIPTS)
    disabled = page.locator("#facets input[name=theme]:disabled")
    assert disabled.count() > 0
