"""Somebody who takes the sheet of the events out, adds a word to each and brings it in again, while others edit them."""

import csv
import io
import random
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.editors.client import TOKEN, ask
from tests.editors.editor import FIELD

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = ("slug", FIELD, "version")
LEAST = 4
BOUNDARY = "b" * 24
# How a refusal names both versions: the record's, and the one that the file began from.
VERSIONS = re.compile(r"has version (\d+) in the database and (\d+) in the file")


@dataclass
class Importer:
    site: str
    session: str
    slugs: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path
    # At most so many seconds between the taking and the bringing.
    think: float = 0
    accepted: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def work(self, is_over: threading.Event, times: int) -> None:
        """By upload and by command line in turn, so many times; 0 is until the editors are done, four times at least."""
        number = 0
        while number < (times or LEAST) or not (times or is_over.is_set()):
            word = f"[i-{number}]"
            sheet = self._sheet(word)
            is_over.wait(random.uniform(0, self.think))
            (self._by_command if number % 2 else self._by_upload)(word, sheet)
            number += 1

    def _sheet(self, word: str) -> str:
        status, text = ask(self.site, self.session, "GET", "/api/v1/events.csv")
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))):
            if row["slug"] in self.slugs:
                writer.writerow([row["slug"], f"{row[FIELD]} {word}", row["version"]])
        if status != 200 or out.getvalue().count(word) != len(self.slugs):
            self.faults.append(f"{word}: the sheet of the events answered {status}")
        return out.getvalue()

    def _by_command(self, word: str, sheet: str) -> None:
        path = self.folder / f"{word[1:-1]}.csv"
        path.write_text(sheet, encoding="utf-8")
        command = [sys.executable, "manage.py", "import_events", str(path), "--update", "-v", "2"]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True)
        if done.returncode == 0:
            self.accepted.append(word)
        elif done.returncode == 1:
            self._check_refusal(word, done.stdout + done.stderr)
        else:
            self.faults.append(f"{word}: {done.returncode}: {done.stderr[-300:]}")

    def _by_upload(self, word: str, sheet: str) -> None:
        status, page = self._ask("POST", "/admin/import/", *_with_file(word, sheet))
        if status == 200 and "cannot be accepted" not in page:
            fields = {"csrfmiddlewaretoken": TOKEN, "reason": word, "all": "1", "digest": _digest(page)}
            status, page = self._ask("POST", _address(page), urlencode(fields))
            if status == 302:
                self.accepted.append(word)
                return
            if status != 409:
                self.faults.append(f"{word}: the acceptance answered {status}: {page[:300]}")
                return
        elif status != 200:
            self.faults.append(f"{word}: the preview answered {status}: {page[:300]}")
            return
        self._check_refusal(word, page)
        self._ask("POST", _address(page), urlencode({"csrfmiddlewaretoken": TOKEN, "leave": "1"}))

    def _check_refusal(self, word: str, told: str) -> None:
        """Both versions must be named, and what the file would have written must stand beside what the record holds."""
        self.refused.append(word)
        versions = VERSIONS.search(told)
        if not versions or int(versions[1]) <= int(versions[2]):
            self.faults.append(f"{word}: the refusal does not name both versions: {told[-500:]}")
        if word not in told:
            self.faults.append(f"{word}: the refusal does not show what the file says")

    def _ask(self, method: str, path: str, *body: str | bytes) -> tuple[int, str]:
        return ask(self.site, self.session, method, path, *body)


def _address(page: str) -> str:
    return re.search(r'action="(/admin/import/\d+/)"', page)[1]


def _digest(page: str) -> str:
    return re.search(r'name="digest" value="(\w+)"', page)[1]


def _with_file(word: str, sheet: str) -> tuple[bytes, str]:
    """The body of a form with a file, and its type."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in {"csrfmiddlewaretoken": TOKEN, "language": "en"}.items()
    ]
    parts.append(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{word[1:-1]}.csv"\r\n'
        f"Content-Type: text/csv\r\n\r\n{sheet}\r\n--{BOUNDARY}--\r\n"
    )
    return "".join(parts).encode(), f"multipart/form-data; boundary={BOUNDARY}"
