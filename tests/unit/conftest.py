"""The record of the shared cases, kept with its texts and read from the database when it is shown."""

import pytest
from django.db import transaction

from events.timeline_data import index as index_module
from events.timeline_data.index import RecordIndex
from tests.shared_cases.load import load
from tests.shared_cases.made_record import rows


@pytest.fixture(scope="module")
def small_record(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load(rows())
        yield
        transaction.set_rollback(True)


@pytest.fixture(params=["kept", "stored"])
def index(small_record, request, monkeypatch):
    """The index of the small record, as a small one and as if it were a large one."""
    if request.param == "stored":
        monkeypatch.setattr(index_module, "KEPT_WITH_TEXTS", 0)
    found = RecordIndex(version=1)
    assert found.large == (request.param == "stored")
    return found


def pytest_collection_modifyitems(items):
    """Each test of the small record runs in a transaction of its own, inside that of its module."""
    for item in items:
        if "small_record" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.django_db)
