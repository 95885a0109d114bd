"""The whole suite, two parts at a time; ends with the counts of each part and fails when one is missing.

SQLite and PostgreSQL have the longest ways and begin; the browser follows in two halves, each with a site of its own.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.postgres import cluster

ROOT = Path(__file__).resolve().parent.parent
SERVER_TESTS = ["tests/unit", "tests/integration"]
AT_A_TIME = 2


def run(name: str, paths: list[str], reports: Path, environment: dict[str, str]) -> tuple[str, dict[str, int], int]:
    """Run one part of the suite; returns its name, its counts and its exit code. What it printed stands together."""
    report, started = reports / f"{name}.xml", time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *paths]
    done = subprocess.run(command, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    printed = done.stdout.decode(errors="replace")
    print(f"\n=== {name}: {time.monotonic() - started:.0f} s ===\n{printed}", flush=True)
    aside = re.search(r"(\d+) deselected", printed)
    counts = {"passed": 0, "failed": 0, "skipped": 0, "aside": int(aside[1]) if aside else 0}
    if report.exists():
        suite = ElementTree.parse(report).getroot().find("testsuite")
        number = {key: int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped")}
        counts["failed"] = number["failures"] + number["errors"]
        counts["skipped"] = number["skipped"]
        counts["passed"] = number["tests"] - counts["failed"] - counts["skipped"]
    return name, counts, done.returncode


def browser_halves() -> dict[str, list[str]]:
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests/browser").glob("test_*.py"))
    return {"browser 1": files[::2], "browser 2": files[1::2]}


def main() -> int:
    started = time.monotonic()
    plain = dict.fromkeys(("DATABASE_URL", "DEBUG", "TIMELINE_MODE", "SECRET_KEY"), "")
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--clear", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, env=os.environ | plain, check=True)
    with tempfile.TemporaryDirectory() as folder, cluster() as url, ThreadPoolExecutor(AT_A_TIME) as cores:
        print(f"{AT_A_TIME} parts at a time; what they say comes when each is done", flush=True)
        parts = {
            "PostgreSQL": (SERVER_TESTS, plain | {"DATABASE_URL": url}),
            "SQLite": (SERVER_TESTS, plain),
            **{name: (files, plain | {"STATIC_FILES": "collected"}) for name, files in browser_halves().items()},
        }
        waiting = [cores.submit(run, name, paths, Path(folder), where) for name, (paths, where) in parts.items()]
        done = [one.result() for one in waiting]
    print("\n=== all ===")
    for name, counts, _code in done:
        aside = f", {counts['aside']} that need no database ran on SQLite alone" if counts["aside"] else ""
        print(f"{name}: {counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped{aside}")
    total = {key: sum(counts[key] for _name, counts, _code in done) for key in ("passed", "failed", "skipped")}
    print(f"{time.monotonic() - started:.0f} s")
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    return 1 if any(code or not counts["passed"] for _name, counts, code in done) else 0


if __name__ == "__main__":
    sys.exit(main())
