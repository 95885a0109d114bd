"""`python -m tests.editors --editors 50 --saves 20`: the full run, on a new SQLite file and on a new PostgreSQL."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.editors.run import run
from tests.postgres import cluster


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editors", type=int, default=50)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--think", type=float, default=20, help="seconds before each save, at most")
    parser.add_argument("--imports", type=float, help="bring files in meanwhile, each so many seconds old at most")
    parser.add_argument("--database", choices=["both", "sqlite", "postgres"], default="both")
    options = parser.parse_args()
    numbers = (options.editors, options.saves, options.think, options.imports)
    good = True
    with tempfile.TemporaryDirectory() as folder:
        if options.database != "postgres":
            good &= report("SQLite", run(f"sqlite:///{Path(folder) / 'editors.sqlite3'}", *numbers))
        if options.database != "sqlite":
            with cluster() as url:
                good &= report("PostgreSQL", run(url, *numbers))
    return 0 if good else 1


def report(name: str, outcome) -> bool:
    print(f"{name}: {outcome}")
    for fault in outcome.faults[:20]:
        print(f"  {fault}")
    return outcome.is_good


if __name__ == "__main__":
    sys.exit(main())
