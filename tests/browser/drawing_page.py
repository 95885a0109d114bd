"""What the tests of the drawing share: the developer page with its made-up record, in a real browser."""

import threading

import pytest

from tests.js.serve import make_server

FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
VISIBLE = ".tl-mark:visible"


@pytest.fixture(scope="module")
def address():
    with make_server() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/tests/js/demo.html"
        server.shutdown()


@pytest.fixture
def open_page(chromium, address):
    """Open the developer page; any script error fails the test."""
    contexts = []
    faults = []

    def open_(query="lang=en", width=1366, height=768, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}?{query}")
        page.wait_for_selector(f"{VISIBLE}, .tl-empty:visible")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not faults


def until(page, expression, tries=100):
    """Wait for a script expression to hold; the page's policy forbids Playwright's own way of waiting."""
    for _ in range(tries):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(30)
    raise AssertionError(f"never came true: {expression}")


def window_of(page):
    return page.text_content(".tl-range > span")


def assert_labels_stand_free(page, least=5):
    """No text touches another, none leaves the stage; measured as the browser drew them, clusters included."""
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('.tl-mark:not(.tl-probe), .tl-cluster')]
            .filter((node) => node.textContent && node.checkVisibility({visibilityProperty: true}))
            .map((node) => {
                const range = document.createRange();
                range.selectNodeContents(node);
                const {left, top, right, bottom} = range.getBoundingClientRect();
                const box = node.getBoundingClientRect();
                return [left, top + 2, right, bottom - 2, box.left, box.top, box.right, box.bottom];
            })"""
    )
    assert len(boxes) > least
    stage = page.evaluate("document.querySelector('.tl-stage').getBoundingClientRect().toJSON()")
    for i, (left, top, right, bottom, *own) in enumerate(boxes):
        assert left >= stage["left"] - 1
        assert right <= stage["right"] + 1
        cut = left < own[0] - 1 or right > own[2] + 1 or top < own[1] - 1 or bottom > own[3] + 1
        assert not cut, f"a button of {own} cuts its text"
        for other in boxes[:i]:
            apart = left >= other[2] or other[0] >= right or top >= other[3] or other[1] >= bottom
            assert apart, f"{boxes[i]} touches {other}"
