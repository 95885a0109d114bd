"""Several editors at one event over HTTP: every save that was accepted is there, every refusal kept what was typed.

A small run of `python -m tests.editors`, on the database of this suite.
"""

import os
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from django.conf import settings

from tests.editors.run import run

EDITORS, SAVES = 6, 3


@contextmanager
def database_of_its_own(folder):
    """The server under test opens the database by itself, so it cannot be the one that pytest rolls back."""
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
        yield f"sqlite:///{folder / 'editors.sqlite3'}"
        return
    url, name = os.environ["DATABASE_URL"], "editors"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_nothing_that_was_saved_is_lost(tmp_path):
    with database_of_its_own(tmp_path) as url:
        outcome = run(url, EDITORS, SAVES)
    assert outcome.is_good, f"{outcome}: {outcome.faults[:5]}"
    assert outcome.refused > 0, "nobody met anybody: the run proves nothing"
