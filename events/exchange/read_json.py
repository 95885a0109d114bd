"""Reads JSON with the same rules as YAML and into the same shape: values know their line, keys stand once."""

import json
from bisect import bisect_right
from collections.abc import Callable
from json.decoder import JSONArray, JSONObject  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from .tree import Group, Limits, Listing, Misfit, Node, Refuse, Text, Unreadable, duplicate_key, null

Scan = Callable[[str, int], tuple[Any, int]]


class _Bare(NamedTuple):
    """A number without quotes, as written; NaN and Infinity too."""

    text: str


def read_json(text: str, refuse: Refuse) -> Node | None:
    """The one value of a file, None for an empty file; raises Unreadable."""
    if not text.strip():
        return None
    return _LineDecoder(text, refuse).document()


class _LineDecoder(json.JSONDecoder):
    """The library's own decoder, with its array and object steps wrapped to note where each value begins."""

    def __init__(self, text: str, refuse: Refuse) -> None:
        super().__init__(parse_int=_Bare, parse_float=_Bare, parse_constant=_Bare)
        self.text = text
        self.refuse = refuse
        self.limits = Limits()
        self.line_starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]
        self.parse_array = self._array
        self.parse_object = self._object
        self.scan_once = py_make_scanner(self)

    def document(self) -> Node:
        start = len(self.text) - len(self.text.lstrip(" \t\n"))
        try:
            value, end = self.scan_once(self.text, start)
        except StopIteration as stop:
            raise self._unreadable("Expecting value", stop.value) from None
        except json.JSONDecodeError as error:
            raise self._unreadable(error.msg, error.pos) from None
        if rest := self.text[end:].strip(" \t\n"):
            raise self._unreadable("Extra data", self.text.index(rest, end))
        return self._node(value, start)

    def _line(self, index: int) -> int:
        return bisect_right(self.line_starts, index)

    def _unreadable(self, problem: str, index: int) -> Unreadable:
        if not self.text[index:].strip() or problem.startswith("Unterminated"):
            template = _("not readable as JSON: %(problem)s; is the file cut off?")
        else:
            template = _("not readable as JSON: %(problem)s; check commas, quotes and brackets")
        return Unreadable(self._line(index), template % {"problem": problem})

    def _located(self, scan: Scan) -> Scan:
        def scan_with_line(text: str, index: int) -> tuple[Node, int]:
            value, end = scan(text, index)
            return self._node(value, index), end

        return scan_with_line

    def _node(self, value: Any, index: int) -> Node:
        line = self._line(index)
        self.limits.count(line)
        if isinstance(value, str):
            return Text(value, line)
        if value is None:
            return null(line)
        if isinstance(value, bool):
            return Text("true" if value else "false", line)
        if isinstance(value, _Bare):
            words = _('%(value)s is not a text: write it in quotes, "%(value)s"') % {"value": value.text[:40]}
            return Misfit(words, line, value.text[:40])
        return value

    def _array(self, start: tuple[str, int], scan_once: Scan, *rest: Any) -> tuple[Node, int]:
        line = self._line(start[1] - 1)
        self.limits.enter(line)
        items, end = JSONArray(start, self._located(scan_once), *rest)
        self.limits.leave()
        return Listing(items, line), end

    def _object(
        self, start: tuple[str, int], strict: bool, scan_once: Scan, hook: Any, pairs_hook: Any, *rest: Any
    ) -> tuple[Node, int]:
        line = self._line(start[1] - 1)
        self.limits.enter(line)
        group, end = JSONObject(
            start, strict, self._located(scan_once), None, lambda pairs: self._group(pairs, line), *rest
        )
        self.limits.leave()
        return group, end

    def _group(self, pairs: list[tuple[str, Node]], line: int) -> Group:
        group = Group({}, {}, line)
        for key, value in pairs:
            if key in group.lines:
                self.refuse(value.line, duplicate_key(key, group.lines[key], value.line))
                continue
            group.lines[key] = value.line
            group.values[key] = value
        return group
