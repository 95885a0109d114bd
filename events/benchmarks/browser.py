"""A real Chromium for the benchmarks that need one."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class NoBrowser(Exception):
    """There is nothing to measure with; the message says what to install."""


@contextmanager
def chromium() -> Iterator:
    """A Playwright browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise NoBrowser(
            "This is measured in a browser: install requirements-dev.txt and the package chromium."
        ) from None
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        raise NoBrowser("No Chromium found: install the package chromium and run again.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def wait_for(page, expression: str, seconds: float):
    """The first true value of an expression; None when the time is over."""
    from playwright.sync_api import Error

    # The pages' policy forbids Playwright's own waiting, which evaluates text inside the page.
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        # A page that is just being left cannot answer.
        with suppress(Error):
            if value := page.evaluate(expression):
                return value
        time.sleep(0.05)
    return None
