"""The drawing under the reader's hands: keys, mouse and fingers on the developer page, with its made-up record."""

import pytest

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


@pytest.mark.parametrize("count", [0, 1000])
def test_picture_is_one_tab_stop(open_page, count):
    """Ten events or a thousand: one Tab goes in, one goes out to the strip."""
    page = open_page(f"lang=en&n={count}")
    page.focus("[aria-label='Signs and keys']")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "tl-mark"
    page.keyboard.press("Tab")
    assert "tl-handle" in page.evaluate("document.activeElement.className")


def test_keyboard_journey(open_page):
    """From mark to mark, to another lane, in and out, open, close: the focus comes back to the mark."""
    page = open_page()
    page.focus(f"{VISIBLE}[tabindex='0']")
    page.keyboard.press("Home")
    first = page.evaluate(FOCUSED)
    page.keyboard.press("ArrowRight")
    until(page, f"({FOCUSED}) !== {first!r}")
    page.keyboard.press("ArrowDown")
    until(page, f"({FOCUSED}).includes('Soviet Union')")
    whole = window_of(page)
    page.keyboard.press("+")
    until(page, f"document.querySelector('.tl-range > span').textContent !== {whole!r}")
    here = page.evaluate(FOCUSED)
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('.tl-card__open')")
    assert page.evaluate("calls.at(-1)[0]") == "select"
    page.keyboard.press("Escape")
    until(page, f"({FOCUSED}) === {here!r}")
    assert page.evaluate("calls.at(-1)") == ["select", None]
    page.keyboard.press("?")
    assert page.evaluate("document.querySelector('.tl-dialog--help').open")


def test_every_event_of_a_lane_can_be_reached(open_page):
    """Also those that stand inside clusters: the focus brings each out."""
    page = open_page()
    page.focus(f"{VISIBLE}[tabindex='0']")
    page.keyboard.press("Home")
    until(page, f"({FOCUSED}).startsWith('People’s Republic')")
    seen = [page.evaluate("Number(document.activeElement.dataset.event)")]
    for _ in range(18):
        page.keyboard.press("ArrowRight")
        until(page, f"Number(document.activeElement.dataset.event) !== {seen[-1]}")
        seen.append(page.evaluate("Number(document.activeElement.dataset.event)"))
    assert len(set(seen)) == 19
    assert seen == sorted(seen)


@pytest.mark.parametrize("query", ["lang=vi", "lang=en&n=2000", "lang=vi&lanes=none", "lang=en&lanes=theme"])
@pytest.mark.parametrize("width", [320, 390, 1366])
def test_labels_neither_touch_nor_leave_the_page(open_page, query, width):
    page = open_page(query, width=width)
    assert_labels_stand_free(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1366])
def test_text_of_twice_the_size(open_page, width):
    """Rows grow with the type; nothing is cut, nothing touches."""
    page = open_page("lang=vi", width=width)
    before = page.evaluate("document.querySelector('.tl-mark:not(.tl-probe)').offsetHeight")
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    until(page, f"document.querySelector('.tl-mark:not(.tl-probe)').offsetHeight > {before * 1.6}")
    assert_labels_stand_free(page, least=3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_targets_are_large_enough(open_page):
    """24 pixels at least, on a phone the buttons of the bar 44."""
    page = open_page("lang=vi", width=390, has_touch=True, is_mobile=True)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.tl button, .tl [role=slider]')]
            .filter((node) => node.checkVisibility({visibilityProperty: true}))
            .map((node) => [node.className, node.offsetWidth, node.offsetHeight])"""
    )
    assert all(width >= 24 and height >= 24 for _, width, height in sizes), sizes
    assert all(width >= 44 and height >= 44 for name, width, height in sizes if name == "tl-button")


def test_mouse_moves_the_window(open_page):
    """Ctrl and wheel zooms, the plain wheel is the page's own, dragging pans and is no click."""
    page = open_page()
    box = page.locator(".tl-stage").bounding_box()
    whole = window_of(page)
    page.mouse.move(box["x"] + 600, box["y"] + 300)
    page.mouse.wheel(0, 20)
    assert page.is_visible(".tl-hint")
    assert window_of(page) == whole
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    until(page, f"document.querySelector('.tl-range > span').textContent !== {whole!r}")
    before = window_of(page)
    mark = page.locator(VISIBLE).first.bounding_box()
    page.mouse.move(mark["x"] + 10, mark["y"] + 8)
    page.mouse.down()
    page.mouse.move(mark["x"] - 200, mark["y"] + 8, steps=5)
    page.mouse.up()
    until(page, f"document.querySelector('.tl-range > span').textContent !== {before!r}")
    assert page.is_hidden(".tl-card")


def test_cluster_opens(open_page):
    """A counted cluster zooms in where time can part its events."""
    page = open_page()
    whole = window_of(page)
    page.locator(".tl-cluster:visible").first.click()
    until(page, f"document.querySelector('.tl-range > span').textContent !== {whole!r}")


def test_nothing_matches(open_page):
    """An empty picture says what to do next."""
    page = open_page("lang=en&theme=no-such-theme")
    assert page.text_content(".tl-empty") == "No event matches. Remove a filter."


def test_announcements_are_few_and_short(open_page):
    """Twenty quick moves: not more than two announcements a second."""
    page = open_page()
    page.evaluate(
        """() => {
            window.spoken = [];
            const live = document.querySelector('.tl-live[aria-live]');
            new MutationObserver(() => spoken.push([performance.now(), live.textContent]))
                .observe(live, {childList: true, characterData: true, subtree: true});
        }"""
    )
    for _ in range(20):
        page.click("[aria-label='Zoom in']")
        page.click("[aria-label='Earlier']")
    page.wait_for_timeout(1200)
    spoken = page.evaluate("spoken")
    assert spoken
    assert all(0 < len(text) <= 120 for _, text in spoken)
    times = [at for at, _ in spoken]
    assert all(later - earlier >= 490 for earlier, later in zip(times, times[1:], strict=False))


# Moves through random windows and measures each as it was drawn: texts that touch another, are cut, or leave the stage.
RANDOM_WINDOWS = """async ([count, seed]) => {
  let state = seed;
  const dice = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const [first, last] = demo.columns.extent;
  const faults = [];
  let texts = 0;
  await frame();
  for (let turn = 0; turn < count; turn += 1) {
    const days = Math.exp(Math.log(30) + dice() * (Math.log(last - first) - Math.log(30)));
    const t0 = Math.floor(first + dice() * Math.max(1, last - first - days));
    drawing.setWindow(t0, Math.floor(t0 + days));
    await frame();
    const stage = document.querySelector(".tl-stage").getBoundingClientRect();
    const boxes = [...document.querySelectorAll(".tl-mark:not(.tl-probe), .tl-cluster")]
      .filter((node) => node.textContent && !node.classList.contains("is-away") && node.checkVisibility({visibilityProperty: true}))
      .map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return {text: node.textContent, words: range.getBoundingClientRect(), own: node.getBoundingClientRect()};
      });
    texts += boxes.length;
    boxes.forEach(({text, words, own}, i) => {
      if (words.left < stage.left - 1 || words.right > stage.right + 1) faults.push(`${text} leaves the stage`);
      if (words.left < own.left - 1 || words.right > own.right + 1) faults.push(`${text} is cut`);
      for (const other of boxes.slice(0, i)) {
        const apart = words.left >= other.words.right || other.words.left >= words.right
          || words.top + 2 >= other.words.bottom - 2 || other.words.top + 2 >= words.bottom - 2;
        if (!apart) faults.push(`${text} touches ${other.text}`);
      }
    });
  }
  return [texts, faults];
}"""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("lanes", ["", "none", "theme"])
def test_labels_stand_free_in_random_windows(open_page, language, lanes):
    """Eighteen times seventeen windows, from a month to the whole record, measured from the boxes that were drawn."""
    page = open_page(f"lang={language}&n=400&lanes={lanes}", width=390)
    for width in (390, 1366, 1920):
        page.set_viewport_size({"width": width, "height": page.viewport_size["height"]})
        texts, faults = page.evaluate(RANDOM_WINDOWS, [17, 1954 + width + len(lanes)])
        assert texts > 17 * 3
        assert faults == []
