"""What every test starts from: an empty index, and no outside network."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from events.timeline_data.index import RecordIndex
from tests import snapshot


@pytest.fixture(autouse=True)
def fresh_index():
    """Rolled-back databases count the same versions again, so the index of the last test must go."""
    RecordIndex.forget()
    yield
    RecordIndex.forget()


def pytest_collection_modifyitems(config, items):
    """Each test of the whole record runs in a transaction of its own, inside that of its module.

    On PostgreSQL only those run that ask a database something; the others have run on SQLite, and nothing would differ.
    """
    for item in items:
        if "record" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.django_db)
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
        aside = [item for item in items if not _asks_a_database(item)]
        config.hook.pytest_deselected(items=aside)
        items[:] = [item for item in items if item not in set(aside)]


def _asks_a_database(item) -> bool:
    marks = {mark.name for mark in item.iter_markers()}
    if "one_database" in marks:
        return False
    return bool(marks & {"django_db", "both_databases"} or {"db", "django_db_setup"} & set(item.fixturenames))


@pytest.fixture(scope="session")
def record_rows(django_db_setup, django_db_blocker):
    """The rows of the whole real record; the files are loaded once for all modules."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_fixtures", verbosity=0)
        rows = snapshot.take()
        transaction.set_rollback(True)
    return rows


@pytest.fixture(scope="module")
def record(record_rows, django_db_blocker):
    """The whole real record, put in once for a module of tests; what a test changes is rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        snapshot.put_back(record_rows)
        yield
        transaction.set_rollback(True)
