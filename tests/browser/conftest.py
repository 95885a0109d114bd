"""A real Chromium against the site as it is served: collected static files, gunicorn, the whole record."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def chromium_program() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise RuntimeError("No Chromium found: install the package chromium and run again.")


@pytest.fixture(scope="session")
def static_files():
    """The collected static files, which every site serves; two halves of these tests share them."""
    if os.environ.get("STATIC_FILES") == "collected":
        return
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--clear", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"DJANGO_SETTINGS_MODULE": "timeline.settings"}, check=True)


def environment_in(folder: Path) -> dict[str, str]:
    """What a site under test is told: an SQLite file and a media folder of its own."""
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}", "DEBUG": "0"}
    return environment | {"DJANGO_SETTINGS_MODULE": "timeline.settings", "MEDIA_ROOT": str(folder / "media")}


@pytest.fixture(scope="session")
def site_environment(tmp_path_factory):
    return environment_in(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def site(site_environment, static_files):
    """The address of a running site with the real record."""
    with running(site_environment, ["prepare"]) as address:
        yield address


@pytest.fixture(scope="session")
def large_site(tmp_path_factory, static_files):
    """A site with so many made-up events beside the record that the drawing asks for windows."""
    environment = environment_in(tmp_path_factory.mktemp("large"))
    with running(environment, ["prepare"], ["seed_stress", "6000", "--yes"]) as address:
        yield address


@contextmanager
def running(environment: dict[str, str], *commands: list[str]):
    """Run management commands in an environment, then serve the site in it."""
    for command in commands:
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, stdout=-3)
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "timeline.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
        + ["--no-control-socket", "--log-level", "warning"],
        cwd=ROOT,
        env=environment,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_up(address + "/vi/", server)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def wait_until_up(address: str, server: subprocess.Popen, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The site did not come up; its messages stand above.")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program(), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Face:
    """One way of meeting a page: language, ground, width, scripts."""

    language: str = "vi"
    scheme: str = "light"
    width: int = 1366
    height: int = 768
    scripts: bool = True

    def __str__(self):
        return f"{self.language}-{self.scheme}-{self.width}" + ("" if self.scripts else "-noscript")


@pytest.fixture
def open_page(chromium, site):
    """Open a path, or an address of another site, in a fresh profile; a console error, page error or policy violation fails the test."""
    faults: list[str] = []
    contexts = []

    def opener(
        path: str,
        face: Face = Face(),
        expect_status: int = 200,
        tolerate: tuple[int, ...] = (),
        first_visit: bool = False,
        **options,
    ):
        context = chromium.new_context(
            viewport={"width": face.width, "height": face.height},
            color_scheme=face.scheme,
            java_script_enabled=face.scripts,
            service_workers="block",
            locale={"vi": "vi-VN", "en": "en-GB", "ru": "ru-RU"}[face.language],
            **options,
        )
        contexts.append(context)
        if not first_visit:
            context.add_init_script("try { localStorage.setItem('first-visit', 'done'); } catch {}")
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
        page.on("console", lambda message: note_console(message, {expect_status, *tolerate}, faults))
        response = page.goto(path if "://" in path else site + path, wait_until="load")
        assert response is not None
        assert response.status == expect_status, f"{path} answered {response.status}"
        return page

    yield opener
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def note_console(message, statuses: set[int], faults: list[str]) -> None:
    """Chromium reports a page's own 4xx as a console error; those in `statuses` are what the test asked for."""
    asked_for = any(status >= 400 and f"status of {status}" in message.text for status in statuses)
    if message.type == "error" and not asked_for:
        faults.append(f"console: {message.text}")
