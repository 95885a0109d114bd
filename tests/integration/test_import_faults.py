"""Whatever breaks during an import, wherever it breaks: everything is there or nothing."""

import contextlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.models import F

from events.exchange import importing
from events.exchange.importing import Document, Options, run
from events.exchange.report import ExchangeError
from events.models import Change, Event, RecordVersion
from tests.fixtures_small import SMALL
from tests.integration.exchange_help import import_events, last_line
from tests.integration.record_state import record_state

SHEET = (
    "slug,date,title_vi,title_en,sources,countries,themes\n"
    + "".join(f"new-{n},{1500 + n},Mới,New {n},first-article §{n},CN; RU,war\n" for n in range(30))
    + "geneva-accords-1954,1954-07-21,Hiệp định Giơnevơ,The Geneva Agreements,second-article §4,CN,war\n"
)
UPDATE = Options(update=True)


class Fault(DatabaseError):
    """The database gives up."""


@pytest.fixture(autouse=True)
def _small(db):
    call_command("load_fixtures", *SMALL, verbosity=0)


def state():
    return record_state(), RecordVersion.current(), Change.objects.count(), Event.history.count()


@contextlib.contextmanager
def failing_at(number: int):
    """The n-th statement fails; yields a list with one entry for each statement that was sent."""
    sent = []

    def execute(run_statement, sql, params, many, context):
        sent.append(sql)
        if len(sent) == number:
            raise Fault("disk I/O error")
        return run_statement(sql, params, many, context)

    with connection.execute_wrapper(execute):
        yield sent


def test_every_statement_that_may_fail():
    """One after the other, until there is no further statement to fail."""
    before = state()
    refused = 0
    for number in range(1, 1000):
        with transaction.atomic():
            try:
                with failing_at(number) as sent:
                    run([Document("a.csv", SHEET)], UPDATE, "why")
            except ExchangeError as error:
                refused += "disk I/O error" in str(error)
            else:
                # Also when a batch failed and its records were written one by one instead.
                assert Event.objects.filter(slug__startswith="new-").count() == 30
                assert Event.objects.get(slug="geneva-accords-1954").title_en == "The Geneva Agreements"
                transaction.set_rollback(True)
        if len(sent) < number:
            break
        assert state() == before, f"statement {number}: {sent[number - 1]}"
    else:
        pytest.fail("the import never went through")
    assert refused > 30


def test_a_locked_database_is_a_plain_message(monkeypatch, tmp_path):
    def locked(*args, **kwargs):
        raise OperationalError("database is locked")

    path = tmp_path / "a.csv"
    path.write_text(SHEET)
    monkeypatch.setattr(importing, "read_database", locked)
    with pytest.raises(CommandError, match="database: database is locked"):
        import_events(path, update=True)


def test_an_edit_between_plan_and_writing_is_never_lost(monkeypatch, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(SHEET)
    write_plan = importing.write_plan

    def edit_then_write(*args, **kwargs):
        Event.objects.filter(slug="geneva-accords-1954").update(title_en="Theirs", version=F("version") + 1)
        write_plan(*args, **kwargs)

    before = record_state()
    monkeypatch.setattr(importing, "write_plan", edit_then_write)
    with pytest.raises(CommandError, match="was changed in the database at this moment: load again"):
        import_events(path, update=True)
    assert record_state() == before


def test_no_tables_yet_is_a_plain_message(monkeypatch, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(SHEET)
    monkeypatch.setattr("events.exchange.database.has_tables", lambda: False)
    with pytest.raises(CommandError, match="run manage.py migrate first"):
        call_command("import_events", path, stdout=StringIO(), stderr=StringIO())


def test_thousands_of_rows_are_told_of_in_stages(tmp_path, capsys):
    path = tmp_path / "a.csv"
    rows = "".join(f"many-{n},{n + 100:04d},Một {n},One {n}\n" for n in range(4_100))
    path.write_text("slug,date,title_vi,title_en\n" + rows)
    told = StringIO()
    out = StringIO()
    call_command("import_events", path, stdout=out, stderr=told)
    assert last_line(out.getvalue()) == "created 4100, updated 0, unchanged 0"
    stages = told.getvalue().splitlines()
    assert "read 4000 records …" in stages
    assert "written 4000 of 4100 …" in stages
