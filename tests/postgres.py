"""A throw-away PostgreSQL cluster for one test run, from the system's own server programs."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


def programs() -> Path:
    """The folder of `initdb` and `pg_ctl`, the newest version found."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    if not found:
        raise SystemExit("PostgreSQL's server programs are missing: install the package postgresql and run again.")
    return Path(found).resolve().parent


@contextlib.contextmanager
def cluster():
    """Start a cluster on a free loopback port; yields its DATABASE_URL and removes everything afterwards."""
    bin_ = programs()
    # PostgreSQL refuses to run as root; its package brings a user for that.
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="timeline-postgres-"))
    if user:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    run = dict(check=True, cwd="/", stdout=subprocess.DEVNULL, **user)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    try:
        subprocess.run(
            [
                bin_ / "initdb",
                "-D",
                data,
                "-U",
                "timeline",
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
            ],
            **run,
        )
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
        log = folder / "log"
        subprocess.run([bin_ / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start"], **run)
        try:
            yield f"postgres://timeline@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **run)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
