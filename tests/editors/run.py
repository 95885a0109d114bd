"""Starts the site on an empty database, lets the editors loose on one event, and counts what came of it."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.editors.editor import Editor
from tests.fixtures_small import SMALL
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
SLUG = "geneva-accords-1954"


@dataclass(frozen=True)
class Outcome:
    wanted: int
    saved: int
    lost: int
    refused: int
    answers: dict[int, int]
    version: int
    seconds: float
    faults: list[str]

    @property
    def is_good(self) -> bool:
        whole = self.saved == self.wanted and self.version == 1 + self.wanted
        return whole and not self.lost and not self.faults and set(self.answers) <= {302, 409}

    def __str__(self):
        return (
            f"{self.saved} of {self.wanted} saved, {self.lost} lost, {self.refused} refusals, answers {self.answers}, "
            f"version {self.version}, {len(self.faults)} faults, {self.seconds:.0f} s"
        )


def run(database_url: str, editors: int, saves: int, think: float = 0) -> Outcome:
    """Each of the editors brings `saves` changes of one event to their end, over HTTP."""
    environment = os.environ | {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    _manage(environment, "migrate", "--verbosity", "0")
    _manage(environment, "load_fixtures", *map(str, SMALL), "--verbosity", "0")
    made = json.loads(_script(environment, PREPARE, str(editors), SLUG))
    path = f"/admin/events/event/{made['event']}/change/"
    with _server(environment) as (site, log):
        people = [Editor(site, path, session, f"e{number}", think) for number, session in enumerate(made["sessions"])]
        started = time.monotonic()
        threads = [threading.Thread(target=person.work, args=(saves,)) for person in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.monotonic() - started
        messages = log.read_text(errors="replace")
    left = json.loads(_script(environment, READ, SLUG))
    faults = [fault for person in people for fault in person.faults]
    faults += [line for line in messages.splitlines() if "locked" in line or "Traceback" in line or "deadlock" in line]
    saved = [word for person in people for word in person.saved]
    answers: Counter = sum((person.answers for person in people), Counter())
    return Outcome(
        wanted=editors * saves,
        saved=len(saved),
        lost=sum(1 for word in saved if left["text"].count(word) != 1),
        refused=answers[409],
        answers=dict(answers),
        version=left["version"],
        seconds=seconds,
        faults=faults,
    )


def _manage(environment, *command) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, stdout=-3)


def _script(environment, code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


@contextmanager
def _server(environment):
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
        command += ["--threads", "4", "--no-control-socket", "--log-level", "warning"]
        with log.open("w") as messages:
            server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=messages, stderr=messages)
        try:
            site = f"http://127.0.0.1:{port}"
            _wait(site + "/admin/login/", server, log)
            yield site, log
        finally:
            server.terminate()
            server.wait(10)


def _wait(address: str, server: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"The site did not come up: {log.read_text(errors='replace')[-2000:]}")


_SETUP = """
import json, sys
import django
django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from events.models import Event
"""
PREPARE = (
    _SETUP
    + """
sessions = []
for number in range(int(sys.argv[1])):
    user = get_user_model().objects.create_superuser(f"editor-{number}", "", None)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    sessions.append(session.session_key)
print(json.dumps({"event": Event.objects.get(slug=sys.argv[2]).pk, "sessions": sessions}))
"""
)
READ = (
    _SETUP
    + """
event = Event.objects.get(slug=sys.argv[1])
print(json.dumps({"text": event.summary_en, "version": event.version}))
"""
)
