"""What is written as YAML reads back as the same records."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from events.exchange.characters import REFUSED, normal
from events.exchange.load import read_records
from events.exchange.read_yaml import read_yaml
from events.exchange.records import Record, check_tree
from events.exchange.report import Report
from events.exchange.write_yaml import write_yaml
from events.models import Theme
from tests.fixtures_small import SMALL

ALLOWED = st.characters(exclude_categories=("Cs", "Cn", "Co")).filter(lambda character: not REFUSED.match(character))
TEXTS = st.lists(st.text(ALLOWED, max_size=60), max_size=5).map(lambda lines: normal("\n".join(lines)))


def read_back(text: str) -> list[Record]:
    report = Report()
    records = check_tree(read_yaml(text, pytest.fail), "a.yaml", report)
    assert not report.problems
    return records


def test_the_small_record_comes_back_unchanged():
    records = read_records(SMALL)
    back = read_back(write_yaml(records))
    assert [(one.name, one.values) for one in back] == [(one.name, one.values) for one in records]
    assert write_yaml(back) == write_yaml(records)


@given(TEXTS, st.text(ALLOWED, min_size=1, max_size=120).map(lambda text: normal(text.replace("\n", " "))))
def test_any_text_comes_back_unchanged(definition, name):
    name = name.replace("\t", " ") or "x"
    values = {"slug": "a", "name_vi": name, "name_en": name[:1], "definition_vi": definition, "definition_en": ""}
    values |= {"name_ru": name[1:], "definition_ru": definition[:3], "order": 0}
    values = {key: normal(value) if isinstance(value, str) else value for key, value in values.items()}
    [back] = read_back(write_yaml([Record(Theme, values)]))
    assert back.values == values


def test_the_stock_reader_of_yaml_reads_the_same_texts():
    values = {"slug": "on", "name_vi": "1945", "name_en": "12:30", "definition_vi": "null", "definition_en": "~"}
    # What is blank in Russian stays out of the file.
    [record] = yaml.safe_load(write_yaml([Record(Theme, values | {"order": 7, "name_ru": "", "definition_ru": ""})]))
    assert record == {"model": "events.theme", "fields": values | {"order": "7"}}


def test_references_stand_in_one_line_and_long_texts_are_folded():
    text = write_yaml(record for record in read_records(SMALL) if record.key == ("geneva-accords-1954",))
    assert "    countries: [[CN], [SUHH]]\n" in text
    assert "    place: [geneva]\n" in text
    assert "    summary_vi: >-\n      Hội nghị" in text
    assert "significance_vi: 'Theo bài viết: một bước ngoặt.'" in text
