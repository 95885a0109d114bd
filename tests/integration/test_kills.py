"""A process that is killed in the middle of its work leaves everything or nothing; a few kills of the many of `make kills`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.own_database import database_of_its_own

ROOT = Path(__file__).resolve().parents[2]
KILLS, ROWS = "4", "150"


@pytest.mark.both_databases
def test_a_handful_of_kills(tmp_path):
    command = [sys.executable, "-m", "tests.kills.run", KILLS, "1"]
    with database_of_its_own(tmp_path) as url:
        environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings", "KILLS_ROWS": ROWS}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert all(line.endswith(" 0 faults") for line in lines)
