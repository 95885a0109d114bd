"""What every test starts from: an empty index, and no outside network."""

import pytest
from django.core.management import call_command
from django.db import transaction

from events.timeline_data.index import RecordIndex


@pytest.fixture(autouse=True)
def fresh_index():
    """Rolled-back databases count the same versions again, so the index of the last test must go."""
    RecordIndex.forget()
    yield
    RecordIndex.forget()


def pytest_collection_modifyitems(items):
    """Each test of the whole record runs in a transaction of its own, inside that of its module."""
    for item in items:
        if "record" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="module")
def record(django_db_setup, django_db_blocker):
    """The whole real record, loaded once for a module of tests; what a test changes is rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_fixtures", verbosity=0)
        yield
        transaction.set_rollback(True)
