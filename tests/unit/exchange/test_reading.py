"""What good files give: the same records from YAML and JSON, every value as it stands on the page."""

import unicodedata
from decimal import Decimal

import pytest

from events.dates import HistoricalDate
from events.exchange.load import read_records
from events.exchange.report import Location
from events.models import Country, Event
from tests.unit.exchange.bad_fields import GOOD_EVENT
from tests.unit.exchange.bad_inputs import json_theme, record, theme


@pytest.fixture
def read(tmp_path):
    """Reads one file with the content given."""

    def read_content(content, name="a.yaml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_records([path])

    return read_content


@pytest.mark.parametrize(
    "text", ["NO", "on", "12:30", "0755", "1945-07-21", "1e3", "0x1F", "1_000", "True", ".inf", "="]
)
def test_every_yaml_value_is_the_text_on_the_page(read, text):
    [one] = read(theme(name_en=text))
    assert one.values["name_en"] == text


def test_json_gives_the_same_records_as_yaml(read):
    yaml_text = record(
        "event",
        GOOD_EVENT | {"countries": "[[CN], [SUHH]]", "place": "[geneva]", "summary_en": '"A \\"q\\" – đ 周"'},
    )
    json_text = """[{"model": "events.event", "fields": {"slug": "e", "date": "1954", "title_vi": "T", "title_en": "T",
        "countries": [["CN"], ["SUHH"]], "place": ["geneva"], "summary_en": "A \\"q\\" \\u2013 \\u0111 \\u5468"}}]"""
    [from_yaml], [from_json] = read(yaml_text), read(json_text, "a.json")
    assert from_json.values == from_yaml.values
    assert from_json.name == from_yaml.name == (Event, ("e",))


def test_json_says_true_and_false_without_quotes_as_yaml_does(read):
    fields = {"event": "[e]", "source": "[s]", "locator": "x", "preferred": "true"}
    [from_yaml] = read(record("citation", fields))
    [from_json] = read(
        '[{"model": "events.citation", "fields": {"event": ["e"], "source": ["s"], "locator": "x", "preferred": true}}]',
        "a.json",
    )
    assert from_json.values == from_yaml.values
    assert from_json.values["preferred"] is True


def test_a_record_and_its_fields_know_their_lines(read):
    _first, second = read(theme() + "\n" + theme(slug="other", definition_en=">-\n      one\n      two", order="2"))
    assert second.location.line == 7
    assert second.at("order").line == second.location.line + 8
    [from_json] = read(json_theme(order='"2"'), "a.json")
    assert (from_json.location.line, from_json.at("order").line) == (1, 5)
    assert str(from_json.at("definition_en")).endswith("a.json:1")


def test_what_is_left_out_has_the_default_of_the_model(read):
    [event] = read(record("event", GOOD_EVENT))
    assert event.values["importance"] == 2
    assert event.values["status"] == "draft"
    assert event.values["countries"] == ()
    assert event.values["place"] is None
    assert event.values["summary_vi"] == ""
    assert event.version is None


def test_values_have_the_types_of_their_fields(read):
    fields = {"slug": "p", "name_vi": "x", "name_en": "x", "latitude": '"-1.50"', "longitude": '"180"'}
    event, place = read(record("event", GOOD_EVENT | {"importance": '"1"'}) + record("place", fields))
    assert event.values["date"] == HistoricalDate.parse("1954")
    assert event.values["importance"] == 1
    assert place.values["latitude"] == Decimal("-1.5")
    country = read(record("country", {"code": "CN", "name_vi": "x", "name_en": "x", "first_year": '"-221"'}))[0]
    assert country.name == (Country, ("CN",))
    assert country.values["first_year"] == -221


def test_texts_are_trimmed_and_composed(read):
    decomposed = unicodedata.normalize("NFD", "Điện Biên Phủ")
    [one] = read(theme(name_vi=f'"  {decomposed} "', definition_en="|\n      one\n      two\n"))
    assert one.values["name_vi"] == "Điện Biên Phủ"
    assert one.values["definition_en"] == "one\ntwo"


def test_a_byte_order_mark_and_windows_line_ends_are_dropped(read):
    [from_yaml] = read(b"\xef\xbb\xbf" + theme().replace("\n", "\r\n").encode())
    [from_json] = read(b"\xef\xbb\xbf" + json_theme().replace("\n", "\r\n").encode(), "a.json")
    assert from_yaml.values == from_json.values


@pytest.mark.parametrize(
    "markup", ["<script>alert(1)</script>", "{{ settings }}", "{% debug %}", "<!--", "</script>", "<img onerror=x>"]
)
def test_markup_is_text_like_any_other(read, markup):
    [one] = read(theme(definition_en=f'"{markup}"'))
    assert one.values["definition_en"] == markup


def test_the_name_of_a_file_of_the_project_is_shown_from_its_folder(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    path = tmp_path / "fixtures" / "a.yaml"
    path.parent.mkdir()
    path.write_text(theme())
    assert read_records()[0].location == Location("fixtures/a.yaml", 1)
