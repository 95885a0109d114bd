"""What is written in a format of our own is read again as the same records, whatever they hold."""

import pytest
from hypothesis import HealthCheck, given, settings

from events.exchange.load import read_fixture
from events.exchange.read_csv import read_table
from events.exchange.records import check_records
from events.exchange.report import Report
from events.exchange.sheet import guarded, join_list, read_sheet, split_list, unguarded, write_sheet
from events.exchange.write_json import write_json
from events.exchange.write_yaml import write_yaml
from events.models import Event
from tests.unit.exchange.made_records import records, texts

COMMON = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def told(record) -> dict:
    return {name: frozenset(value) if isinstance(value, tuple) else value for name, value in record.values.items()}


@pytest.mark.parametrize(("write", "suffix"), [(write_yaml, ".yaml"), (write_json, ".json")])
def test_fixtures(write, suffix):
    @COMMON
    @given(records())
    def same(record):
        text = write([record])
        report = Report()
        again = read_fixture("a" + suffix, suffix, text, report)
        assert report.problems == []
        assert [each.label for each in again] == [record.label]
        assert told(again[0]) == told(record)
        assert (again[0].version or 1) == (record.version or 1)
        assert write(again) == text

    same()


@COMMON
@given(records(models_used=(Event,)))
def test_the_sheet(record):
    text = write_sheet([record])
    report = Report()
    table = read_table(text.replace("\r\n", "\n"))
    nodes, stated = read_sheet(table, "a.csv", report)
    again = check_records(nodes, "a.csv", report, stated)
    assert report.problems == []
    assert told(again[0]) == told(record)
    assert again[0].version == record.version
    assert write_sheet(again) == text


@COMMON
@given(texts(60, is_line=True))
def test_a_cell_is_never_a_formula_and_comes_back(text):
    cell = guarded(text)
    assert cell[:1] not in tuple("=+-@")
    assert unguarded(cell) == text


@COMMON
@given(texts(60, is_line=True, least=1), texts(60, is_line=True, least=1))
def test_a_list_of_two_comes_back(one, two):
    assert split_list(join_list([one, two])) == [one, two]
