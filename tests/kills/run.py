"""Kills children of this process in the middle of their work, and looks at what they leave, on one database."""

import os
import random
import signal
import sys
import time
from collections import Counter

import django


def main(kills: int, seed: int) -> int:
    """Prints one line a kind of work; 1 when anything was found broken."""
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.fixtures_small import SMALL
    from tests.kills.work import KINDS, House

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_fixtures", *SMALL, verbosity=0)
    faults = 0
    for kind in KINDS:
        house = House(kind)
        took = [house.whole() for _run in range(3)]
        rng, seen = random.Random(seed), Counter()
        for _kill in range(kills):
            was_killed = killed(house.work, rng.uniform(0, 1.05 * max(took)))
            problems = house.problems()
            seen["killed" if was_killed else "had ended"] += 1
            seen["all there" if house.is_done() else "nothing there"] += 1
            if problems:
                faults += 1
                print(f"{connection.vendor} {kind}: {problems}", flush=True)
            house.reset()
        told = ", ".join(f"{count} {name}" for name, count in sorted(seen.items()))
        print(
            f"{connection.vendor} {kind}: {kills} kills in up to {max(took):.2f} s, {told}, {faults} faults", flush=True
        )
    return 1 if faults else 0


def killed(work, after: float) -> bool:
    """Let a child do the work and kill it `after` seconds; False when it had ended by itself."""
    from django.db import connections

    connections.close_all()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("the work failed by itself")
    return os.WIFSIGNALED(status)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
