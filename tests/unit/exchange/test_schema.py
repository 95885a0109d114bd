"""The JSON Schema that editors complete by says what the validator says of one record."""

import json
import re
from pathlib import Path

import pytest
import yaml

from events.exchange.schema import record_schema
from tests.unit.exchange.bad_fields import BAD_FIELDS
from tests.unit.exchange.bad_inputs import theme

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = record_schema()


def faults(value, schema, where="") -> list[str]:
    """What a JSON Schema tool would find, for the words that our schema uses."""
    found = []
    kind = {"string": str, "array": list, "object": dict}.get(schema.get("type"))
    if kind and not isinstance(value, kind):
        return [f"{where}: {value!r} is no {schema['type']}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r} is none of {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{where}: {value!r} is not {schema['const']}")
    if isinstance(value, str):
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 1_000_000):
            found.append(f"{where}: {len(value)} characters")
        if "pattern" in schema and not re.search(schema["pattern"], value):
            found.append(f"{where}: {value!r} does not look like {schema['pattern']}")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 1_000_000):
            found.append(f"{where}: {len(value)} items")
        if schema.get("uniqueItems") and len(value) != len({json.dumps(item) for item in value}):
            found.append(f"{where}: an item twice")
        for place, item in enumerate(value):
            found += faults(item, schema.get("items", {}), f"{where}[{place}]")
    if isinstance(value, dict):
        shapes = schema.get("properties", {})
        found += [f"{where}: {name} is missing" for name in schema.get("required", ()) if name not in value]
        for name, item in value.items():
            if name in shapes:
                found += faults(item, shapes[name], f"{where}.{name}")
            elif schema.get("additionalProperties") is False:
                found.append(f"{where}: {name} is unknown")
    for rule in schema.get("allOf", ()):
        if not faults(value, rule["if"]):
            found += faults(value, rule["then"], where)
    return found


@pytest.mark.both_databases
def test_the_file_in_docs_is_current():
    kept = json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))
    assert kept == SCHEMA, "run make docs"


def test_every_fixture_of_the_project_holds_to_it():
    files = sorted((ROOT / "fixtures").rglob("*.yaml"))
    assert len(files) > 20
    for path in files:
        records = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert faults(records, SCHEMA, path.name) == []


@pytest.mark.parametrize("row", [7, 8, 9, 10, 11, 12, 22])
def test_it_finds_most_of_what_the_validator_refuses_in_one_record(row):
    bad = [each for each in BAD_FIELDS if each.row == row and each.name.endswith(".yaml")]
    found = [each for each in bad if faults(yaml.safe_load(each.content), SCHEMA)]
    assert len(found) >= len(bad) / 2


def test_a_good_record_has_no_fault():
    assert faults(yaml.safe_load(theme()), SCHEMA) == []
