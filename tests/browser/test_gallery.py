"""The developers' gallery: every hard case is drawn, and its picture is the golden one.

A changed picture is written beside the golden one as `<case>.changed.svg`. Look at both; when the new one is meant, record:
RECORD_GOLDENS=1 .venv/bin/python -m pytest tests/browser/test_gallery.py
"""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from events.views.drawing_cases import CASES
from tests.browser.conftest import ROOT, Face
from tests.browser.test_accessibility import TAGS

ADDRESS = "/styleguide/drawing/"
GOLDEN = ROOT / "tests" / "js" / "golden"
SMALL = 40_000
RECORDING = os.environ.get("RECORD_GOLDENS") == "1"


def until_drawn(page):
    page.wait_for_selector("[data-case=long-titles] .tl-mark:visible")


@pytest.fixture(scope="module")
def pictures(chromium, site):
    """Every case's picture, made in the page itself with a fixed type."""
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site}{ADDRESS}?language=en")
    until_drawn(page)
    found = page.evaluate(
        """async () => {
            const {goldenPicture} = await import("/static/js/timeline/gallery/goldens.js");
            return Object.fromEntries(Object.keys(gallery.cases).map((slug) => [slug, goldenPicture(gallery, slug)]));
        }"""
    )
    context.close()
    return found


@pytest.mark.parametrize("slug", [case.slug for case in CASES])
def test_golden_picture(pictures, slug):
    golden, changed = GOLDEN / f"{slug}.svg", GOLDEN / f"{slug}.changed.svg"
    picture = pictures[slug]
    changed.unlink(missing_ok=True)
    assert len(picture) < SMALL
    if RECORDING:
        golden.write_text(picture, encoding="utf-8")
    elif not golden.exists() or golden.read_text(encoding="utf-8") != picture:
        changed.write_text(picture, encoding="utf-8")
        pytest.fail(f"{slug} is drawn differently: compare {golden.relative_to(ROOT)} and {changed.name}")


def test_no_golden_picture_is_left_over():
    assert {path.stem for path in GOLDEN.glob("*.svg") if ".changed" not in path.name} == {case.slug for case in CASES}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_case_is_drawn(open_page, language):
    page = open_page(f"{ADDRESS}?language={language}", Face(language=language))
    until_drawn(page)
    for case in CASES:
        section = page.locator(f"[data-case={case.slug}]")
        assert section.locator(".gallery__name").text_content() == (case.vi if language == "vi" else case.en)
        drawn = section.locator(".tl-mark:not(.tl-probe):visible, .tl-cluster:visible, .tl-empty:visible").count()
        assert drawn > 0, case.slug
    assert page.get_attribute("meta[name=robots]", "content") == "noindex"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
def test_gallery_is_accessible(open_page, scheme, width):
    page = open_page(f"{ADDRESS}?language=en", Face(language="en", scheme=scheme, width=width))
    until_drawn(page)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    assert not [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]
