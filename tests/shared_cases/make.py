"""Writes the shared cases again: `DJANGO_SETTINGS_MODULE=tests.settings python -m tests.shared_cases.make`.

The expected values come from plain.py alone; a test fails when the files differ from what it would write.
"""

import json
from pathlib import Path
from urllib.parse import parse_qs

from . import made_record, plain
from .cases import FILTERS, SEARCHES, windows
from .sent import sent, vocabulary

FOLDER = Path(__file__).parent


def contents() -> dict[str, object]:
    """What each file holds, by its name."""
    rows = made_record.rows()
    ordered = plain.in_order(rows)
    record = plain.record(ordered)
    asked = windows([row["slug"] for row in sorted(ordered, key=plain.merit)])
    found = [
        {"query": query, "width": width, "automatic": automatic, "most": most}
        | {"expected": plain.window(ordered, query, width, automatic, most)}
        for query, width, automatic, most in asked
    ]
    return {
        "events.json": rows,
        "record.json": record,
        "search.json": plain.search(ordered),
        "searches.json": [
            {"q": text, "slugs": [row["slug"] for row in ordered if plain.finds(row, text)]} for text in SEARCHES
        ],
        "filters.json": [filter_case(ordered, query) for query in FILTERS],
        "windows.json": found,
        "vocabulary.json": vocabulary(record),
        "sent.json": [
            {name: case[name] for name in ("query", "width", "automatic", "most")}
            | {"answer": sent(record, case["expected"], len(ordered), plain.extent(ordered))}
            for case in found[2:40:5]
        ],
    }


def filter_case(rows: list[dict], text: str) -> dict:
    query = parse_qs(text)
    kept = [row["slug"] for row in rows if plain.holds(row, query)]
    return {"query": text, "slugs": kept, "facets": plain.facets(rows, query)}


def written(content: object) -> str:
    """JSON with one entry of a list per line, so that a change shows where it is."""
    if isinstance(content, list):
        return "[\n" + ",\n".join(_line(entry) for entry in content) + "\n]\n"
    return _line(content) + "\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    for name, content in contents().items():
        (FOLDER / name).write_text(written(content), encoding="utf-8")
