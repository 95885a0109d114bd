"""The record goes out of a database and into another, by our own door and by the stock one, and stays the same."""

import time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events.exchange.files import fixture_files
from events.models import Event
from tests.fixtures_small import SMALL
from tests.integration.record_state import empty_record, record_state

pytestmark = pytest.mark.django_db


def run(command, *paths, **options) -> str:
    out = StringIO()
    call_command(command, *paths, stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("order", [1, -1])
def test_the_stock_loaddata_gives_the_same_record_in_any_order(order):
    run("load_fixtures", *SMALL)
    ours = record_state()
    empty_record()
    run("loaddata", *SMALL[::order])
    assert record_state() == ours
    run("loaddata", *SMALL[::order])
    assert record_state() == ours
    assert run("load_fixtures", *SMALL) == "created 0, updated 0, unchanged 22\n"


def test_a_dump_loads_as_no_change_and_as_the_same_record(tmp_path):
    run("load_fixtures", *SMALL)
    Event.objects.filter(slug="geneva-accords-1954").update(version=4, loaded_version=4)
    before = record_state()
    folder = tmp_path / "dump"
    assert run("dump_fixtures", out=folder) == f"22 records written below {folder}\n"
    files = sorted(folder.rglob("*.yaml"))
    assert run("load_fixtures", *files) == "created 0, updated 0, unchanged 22\n"
    empty_record()
    assert run("load_fixtures", *files) == "created 22, updated 0, unchanged 0\n"
    assert record_state() == before
    empty_record()
    run("loaddata", *files)
    assert record_state() == before


def test_a_dump_is_the_same_every_time_and_never_overwrites(tmp_path):
    run("load_fixtures", *SMALL)
    text = run("export_events", everything=True)
    empty_record()
    run("load_fixtures", *SMALL[::-1])
    assert run("export_events", everything=True) == text
    run("dump_fixtures", out=tmp_path / "dump")
    with pytest.raises(CommandError, match="dump: the folder is not empty: name a new one"):
        run("dump_fixtures", out=tmp_path / "dump")


class TestTheRecordOfTheProject:
    def test_it_loads_in_a_few_seconds_and_changes_nothing_the_second_time(self):
        begun = time.perf_counter()
        assert ", updated 0, unchanged 0\n" in run("load_fixtures")
        assert time.perf_counter() - begun < 10
        assert run("load_fixtures").startswith("created 0, updated 0, unchanged ")
        assert Event.objects.count() >= 45

    def test_the_stock_loaddata_gives_the_same_record(self):
        run("load_fixtures")
        ours = record_state()
        empty_record()
        run("loaddata", *fixture_files())
        assert record_state() == ours

    def test_it_can_be_dumped_and_loaded_again(self, tmp_path):
        run("load_fixtures")
        before = record_state()
        run("dump_fixtures", out=tmp_path)
        files = sorted(tmp_path.rglob("*.yaml"))
        assert run("load_fixtures", *files).startswith("created 0, updated 0, unchanged ")
        empty_record()
        run("load_fixtures", *files)
        assert record_state() == before
