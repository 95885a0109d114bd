"""What pages share is made once for each version of the record: rows, tables, who leads to whom, who held which office."""

from collections.abc import Callable, Hashable
from typing import TypeVar
from weakref import WeakKeyDictionary

from events.timeline_data.index import RecordIndex

T = TypeVar("T")
# Things kept, most of them a list entry of about 1 kB.
KEPT = 20_000
# They live as long as the index that they were made from.
_made: WeakKeyDictionary[RecordIndex, dict[tuple, object]] = WeakKeyDictionary()


def once(index: RecordIndex, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """What `make` answers, or answered before; the key names the thing, and its language if it has one."""
    made = _made.setdefault(index, {})
    found = made.get(key)
    if found is None:
        found = make()
        if len(made) >= KEPT:
            made.clear()
        made[key] = found
    return found
