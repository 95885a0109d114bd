"""The whole suite: SQLite and PostgreSQL side by side, then the browser; ends with the counts of each and fails when one is missing."""

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

SERVER_TESTS = ["tests/unit", "tests/integration"]
BROWSER_TESTS = ["tests/browser"]


def run(name: str, paths: list[str], reports: Path, **environment) -> tuple[str, dict[str, int], int]:
    """Run one part of the suite; returns its name, its counts and its exit code. What it printed stands together."""
    report = reports / f"{name}.xml"
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *paths]
    done = subprocess.run(command, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    printed = done.stdout.decode(errors="replace")
    print(f"\n=== {name} ===\n{printed}", flush=True)
    code = done.returncode
    aside = re.search(r"(\d+) deselected", printed)
    counts = {"passed": 0, "failed": 0, "skipped": 0, "aside": int(aside[1]) if aside else 0}
    if report.exists():
        suite = ElementTree.parse(report).getroot().find("testsuite")
        number = {key: int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped")}
        counts["failed"] = number["failures"] + number["errors"]
        counts["skipped"] = number["skipped"]
        counts["passed"] = number["tests"] - counts["failed"] - counts["skipped"]
    return name, counts, code


def main() -> int:
    started = time.monotonic()
    environment = dict.fromkeys(("DATABASE_URL", "DEBUG", "TIMELINE_MODE", "SECRET_KEY"), "")
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder)
        print("SQLite and PostgreSQL side by side, one core each; what they say comes when each is done", flush=True)
        with cluster() as url, ThreadPoolExecutor() as cores:
            asked = {"SQLite": environment, "PostgreSQL": environment | {"DATABASE_URL": url}}
            waiting = [cores.submit(run, name, SERVER_TESTS, reports, **where) for name, where in asked.items()]
            parts = [one.result() for one in waiting]
        parts.append(run("browser", BROWSER_TESTS, reports, **environment))
    print("\n=== all ===")
    for name, counts, _code in parts:
        aside = f", {counts['aside']} that need no database ran on SQLite alone" if counts["aside"] else ""
        print(f"{name}: {counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped{aside}")
    total = {key: sum(counts[key] for _name, counts, _code in parts) for key in ("passed", "failed", "skipped")}
    print(f"{time.monotonic() - started:.0f} s")
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    return 1 if any(code or not counts["passed"] for _name, counts, code in parts) else 0


if __name__ == "__main__":
    sys.exit(main())
