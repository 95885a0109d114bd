"""load_fixtures and check_fixtures on a database: everything or nothing, and a plain message."""

import os
import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from events.exchange import records
from events.exchange.load import load
from events.models import RECORD_MODELS, Event, RecordVersion, Theme
from tests.fixtures_small import SMALL
from tests.integration.record_state import record_state
from tests.unit.exchange.bad_fields import BAD_FIELDS, GOOD_EVENT
from tests.unit.exchange.bad_inputs import BAD_FILES, BOMB, record, theme

SMALL_COUNT = 22
ROWS = sorted({bad.row for bad in BAD_FILES + BAD_FIELDS})


def run(command, *paths, **options) -> str:
    out = StringIO()
    call_command(command, *paths, stdout=out, **options)
    return out.getvalue()


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (*RECORD_MODELS, RecordVersion)} | {
        "version": RecordVersion.current()
    }


@pytest.fixture
def small(db):
    """The small record, loaded."""
    run("load_fixtures", *SMALL)


@pytest.fixture
def refused(small, tmp_path):
    """Loads bad content on top of the small record and gives the message, having seen that nothing was written."""

    def load_bad(content, name="bad.yaml", command="load_fixtures", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        before = counts()
        with pytest.raises(CommandError) as error:
            run(command, path, **options)
        assert error.value.returncode == 1
        assert counts() == before
        return str(error.value)

    return load_bad


class TestLoad:
    def test_the_second_load_changes_nothing(self, db):
        assert run("load_fixtures", *SMALL) == f"created {SMALL_COUNT}, updated 0, unchanged 0\n"
        before = counts()
        assert run("load_fixtures", *SMALL) == f"created 0, updated 0, unchanged {SMALL_COUNT}\n"
        assert counts() == before

    def test_derived_columns_are_filled(self, small):
        event = Event.objects.get(slug="geneva-accords-1954")
        assert (event.earliest, event.latest, event.precision) == (713520, 713520, "day")
        assert "hiep dinh gionevo" in event.search
        assert (event.version, event.loaded_version) == (1, 1)
        assert {country.code for country in event.countries.all()} == {"CN", "SUHH"}

    def test_a_file_on_top_of_the_database(self, small, tmp_path):
        path = tmp_path / "more.yaml"
        fields = GOOD_EVENT | {"themes": "[[diplomacy]]", "place": "[geneva]"}
        path.write_text(record("event", fields))
        before = RecordVersion.current()
        assert run("load_fixtures", path) == "created 1, updated 0, unchanged 0\n"
        assert RecordVersion.current() > before

    def test_without_paths_it_takes_the_folder_of_the_project(self, db, settings, tmp_path):
        settings.BASE_DIR = tmp_path
        (tmp_path / "fixtures" / "deep").mkdir(parents=True)
        (tmp_path / "fixtures" / "deep" / "a.yaml").write_text(theme())
        (tmp_path / "fixtures" / "notes.md").write_text("no fixture")
        assert run("load_fixtures") == "created 1, updated 0, unchanged 0\n"

    def test_it_asks_the_database_little(self, db, django_assert_max_num_queries):
        load(SMALL)
        with django_assert_max_num_queries(25):
            load(SMALL)


class TestRefusal:
    @pytest.mark.parametrize("row", ROWS)
    def test_of_every_bad_file(self, refused, row):
        for bad in BAD_FILES + BAD_FIELDS:
            if bad.row == row:
                assert bad.message in refused(bad.content, bad.name)

    def test_of_one_bad_record_behind_many_good_ones(self, refused):
        good = "".join(theme(slug=f"good-{number}") for number in range(39))
        assert "bad.yaml:201 theme worse order" in refused(good + theme(slug="worse", order="x"))

    def test_of_a_reference_to_nothing(self, refused):
        message = refused(record("event", GOOD_EVENT | {"place": "[genev]"}))
        assert 'place: place genev is neither in the files nor in the database; did you mean "geneva"?' in message

    def test_of_a_second_preferred_date_beside_the_database(self, refused):
        fields = {"event": "[geneva-accords-1954]", "source": "[first-article]", "locator": "§9"}
        message = refused(record("citation", fields | {"supports": "date", "preferred": "true"}))
        assert "citation geneva-accords-1954 / first-article / §1 already gives the preferred date" in message

    def test_of_a_circle_through_the_database(self, refused):
        fields = {"from_event": "[geneva-conference-1954]", "to_event": "[geneva-accords-1954]", "kind": "part_of"}
        message = refused(record("relation", fields | {"source": "[first-article]", "locator": "§9"}))
        assert "a circle: geneva-accords-1954 → geneva-conference-1954 → geneva-accords-1954" in message

    def test_of_an_event_that_the_database_has_under_another_name(self, refused):
        titles = {"slug": "geneva-2", "title_vi": "Hiệp định Geneva", "title_en": "Geneva Accords"}
        fields = GOOD_EVENT | titles | {"date": '"1954-07-20"', "countries": "[[SUHH], [CN]]"}
        assert "event geneva-2: looks like event geneva-accords-1954" in refused(record("event", fields))

    def test_of_a_change_of_date_that_breaks_a_relation_of_the_database(self, refused):
        fields = GOOD_EVENT | {"slug": "geneva-conference-1954", "date": '"1999"'}
        message = refused(record("event", fields), existing="update")
        assert (
            "event geneva-conference-1954 date: relation geneva-conference-1954 / geneva-accords-1954 / led_to"
            in message
        )

    def test_by_the_database_itself_names_the_record(self, refused, monkeypatch):
        monkeypatch.setattr(records, "broken_constraints", lambda model, values: [])
        names = {"name_vi": "x", "name_en": "x"}
        good = "".join(record("place", {"slug": f"good-{number}"} | names) for number in range(9))
        message = refused(good + record("place", {"slug": "half", "latitude": '"1.5"'} | names))
        assert "bad.yaml:46 place half: the database refuses the record: " in message
        assert "place_both_coordinates" in message
        assert message.startswith("1 problem,")

    def test_in_the_middle_of_writing_leaves_nothing_behind(self, refused, monkeypatch):
        def fail():
            assert Theme.objects.filter(slug="bad").exists()
            raise DatabaseError("disk full")

        monkeypatch.setattr(RecordVersion, "bump", fail)
        assert refused(theme()).endswith("database: disk full")
        assert not Theme.objects.filter(slug="bad").exists()


class TestCheck:
    def test_it_writes_nothing_and_counts(self, db):
        text = run("check_fixtures", *SMALL)
        assert "    3 event\n" in text
        assert f"load_fixtures --existing update would do: created {SMALL_COUNT}, updated 0, unchanged 0" in text
        assert not Event.objects.exists()

    def test_it_refuses_what_load_refuses(self, refused):
        assert "the anchor &a" in refused(BOMB, command="check_fixtures")
        assert "place nowhere is neither" in refused(
            record("event", GOOD_EVENT | {"place": "[nowhere]"}), command="check_fixtures"
        )


class TestCommandLine:
    """The real exit code, in a process of its own, on a database without tables."""

    def manage(self, tmp_path, *arguments):
        return subprocess.run(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=settings.BASE_DIR,
            env=os.environ
            | {"DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3", "DJANGO_SETTINGS_MODULE": "timeline.settings"},
            capture_output=True,
            text=True,
        )

    def test_a_refusal_ends_with_one_and_no_traceback(self, tmp_path):
        (tmp_path / "bad.yaml").write_text(theme(order="x"))
        result = self.manage(tmp_path, "load_fixtures", tmp_path / "bad.yaml")
        assert result.returncode == 1
        assert "Traceback" not in result.stderr
        assert 'bad.yaml:6 theme bad order: "x" is not a whole number' in result.stderr

    def test_check_needs_no_tables_and_load_says_so(self, tmp_path):
        result = self.manage(tmp_path, "check_fixtures", *SMALL)
        assert (result.returncode, result.stderr) == (0, "")
        result = self.manage(tmp_path, "load_fixtures", *SMALL)
        assert result.returncode == 1
        assert "there are no tables yet: run manage.py migrate first" in result.stderr


def test_record_state_sees_everything(small):
    state = record_state()
    assert sum(map(len, state.values())) == SMALL_COUNT
    assert state["Event"]["geneva-accords-1954",]["countries"] == [("CN",), ("SUHH",)]


class TestEverythingAtOnce:
    """What is wrong in a field, what points to nothing and what a record lacks are told in one go."""

    EVENT = record(
        "event",
        {"slug": "new-1979", "date": "1979-02-30", "title_vi": "Mới", "title_en": "New", "themes": "[[diplomcy]]"},
    )
    # fmt: off
    BARE = record(
        "event",
        {"slug": "bare-1979", "date": "1979", "title_vi": "Trần", "title_en": "Bare", "summary_vi": "Chữ.",
         "summary_en": "Words.", "significance_vi": "Chữ.", "significance_en": "Words.", "status": "published"},
    )
    # fmt: on

    def test_three_mistakes_of_three_kinds(self, refused):
        message = refused(self.EVENT + self.BARE, command="check_fixtures")
        assert '"1979-02-30" is not a date: February 1979 has 28 days; write 1979-02-28' in message
        assert 'theme diplomcy is neither in the files nor in the database; did you mean "diplomacy"?' in message
        assert "a published event needs at least one source" in message
        assert message.startswith("3 problems, nothing was written:")

    def test_what_was_not_taken_in_makes_no_other_look_wrong(self, refused):
        message = refused(theme(slug="bad slug") + self.EVENT)
        assert "bad slug" in message
        assert "February 1979 has 28 days" in message
        assert "diplomcy" not in message
