"""The content policy holds: a browser that walks through the site meets no violation."""

import os
import urllib.request
from xml.etree import ElementTree

from tests.browser.conftest import note_console

MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
EVENT = "chengdu-talks-1990"
# Of the pages of the map; `WALK_EVERY=1` opens all of them, 90 ms each.
EVERY = int(os.environ.get("WALK_EVERY", "10"))
# Pages that the map of the site leaves out.
OTHERS = (
    "/vi/?country=CN&event=chengdu-talks-1990", "/en/propose/", f"/vi/events/{EVENT}/report/", f"/vi/events/{EVENT}/changes/",
    "/en/share?country=CN", "/vi/share.svg", "/vi/present", "/en/lessons/road-to-chengdu/present", "/vi/embed?country=CN",
    "/styleguide/drawing/", "/admin/login/",
)  # fmt: skip


def pages_of(site) -> list[str]:
    """Every page of the map once, the languages in turn."""
    found = []
    for section in ("pages", "events"):
        with urllib.request.urlopen(f"{site}/sitemap-{section}.xml") as answer:
            locations = [loc.text for loc in ElementTree.parse(answer).iterfind("s:url/s:loc", MAP)]
        by_language: dict[str, list[str]] = {}
        for location in locations:
            by_language.setdefault(location.removeprefix(site).split("/")[1], []).append(location)
        languages = sorted(by_language)
        for number, twins in enumerate(zip(*(sorted(by_language[code]) for code in languages), strict=True)):
            found.append(twins[number % len(languages)])
    return found


def watched(chromium, faults: list[str]):
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("console", lambda message: note_console(message, {200}, faults))
    return context, page


def test_no_page_breaks_it(chromium, site):
    faults: list[str] = []
    context, page = watched(chromium, faults)
    addresses = [*pages_of(site)[::EVERY], *(site + path for path in OTHERS)]
    for address in addresses:
        assert page.goto(address, wait_until="load").status == 200, address
    context.close()
    assert len(addresses) > 300 // EVERY
    assert not faults, "\n".join(faults)


def test_a_breach_would_be_seen(chromium, site):
    faults: list[str] = []
    context, page = watched(chromium, faults)
    page.goto(f"{site}/vi/about/", wait_until="load")
    assert not faults
    for breach in (
        "() => document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))",
        "() => document.body.append(Object.assign(new Image(), {src: 'https://other.example/a.png'}))",
    ):
        with page.expect_console_message():
            page.evaluate(breach)
    context.close()
    assert len(faults) == 2
    assert all("Content Security Policy" in fault for fault in faults)
