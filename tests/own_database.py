"""A new database for a site or a process of its own, of the kind that this run of the tests uses."""

import os
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from django.conf import settings


@contextmanager
def database_of_its_own(folder):
    """What runs beside the tests opens its database by itself, so it cannot be the one that pytest rolls back."""
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
        yield f"sqlite:///{folder / 'own.sqlite3'}"
        return
    url, name = os.environ["DATABASE_URL"], "own"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
