"""The automatic checks of docs/accessibility.md over every kind of page: one walk, each language, both grounds, both widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from tests.browser.access.pages import pages
from tests.browser.access.walk import walk_admin, walk_public
from tests.browser.admin_session import session_cookie
from tests.browser.conftest import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Check → how many things it looks at, at the least, on each page that is visited.
PUBLIC = {
    "axe": 40, "languages": 10, "headings": 1, "skip": 0.8, "focus": 4, "controls": 1, "colourAlone": 1, "targets": 1,
    "fits": 50, "still": 50, "forced": 0.5, "paper": 10,
}  # fmt: skip
ADMIN = {"axe": 40, "headings": 1, "skip": 1, "focus": 10, "controls": 1, "fits": 10}
ADMIN_PAGES = {
    "index": "/admin/",
    "list": "/admin/events/event/",
    "form": "/admin/events/event/1/change/",
    "sources": "/admin/events/source/",
    "import": "/admin/import/",
    "deleted": "/admin/deleted/",
}


@pytest.fixture(scope="module")
def public(site):
    return walk_public(site, LANGUAGES)


@pytest.fixture(scope="module")
def admin(chromium, site, site_environment):
    return walk_admin(chromium, site, session_cookie(site_environment, ROOT), ADMIN_PAGES)


def test_every_template_is_visited_in_every_language(public):
    assert public.visited == len(pages()) + (len(LANGUAGES) - 1) * len(pages(all_routes=False)) >= 35 + 2 * 27


@pytest.mark.parametrize("check", PUBLIC)
def test_nothing_is_found(public, check):
    assert public.seen[check] >= PUBLIC[check] * public.visited
    assert not public.found[check], "\n".join(public.found[check])


def test_words_are_read_under_pointer_and_focus(public):
    """Three pages that hold every component, each with all its states at once: part of the contrast that axe measures."""
    assert public.seen["states"] > 100


@pytest.mark.parametrize("check", ADMIN)
def test_nothing_is_found_in_the_admin(admin, check):
    assert admin.visited == len(ADMIN_PAGES)
    assert admin.seen[check] >= ADMIN[check] * admin.visited
    assert not admin.found[check], "\n".join(admin.found[check])


@pytest.mark.parametrize("ground", ["black-on-white", "white-on-black"])
def test_no_violation_on_the_grounds_of_high_contrast(open_page, ground):
    """The style guide holds every component; the choice stands in the header, stays on the device and is taken back there."""
    page = open_page("/vi/styleguide/")
    choice = page.locator("[data-ground-choice]")
    choice.select_option(ground)
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == choice.input_value() == ground
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    found = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in result.response["violations"]]
    assert not found, "\n".join(found)
    choice.select_option("")
    page.reload()
    assert page.locator("html").get_attribute("data-theme") is None
