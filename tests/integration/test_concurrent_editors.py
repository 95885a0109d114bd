"""Several editors at one event over HTTP while files are brought in: what was accepted is there, what was refused is shown.

A small run of `python -m tests.editors`, on the database of this suite.
"""

import pytest

from tests.editors.run import run
from tests.own_database import database_of_its_own

EDITORS, SAVES, IMPORTS = 5, 3, 4
pytestmark = pytest.mark.both_databases


def test_nothing_that_was_saved_or_imported_is_lost(tmp_path):
    with database_of_its_own(tmp_path) as url:
        outcome = run(url, EDITORS, SAVES, imports=0.2, times=IMPORTS)
    assert outcome.is_good, f"{outcome}: {outcome.faults[:5]}"
    assert outcome.refused > 0, "nobody met anybody: the run proves nothing"
    assert outcome.imported + outcome.imports_refused == IMPORTS
