"""One walk for all checks: every kind of page is loaded once per language, then turned to each ground and width."""

import os
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM_FLAGS, chromium_program

from .pages import pages

HERE = Path(__file__).parent
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
CHECKS = (HERE / "page_checks.js").read_text()
WIDE, NARROW, SMALLEST = ({"width": w, "height": h} for w, h in ((1366, 768), (390, 844), (320, 256)))


class Walk:
    """What was found, by check; `seen` counts the things that each check looked at, `visited` the pages."""

    def __init__(self, chromium, **options):
        self.found: dict[str, list[str]] = defaultdict(list)
        self.seen: Counter[str] = Counter()
        self.titles: dict[str, str] = {}
        self.where = ""
        self.all_grounds = True
        self.visited = 0
        context = chromium.new_context(viewport=WIDE, reduced_motion="reduce", service_workers="block", **options)
        context.add_init_script("try { localStorage.setItem('first-visit', 'done'); } catch {}")
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)
        self.device = context.new_cdp_session(self.page)

    def visit(self, where: str, address: str, status: int = 200) -> None:
        self.load(where, address, status)
        self.as_loaded()
        self.on_grounds_and_widths()
        self.with_larger_type()
        self.as_the_device_asks()

    def load(self, where: str, address: str, status: int) -> None:
        self.where = where
        page = self.page
        answer = page.goto(address, wait_until="load")
        assert answer.status == status, f"{address} answered {answer.status}"
        if page.locator("[data-timeline]").count():
            page.locator(".timeline.is-drawn").wait_for()
        self.visited += 1
        title = page.title()
        self.note("headings", [f"has the title of {self.titles[title]}"] if title in self.titles else [])
        self.titles[title] = self.where
        page.evaluate(AXE + CHECKS)

    def as_loaded(self) -> None:
        for check in ("languages", "headings", "colourAlone", "still"):
            self.ask(check)
        if self.page.locator("header").count():
            self.skip()
        else:
            self.page.keyboard.press("Tab")
        self.ask("focus")

    def skip(self) -> None:
        """The first Tab shows the link, Enter leads into the main part."""
        page = self.page
        page.keyboard.press("Tab")
        first = page.evaluate(
            "() => document.activeElement.matches('a[href^=\"#\"]') && document.activeElement.getBoundingClientRect().top >= 0"
        )
        page.keyboard.press("Enter")
        inside = "() => document.activeElement.closest('main') !== null"
        if not (led := page.evaluate(inside)):
            page.keyboard.press("Tab")
            led = page.evaluate(inside)
        self.note("skip", [] if first and led else ["the first Tab leads to no link into the main part"], 1)

    def on_grounds_and_widths(self) -> None:
        """All rules at both widths, one on each ground; in the first language also what depends on colours on the other."""
        page = self.page
        for size, schemes in ((WIDE, ("light", "dark")), (NARROW, ("dark", "light"))):
            page.set_viewport_size(size)
            self.touch(size is NARROW)
            for scheme in schemes:
                page.emulate_media(color_scheme=scheme)
                self.ask("controls")
                if scheme == schemes[0] or self.all_grounds:
                    self.ask("axe", "colours" if scheme != schemes[0] else None, f"{scheme} {size['width']}")
        self.ask("targets")
        self.ask("focus")
        self.touch(False)

    def touch(self, on: bool) -> None:
        """The narrow page is under a finger, the wide one under a mouse."""
        self.device.send("Emulation.setTouchEmulationEnabled", {"enabled": on})

    def with_larger_type(self) -> None:
        page = self.page
        self.ask("fits")
        rows = "() => document.querySelectorAll('#list [data-slug]').length"
        before = page.evaluate(rows)
        for size in (SMALLEST, NARROW, WIDE):
            page.set_viewport_size(size)
            if size is SMALLEST:
                self.ask("fits", said="320")
                self.note("fits", [] if page.evaluate(rows) == before else ["the narrow page lists other events"])
                continue
            # Type of twice the size is asked of the wide page; the narrow one is that of a screen at 350 %.
            for aid in ("spacing", "twice") if size is WIDE else ("spacing",):
                page.evaluate(f"() => access.{aid}(true)")
                self.ask("fits", said=f"{aid} {size['width']}")
                page.evaluate(f"() => access.{aid}(false)")

    def under_hand_and_key(self) -> None:
        """The contrast of words while everything is pointed at, pressed, or has the focus, on both grounds."""
        page = self.page
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for state in (":hover", ":focus-visible", ":active"):
                changed = page.evaluate("state => access.as(state)", state)
                self.ask("axe", "colours", f"{scheme} {state}")
                page.evaluate("() => access.asItWas()")
                self.seen["states"] += changed
        page.emulate_media(color_scheme="light")

    def as_the_device_asks(self) -> None:
        page = self.page
        page.emulate_media(forced_colors="active")
        self.ask("forced")
        page.emulate_media(forced_colors="none", media="print")
        self.ask("paper")
        page.emulate_media(media="screen", color_scheme="light")

    def ask(self, check: str, given=None, said: str = "") -> None:
        faults, count = self.page.evaluate("([check, given]) => access[check](given)", [check, given])
        self.note(check, [f"{said} {fault}".strip() for fault in faults], count)

    def join(self, other: "Walk") -> None:
        for check, faults in other.found.items():
            self.found[check] += faults
        self.found["headings"] += [
            f"{title} stands in two languages" for title in self.titles.keys() & other.titles.keys()
        ]
        self.titles |= other.titles
        self.seen += other.seen
        self.visited += other.visited

    def note(self, check: str, faults: list[str], count: int = 0) -> None:
        self.found[check] += [f"{self.where}: {fault}" for fault in faults]
        self.seen[check] += count


def walk_public(site: str, languages: list[str]) -> Walk:
    """Every kind of page in every language, each language in a browser of its own, as many at a time as there are cores."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as cores:
        walks = list(cores.map(lambda language: walk_language(site, language, language == languages[0]), languages))
    for other in walks[1:]:
        walks[0].join(other)
    return walks[0]


def walk_language(site: str, language: str, first: bool) -> Walk:
    """Colours know no language: states, and the other ground at each width, are tried in the first."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program(), args=CHROMIUM_FLAGS)
        walk = Walk(browser)
        walk.all_grounds = first
        for name, (path, status) in pages(all_routes=first).items():
            walk.visit(f"{language} {name}", f"{site}/{language}/{path}", status)
            if first and name in ("styleguide", "timeline", "event"):
                walk.under_hand_and_key()
        browser.close()
    return walk


def walk_admin(chromium, site: str, cookie: dict, paths: dict[str, str]) -> Walk:
    """What editors meet; Django's own admin has no print or forced colours to answer for."""
    walk = Walk(chromium, storage_state={"cookies": [cookie], "origins": []})
    for where, path in paths.items():
        walk.load(where, site + path, 200)
        walk.ask("headings")
        walk.skip()
        walk.ask("focus")
        walk.on_grounds_and_widths()
        walk.page.set_viewport_size(SMALLEST)
        walk.ask("fits")
        walk.page.set_viewport_size(WIDE)
    walk.page.context.close()
    return walk
