"""A class opens the timeline at once on one address over one slow line; docs/benchmarks.md says how like a class this is."""

import http.client
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import brotli

from .browser import chromium, wait_for
from .serving import manage, serving
from .slow_line import slow_line

PUPILS, BROWSERS = 40, 4
# Bits a second for the whole class, and seconds that every byte is under way (so twice this for a question and its answer).
LINE, DELAY = 10e6, 0.02
PATIENCE = 60
PAGE, SECOND = "/vi/", "/vi/events/chengdu-talks-1990/"
HEADERS = {"Accept-Encoding": "gzip, deflate, br", "Accept-Language": "vi", "Connection": "keep-alive"}
# What a browser fetches for the first view: style sheet, scripts, modules, icon, manifest, and the record of the drawing.
NEEDED = re.compile(
    r'<link rel="(?:stylesheet|modulepreload|icon|manifest|preload)"[^>]*? href="([^"]+)"|<script [^>]*?src="([^"]+)"'
    r'|data-record-url="([^"]+)"'
)
# So many connections a browser opens to one host.
AT_ONCE = 6
SEEN = """(() => {
  const look = () => [...document.querySelectorAll(".tl-mark:not(.tl-probe)")].some((node) => node.checkVisibility({visibilityProperty: true}))
    ? requestAnimationFrame(() => (window.drawn = performance.timeOrigin + performance.now())) : requestAnimationFrame(look);
  requestAnimationFrame(look);
})()"""
READABLE = "performance.getEntriesByName('first-contentful-paint').length && window.drawn && [performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime, window.drawn]"


@dataclass
class Pupil:
    """One reader without a browser: fetches what a browser would, over as many connections."""

    address: str
    page: float = 0
    last: float = 0
    second: float = 0
    bytes: int = 0
    errors: list[str] = field(default_factory=list)

    def read(self, start: threading.Barrier) -> None:
        start.wait()
        try:
            html = self.fetch([PAGE])
            self.page = time.time()
            found = {next(filter(None, match)): None for match in NEEDED.findall(html)}
            with ThreadPoolExecutor(AT_ONCE) as lanes:
                parts = [part for lane in range(AT_ONCE) if (part := list(found)[lane::AT_ONCE])]
                list(lanes.map(self.fetch, parts))
            self.last = time.time()
        except (OSError, http.client.HTTPException) as error:
            self.errors.append(repr(error))

    def open_second(self, start: threading.Barrier) -> None:
        start.wait()
        try:
            self.fetch([SECOND])
            self.second = time.time()
        except (OSError, http.client.HTTPException) as error:
            self.errors.append(repr(error))

    def fetch(self, paths: list[str]) -> str:
        """Fetch paths one after the other over one connection; the text of the last one, where it came in Brotli."""
        at = urlsplit(self.address)
        connection = http.client.HTTPConnection(at.hostname, at.port, timeout=PATIENCE)
        body = b""
        for path in paths:
            connection.request("GET", path, headers=HEADERS)
            response = connection.getresponse()
            body = response.read()
            self.bytes += len(body)
            if response.status != 200:
                self.errors.append(f"{path} answered {response.status}")
        connection.close()
        return unpacked(body, response.headers.get("Content-Encoding", ""))


def unpacked(body: bytes, encoding: str) -> str:
    return brotli.decompress(body).decode(errors="replace") if encoding == "br" else ""


def measure() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        database = Path(folder) / "db.sqlite3"
        manage("collectstatic", "--noinput", "--verbosity", "0", database=database)
        manage("prepare", database=database)
        with serving(database, workers=2) as site:
            at = urlsplit(site)
            with slow_line(at.hostname, at.port, LINE, DELAY) as (line, address):
                yield from lesson(browser, line, address)


@contextmanager
def all_at_once(task: Callable[[Pupil, threading.Barrier], None], pupils: list[Pupil]) -> Iterator[float]:
    """Every pupil begins the task in the same instant, which it gives; at the end all of them are done."""
    start = threading.Barrier(len(pupils) + 1)
    with ThreadPoolExecutor(len(pupils)) as room:
        working = [room.submit(task, pupil, start) for pupil in pupils]
        start.wait()
        yield time.time()
        for one in working:
            one.result()


def lesson(browser, line, address: str) -> Iterator[str]:
    pupils = [Pupil(address) for _ in range(PUPILS - BROWSERS)]
    pages = [browser.new_context(viewport={"width": 1366, "height": 768}).new_page() for _ in range(BROWSERS)]
    for page in pages:
        page.add_init_script(SEEN)
    with all_at_once(Pupil.read, pupils) as began:
        for page in pages:
            page.evaluate("(to) => { setTimeout(() => { location.href = to; }, 0); }", f"{address}{PAGE}")
        seen = [wait_for(page, READABLE, PATIENCE) for page in pages]
    carried = line.carried
    errors = [error for pupil in pupils for error in pupil.errors] + [
        "a browser drew nothing" for one in seen if not one
    ]
    yield f"{PUPILS} pupils ({BROWSERS} of them Chromium) open {PAGE} at once; {LINE / 1e6:.0f} Mbit/s for all, {2000 * DELAY:.0f} ms there and back"
    yield f"  first view: {carried / 1e6:.2f} MB over the line, {carried / PUPILS / 1000:.0f} kB each"
    yield f"  text of the page: last pupil after {max(pupil.page for pupil in pupils) - began:.1f} s"
    yield f"  last byte of everything: last pupil after {max(pupil.last for pupil in pupils) - began:.1f} s"
    for name, place in (("readable", 0), ("drawn", 1)):
        times = [one[place] / 1000 - began for one in seen if one]
        yield f"  {name} in the browsers: {', '.join(f'{value:.1f}' for value in sorted(times))} s"
    with all_at_once(Pupil.open_second, pupils) as began:
        pass
    errors += [error for pupil in pupils for error in pupil.errors if error not in errors]
    yield f"  then an event page: last pupil after {max(pupil.second for pupil in pupils) - began:.1f} s"
    yield f"  errors: {len(errors)} {'; '.join(sorted(set(errors))[:5])}"
