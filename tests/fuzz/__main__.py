"""`python -m tests.fuzz --files 30000 --seed 1`: on a new SQLite file and on a new PostgreSQL, half of the files each."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.postgres import cluster


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--here", action="store_true", help="on the database of DATABASE_URL, which must be a scratch one"
    )
    options = parser.parse_args()
    if options.here:
        return here(options.files, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        code = elsewhere(f"sqlite:///{Path(folder) / 'fuzz.sqlite3'}", options.files // 2, options.seed)
        with cluster() as url:
            return code | elsewhere(url, options.files - options.files // 2, options.seed + 1)


def elsewhere(url: str, files: int, seed: int) -> int:
    """A process of its own for one database, so that its memory can be told."""
    command = [sys.executable, "-m", "tests.fuzz", "--here", "--files", str(files), "--seed", str(seed)]
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.run(command, env=environment).returncode


def here(files: int, seed: int) -> int:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import translation

    from tests.fuzz.run import MOST_MEGABYTES, fuzz, megabytes

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_fixtures", verbosity=0)
    with translation.override("en"):
        found = fuzz(files, seed, lambda done, found: print(f"{connection.vendor} {done}: {found}", flush=True))
    # The process does nothing else, so its memory is that of the import.
    if megabytes() > MOST_MEGABYTES:
        found.faults.append(f"{megabytes():.0f} MB")
    print(f"{connection.vendor}: {files} files with seed {seed}: {found}")
    for fault in found.faults[:50]:
        print(f"  {fault}")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
