"""Serves the site with a scratch database while a benchmark looks at it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


def environment(database: Path, **more: str) -> dict[str, str]:
    return os.environ | {"DATABASE_URL": f"sqlite:///{database}", "DEBUG": "0"} | more


def manage(*command: str, database: Path) -> None:
    """Run a management command on the scratch database; its own words go to the error output."""
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=environment(database),
        check=True,
        stdout=sys.stderr.fileno(),
    )


class Site(str):
    """The address of the running site, and which processes serve it."""

    def __new__(cls, address: str, server: int):
        site = super().__new__(cls, address)
        site.server = server
        return site

    def workers(self) -> list[int]:
        """The process numbers of gunicorn's workers (Linux)."""
        return [int(pid) for pid in Path(f"/proc/{self.server}/task/{self.server}/children").read_text().split()]


@contextmanager
def serving(database: Path, workers: int = 1, **more: str) -> Iterator[Site]:
    """The running site; `more` is added to its environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "events.benchmarks.wsgi", "--bind", f"127.0.0.1:{port}"]
        + [
            "--workers",
            str(workers),
            "--threads",
            "4",
            "--timeout",
            "120",
            "--no-control-socket",
            "--log-level",
            "error",
        ],
        cwd=settings.BASE_DIR,
        env=environment(database, **more),
    )
    try:
        _wait_until_up(f"{address}/static/img/favicon.svg", server)
        yield Site(address, server.pid)
    finally:
        server.terminate()
        server.wait(10)


def _wait_until_up(address: str, server: subprocess.Popen, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError("The site did not come up; its messages stand above.")
