"""The records of the project's own fixtures, read once for all tests."""

from functools import cache

from events.exchange.load import read_records
from events.exchange.records import Record


@cache
def all_records() -> list[Record]:
    return read_records()
