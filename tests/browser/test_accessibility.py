"""axe finds nothing on any kind of page, in both languages, on both grounds, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Face

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = {
    "timeline": ("/{}/", 200),
    "chosen event": ("/{}/?country=CN&theme=normalization&event=chengdu-talks-1990", 200),
    "empty": ("/{}/?country=KZ&to=1950", 200),
    "event": ("/{}/events/chengdu-talks-1990/", 200),
    "event with figures": ("/{}/events/soviet-chinese-arms-1955-1975/", 200),
    "index": ("/{}/countries/", 200),
    "person": ("/{}/people/do-muoi/", 200),
    "source": ("/{}/sources/pham-phuc-vinh-normalization/", 200),
    "about": ("/{}/about/", 200),
    "figures": ("/{}/figures/", 200),
    "disagreements": ("/{}/about/disagreements/", 200),
    "balance": ("/{}/about/balance/", 200),
    "lesson": ("/{}/lessons/road-to-chengdu/", 200),
    "report": ("/{}/events/chengdu-talks-1990/report/", 200),
    "proposal": ("/{}/propose/", 200),
    "share": ("/{}/share?country=CN", 200),
    "present": ("/{}/present?event=chengdu-talks-1990", 200),
    "present lesson": ("/{}/lessons/road-to-chengdu/present", 200),
    "embed": ("/{}/embed?country=CN", 200),
    "style guide": ("/{}/styleguide/", 200),
    "bad request": ("/{}/?from=abc", 400),
    "not found": ("/{}/events/no-such-event/", 404),
}


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_violation(open_page, language, scheme, width):
    face = Face(language=language, scheme=scheme, width=width, height=844 if width < 600 else 768)
    axe, visited, found = Axe(), 0, []
    page = open_page(f"/{language}/", face, tolerate=(400, 404))
    for name, (path, status) in PAGES.items():
        response = page.goto(page.url.split(f"/{language}/")[0] + path.format(language), wait_until="load")
        assert response.status == status
        if page.locator("[data-timeline]").count():
            page.locator(".tl-axis > *").first.wait_for(state="attached")
        result = axe.run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
        for violation in result.response["violations"]:
            nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
            found.append(f"{name}: {violation['id']}: {violation['help']}: {nodes}")
        visited += 1
    assert visited == len(PAGES)
    assert not found, "\n".join(found)


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
