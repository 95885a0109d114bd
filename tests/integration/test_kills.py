"""A process that is killed in the middle of its work leaves everything or nothing; a few kills of the many of `make kills`."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.both_databases
def test_a_handful_of_kills():
    name = "sqlite" if connection.vendor == "sqlite" else "postgres"
    command = [sys.executable, "-m", "tests.kills", "--kills", "4", "--database", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert all(line.endswith(" 0 faults") for line in lines)
