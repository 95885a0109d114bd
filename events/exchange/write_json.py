"""Writes Records as JSON in the same shape as the fixtures' YAML: every value a text, always in the same order."""

import json
from collections.abc import Iterable

from .records import Record
from .written import written_record


def write_json(records: Iterable[Record]) -> str:
    """One file's text; read again it gives the same records."""
    return json.dumps([written_record(record) for record in records], ensure_ascii=False, indent=1) + "\n"
