"""One walk for all checks: every kind of page is loaded once per language, then turned to each ground and width."""

from collections import Counter, defaultdict
from pathlib import Path

import axe_playwright_python

from .pages import pages

HERE = Path(__file__).parent
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
CHECKS = (HERE / "page_checks.js").read_text()
WIDE, NARROW, SMALLEST = ({"width": w, "height": h} for w, h in ((1366, 768), (390, 844), (320, 256)))
# What else than the widths depends on the ground.
COLOURS = ["color-contrast", "link-in-text-block"]


class Walk:
    """What was found, by check; `seen` counts the things that each check looked at, `visited` the pages."""

    def __init__(self, chromium, **options):
        self.found: dict[str, list[str]] = defaultdict(list)
        self.seen: Counter[str] = Counter()
        self.titles: dict[str, str] = {}
        self.where = ""
        self.visited = 0
        context = chromium.new_context(viewport=WIDE, reduced_motion="reduce", **options)
        context.add_init_script("try { localStorage.setItem('first-visit', 'done'); } catch {}")
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)

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
        """All rules at both widths and what depends on colours on both grounds of each."""
        page = self.page
        self.ask("axe")
        self.ask("controls")
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        self.ask("axe", COLOURS)
        self.ask("controls")
        page.set_viewport_size(NARROW)
        self.ask("axe")
        self.ask("targets")
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self.ask("axe", COLOURS)
        self.ask("focus")

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
            for aid in ("spacing", "twice"):
                page.evaluate(f"() => access.{aid}(true)")
                self.ask("fits", said=f"{aid} {size['width']}")
                page.evaluate(f"() => access.{aid}(false)")

    def under_hand_and_key(self) -> None:
        """The contrast of words while everything is pointed at, pressed, or has the focus, on both grounds."""
        page = self.page
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for state in (":hover", ":focus-visible", ":active"):
                changed = page.evaluate("state => access.as(state)", state)
                self.ask("axe", ["color-contrast"], f"{scheme} {state}")
                page.evaluate("() => access.asItWas()")
                self.seen["states"] += changed
        page.emulate_media(color_scheme="light", reduced_motion="reduce")

    def as_the_device_asks(self) -> None:
        page = self.page
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        self.ask("forced")
        page.emulate_media(forced_colors="none", media="print", reduced_motion="reduce")
        self.ask("paper")
        page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")

    def ask(self, check: str, given=None, said: str = "") -> None:
        faults, count = self.page.evaluate("([check, given]) => access[check](given)", [check, given])
        self.note(check, [f"{said} {fault}".strip() for fault in faults], count)

    def note(self, check: str, faults: list[str], count: int = 0) -> None:
        self.found[check] += [f"{self.where}: {fault}" for fault in faults]
        self.seen[check] += count


def walk_public(chromium, site: str, languages: list[str]) -> Walk:
    """Every kind of page in every language; colours do not know languages, so states are tried in the first."""
    walk = Walk(chromium, has_touch=True)
    for language in languages:
        for name, (path, status) in pages().items():
            walk.visit(f"{language} {name}", f"{site}/{language}/{path}", status)
            if language == languages[0] and name in ("styleguide", "timeline", "event"):
                walk.under_hand_and_key()
    walk.page.context.close()
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
