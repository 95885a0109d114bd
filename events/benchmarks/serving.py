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


@contextmanager
def serving(database: Path, **more: str) -> Iterator[str]:
    """The address of the running site; `more` is added to its environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "events.benchmarks.wsgi", "--bind", f"127.0.0.1:{port}"]
        + ["--threads", "4", "--timeout", "120", "--no-control-socket", "--log-level", "error"],
        cwd=settings.BASE_DIR,
        env=environment(database, **more),
    )
    try:
        _wait_until_up(f"{address}/static/img/favicon.svg", server)
        yield address
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
