"""What is made once for each version of the record: pages, files, and what pages share, such as rows and tables."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar
from weakref import WeakKeyDictionary

from events.timeline_data.index import RecordIndex

T = TypeVar("T")


class Kept:
    """Made things by key, `most` for each index; what was not asked for longest goes first. They end with their index."""

    def __init__(self, most: int):
        self.most = most
        self._lock = threading.Lock()
        self._made: WeakKeyDictionary[RecordIndex, OrderedDict[tuple, object]] = WeakKeyDictionary()

    def once(self, index: RecordIndex, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What `make` answers, or answered before; the key names the thing and all that it depends on."""
        with self._lock:
            made = self._made.setdefault(index, OrderedDict())
            if key in made:
                made.move_to_end(key)
                return made[key]
        found = make()
        with self._lock:
            made[key] = found
            if len(made) > self.most:
                made.popitem(last=False)
        return found


# What pages share, most of it a list entry of about 1 kB; the key names the language where a thing has one.
once = Kept(20_000).once
