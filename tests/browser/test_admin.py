"""Editing in a browser: the date picker, keys, the conflict page; axe finds nothing on the pages of events."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.admin_session import session_key
from tests.browser.conftest import ROOT, Face

LIST = "/admin/events/event/"
IN_ENGLISH = Face(language="en")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session")
def session(site, site_environment):
    return session_key(site_environment, ROOT)


@pytest.fixture
def open_admin(open_page, session, site):
    """Open a page of the admin with an editor's session."""

    def opener(path, face=IN_ENGLISH, **options):
        cookie = {"name": "sessionid", "value": session, "domain": "127.0.0.1", "path": "/", "expires": -1,
                  "httpOnly": True, "secure": False, "sameSite": "Lax"}  # fmt: skip
        return open_page(path, face, storage_state={"cookies": [cookie], "origins": []}, **options)

    return opener


def event_form(open_admin, **options):
    page = open_admin(f"{LIST}?q=chengdu", **options)
    page.get_by_role("link", name="leaders meet in Chengdu").click()
    return loaded(page)


def loaded(page):
    page.locator("#id_date").wait_for()
    page.wait_for_load_state("load")
    return page


def test_the_picker_writes_the_date(open_admin):
    page = event_form(open_admin)
    picker = page.locator(".field-date .date-picker")
    picker.locator("summary").click()
    picker.locator('[value="interval"]:checked').wait_for()
    assert picker.locator('[data-part="end"] [data-field="day"]').input_value() == "4"
    picker.locator('input[value="date"]').check()
    picker.locator('[data-part="start"] [data-field="day"]').fill("")
    picker.locator('[data-part="start"] [data-field="about"]').check()
    assert page.locator("#id_date").input_value() == "1990-09~"
    page.get_by_text("khoảng tháng 9 năm 1990").wait_for()
    assert "c. September 1990" in page.locator("output.date-preview").first.inner_text()
    picker.locator('[data-part="start"] [data-field="unit"]').select_option("decade")
    assert page.locator("#id_date").input_value() == "199X~"


def test_the_loser_takes_the_record_or_keeps_the_own_text_and_saves_by_key(open_admin):
    mine, theirs = (event_form(open_admin, tolerate=(409,)) for _number in range(2))
    for page, words in ((theirs, "Talks at Chengdu, theirs"), (mine, "Talks in Chengdu, mine")):
        page.locator("#id_title_en").fill(words)
        page.locator("#id_reason").fill("A better title.")
        page.keyboard.press("Control+s")
        page.wait_for_load_state("load")
    panel = mine.locator("[data-conflict]")
    panel.wait_for()
    assert mine.locator("#id_title_en").input_value() == "Talks in Chengdu, mine"
    assert panel.locator("del").first.inner_text() == "at"
    panel.get_by_role("button", name="Take the record's").first.click()
    assert mine.locator("#id_title_en").input_value() == "Talks at Chengdu, theirs"
    panel.get_by_role("button", name="Keep mine").first.click()
    assert mine.locator("#id_title_en").input_value() == "Talks in Chengdu, mine"
    mine.keyboard.press("Control+s")
    mine.locator(".messagelist .success").wait_for()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1366), ("dark", 390)])
def test_axe_finds_nothing(open_admin, scheme, width):
    face = Face(language="vi", scheme=scheme, width=width, height=844 if width < 600 else 768)
    found, axe = [], Axe()
    # axe tries out styles of its own, which the content policy would report; select2 is the stock admin's.
    page = open_admin(LIST + "?look=differs", face, bypass_csp=True)
    for name in ("list", "form"):
        if name == "form":
            page.locator("#result_list tbody th a").first.click()
            loaded(page).locator(".field-date .date-picker summary").click()
        options = {"runOnly": {"type": "tag", "values": TAGS}}
        result = axe.run(page, context={"exclude": [[".select2-container ul"]]}, options=options)
        for violation in result.response["violations"]:
            nodes = "; ".join(node["html"][:400] for node in violation["nodes"][:3])
            found.append(f"{name}: {violation['id']}: {violation['help']}: {nodes}")
    assert not found, "\n".join(found)
    too_wide = "() => [...document.querySelectorAll('.inline-related')].filter((part) => part.scrollWidth > part.clientWidth).length"
    assert page.evaluate(too_wide) == 0, "a part of the event is wider than its frame"
