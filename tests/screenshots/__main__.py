"""Photographs every kind of page in every face: `python -m tests.screenshots`, or `make screenshots`.

One server, one Chromium; the pictures lie in build/screenshots, with index.html to look through them.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import django
from playwright.sync_api import Error, sync_playwright

from tests.browser.admin_session import session_key
from tests.browser.conftest import CHROMIUM_FLAGS, ROOT, Face, chromium_program, environment_in, running

# A page longer than this is cut: what is wrong with it is seen above.
LONGEST = 2600


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    django.setup()
    from . import contact_sheet, pages

    asked = argparse.ArgumentParser(description=__doc__)
    paths = pages.pages()
    names = [*paths, *pages.ADMIN]
    asked.add_argument("pages", nargs="*", choices=[*names, []], help="kinds of pages; all when none is named")
    asked.add_argument("--faces", default="", help="only faces that hold one of these, like `vi-dark,1920`")
    asked.add_argument("--to", type=Path, default=ROOT / "build" / "screenshots")
    options = asked.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--clear", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, check=True)
    faces = [face for face in pages.faces() if any(part in str(face) for part in options.faces.split(","))]
    shots = []
    with tempfile.TemporaryDirectory() as folder:
        environment = environment_in(Path(folder))
        with running(environment, ["prepare"]) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_program(), args=CHROMIUM_FLAGS)
            key = session_key(environment, ROOT)
            for face in faces:
                with opened(browser, site, face, key) as page:
                    for name in options.pages or names:
                        file = f"{name.replace(' ', '-')}--{face}.jpg"
                        if name in pages.ADMIN and (face.language != "vi" or face.width > 1366):
                            continue
                        path = pages.ADMIN.get(name) or f"/{face.language}/{paths[name]}"
                        take(page, site + path, options.to / file)
                        shots.append((name, str(face), file))
                        if name in pages.PAPER and face.scheme == "light" and face.width == 1366:
                            shots.append(
                                (
                                    name,
                                    "paper",
                                    paper(page, options.to / f"{file.partition('--')[0]}--{face.language}.pdf"),
                                )
                            )
                print(f"{face}: {len(shots)} so far", flush=True)
            browser.close()
    print(f"{len(shots)} pictures: {contact_sheet.write(options.to, sorted(shots))}")
    return 0


@contextmanager
def opened(browser, site: str, face: Face, key: str):
    """A tab that meets pages with this face, as a reader who has been here before and, in the admin, as an editor."""
    scheme, _dash, more = face.scheme.partition("-")
    context = browser.new_context(
        viewport={"width": face.width, "height": face.height},
        color_scheme=scheme,
        contrast="more" if more else "no-preference",
        has_touch=face.width < 600,
    )
    context.add_init_script("try { localStorage.setItem('first-visit', 'done'); } catch {}")
    context.add_cookies([{"name": "sessionid", "value": key, "url": f"{site}/admin/"}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


def take(page, address: str, target: Path) -> None:
    """One picture of a page; `{}` in the address is the first event of the admin's list."""
    if "{}" in address:
        page.goto(address.split("{}")[0])
        address = page.locator("#result_list tbody th a").first.evaluate("link => link.href")
    page.goto(address, wait_until="load")
    try:
        if page.locator("[data-timeline]").count():
            page.locator(".timeline.is-drawn").wait_for(timeout=8_000)
    except Error:
        print(f"not drawn: {address}", flush=True)
    tall = min(page.evaluate("() => document.documentElement.scrollHeight"), LONGEST)
    wide = page.viewport_size["width"]
    clip = {"x": 0, "y": 0, "width": wide, "height": max(tall, page.viewport_size["height"])}
    page.screenshot(path=target, full_page=True, clip=clip, type="jpeg", quality=88)


def paper(page, target: Path) -> str:
    page.pdf(path=target, format="A4", prefer_css_page_size=True)
    return target.name


if __name__ == "__main__":
    sys.exit(main())
