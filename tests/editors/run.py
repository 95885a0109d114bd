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
from tests.editors.importer import Importer
from tests.fixtures_small import SMALL
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
SLUG = "geneva-accords-1954"
# With imports a few of the editors work at another event of the same files.
OTHER = "geneva-conference-1954"


@dataclass(frozen=True)
class Outcome:
    wanted: int
    saved: int
    lost: int
    refused: int
    answers: dict[int, int]
    versions_hold: bool
    imported: int
    imports_refused: int
    seconds: float
    faults: list[str]

    @property
    def is_good(self) -> bool:
        whole = self.saved == self.wanted and self.versions_hold
        return whole and not self.lost and not self.faults and set(self.answers) <= {302, 409}

    def __str__(self):
        versions = "as many versions as saves" if self.versions_hold else "versions that do not fit the saves"
        return (
            f"{self.saved} of {self.wanted} saved, {self.lost} lost, {self.refused} refusals, answers {self.answers}, "
            f"{self.imported} imports accepted and {self.imports_refused} refused, {versions}, "
            f"{len(self.faults)} faults, {self.seconds:.0f} s"
        )


def run(
    database_url: str, editors: int, saves: int, think: float = 0, imports: float | None = None, times: int = 0
) -> Outcome:
    """Each of the editors brings `saves` changes of one event to their end, over HTTP.

    With `imports` somebody else brings files in that change the same event and another one, again and again, with at
    most so many seconds between the taking of the sheet and its return: `times` times, 0 is until the editors are done.
    """
    environment = os.environ | {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    _manage(environment, "migrate", "--verbosity", "0")
    _manage(environment, "load_fixtures", *map(str, SMALL), "--verbosity", "0")
    others = max(1, editors // 5) if imports is not None else 0
    made = json.loads(_script(environment, PREPARE, str(editors + others + 1), SLUG, OTHER))
    *sessions, last = made["sessions"]
    with _server(environment) as (site, log), tempfile.TemporaryDirectory() as folder:
        paths = [f"/admin/events/event/{pk}/change/" for pk in made["events"]]
        people = [
            Editor(site, paths[number >= editors], session, f"e{number}", think, wait=editors / 100)
            for number, session in enumerate(sessions)
        ]
        importer = Importer(site, last, (SLUG, OTHER), environment, Path(folder), imports or 0)
        started, is_over = time.monotonic(), threading.Event()
        threads = [threading.Thread(target=person.work, args=(saves,)) for person in people]
        if others:
            bringing = threading.Thread(target=importer.work, args=(is_over, times))
            bringing.start()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        is_over.set()
        if others:
            bringing.join()
        seconds = time.monotonic() - started
        messages = log.read_text(errors="replace")
    return _counted(json.loads(_script(environment, READ, SLUG, OTHER)), people, editors, importer, messages, seconds)


def _counted(left, people, editors, importer, messages, seconds) -> Outcome:
    """Look for each accepted word in the end, and for no word of a refused file."""
    faults = [fault for each in (*people, importer) for fault in each.faults]
    faults += [line for line in messages.splitlines() if "locked" in line or "Traceback" in line or "deadlock" in line]
    groups = (people[:editors], people[editors:])
    lost, versions_hold = 0, True
    for group, event in zip(groups, left, strict=True):
        words = [word for person in group for word in person.saved] + importer.accepted
        lost += sum(event["text"].count(word) != 1 for word in words)
        faults += [f"{word} was refused and stands in the record" for word in importer.refused if word in event["text"]]
        versions_hold &= event["version"] == 1 + len(words)
    answers: Counter = sum((person.answers for person in people), Counter())
    return Outcome(
        wanted=sum(person.wanted for person in people),
        saved=sum(len(person.saved) for person in people),
        lost=lost,
        refused=answers[409],
        answers=dict(answers),
        versions_hold=versions_hold,
        imported=len(importer.accepted),
        imports_refused=len(importer.refused),
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
pks = [Event.objects.get(slug=slug).pk for slug in sys.argv[2:]]
print(json.dumps({"events": pks, "sessions": sessions}))
"""
)
READ = (
    _SETUP
    + """
events = [Event.objects.get(slug=slug) for slug in sys.argv[1:]]
print(json.dumps([{"text": event.summary_en, "version": event.version} for event in events]))
"""
)
