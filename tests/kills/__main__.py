"""`python -m tests.kills --kills 200`: so many kills of each kind of work, on a new SQLite file and on a new PostgreSQL."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.postgres import cluster


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=["both", "sqlite", "postgres"], default="both")
    options = parser.parse_args()
    code = 0
    with tempfile.TemporaryDirectory() as folder:
        if options.database != "postgres":
            code |= run(f"sqlite:///{Path(folder) / 'kills.sqlite3'}", options)
        if options.database != "sqlite":
            with cluster() as url:
                code |= run(url, options)
    return code


def run(url: str, options) -> int:
    """One process for one database, whose address must be known before Django starts."""
    command = [sys.executable, "-m", "tests.kills.run", str(options.kills), str(options.seed)]
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.run(command, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
