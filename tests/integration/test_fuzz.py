"""Spoiled files at the door of imports; a few of the thirty thousand of `make fuzz`."""

import pytest
from django.core.management import call_command
from django.utils import translation

from tests.fixtures_small import SMALL
from tests.fuzz.run import fuzz


@pytest.mark.django_db
def test_three_hundred_spoiled_files():
    call_command("load_fixtures", *SMALL, verbosity=0)
    with translation.override("en"):
        found = fuzz(300, seed=20261122)
    assert found.faults == []
    assert found.outcomes["refused"] > 150
    assert found.outcomes["imported"] > 5
