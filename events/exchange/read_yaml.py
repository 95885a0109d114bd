"""Reads YAML as text alone: `NO`, `12:30`, `0755` and `1954-07-21` stay what they are on the page.

The file is taken event by event, so an anchor is refused where it stands and nothing is ever expanded.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from django.utils.translation import gettext as _

from .tree import Group, Limits, Listing, Node, Refuse, Text, Unreadable, duplicate_key, null

# The same grammar in C, about ten times as quick, wherever PyYAML was built with it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULLS = ("", "~", "null", "Null", "NULL")


def read_yaml(text: str, refuse: Refuse) -> Node | None:
    """The one document of a file, None for an empty file; raises Unreadable."""
    return _YamlReader(text, refuse).document()


class _YamlReader:
    def __init__(self, text: str, refuse: Refuse) -> None:
        self.events: Iterator[Any] = yaml.parse(text, Loader=LOADER)
        self.last_line = text.count("\n") + 1
        self.refuse = refuse
        self.limits = Limits()

    def document(self) -> Node | None:
        try:
            next(self.events)
            if isinstance(next(self.events), yaml.StreamEndEvent):
                return None
            tree = self.node(next(self.events))
            next(self.events)
            after = next(self.events)
        except yaml.YAMLError as error:
            raise self.unreadable(error) from None
        if not isinstance(after, yaml.StreamEndEvent):
            raise Unreadable(_line(after), _("a second document begins here (---): put all records into one list"))
        return tree

    def node(self, event: Any) -> Node:
        line = _line(event)
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable(
                line,
                _("the alias *%(name)s: write the value out, aliases are not read") % {"name": str(event.anchor)[:40]},
            )
        if event.anchor:
            raise Unreadable(
                line, _("the anchor &%(name)s: delete it and write every value out") % {"name": str(event.anchor)[:40]}
            )
        if event.tag:
            raise Unreadable(
                line, _("the tag %(tag)s: delete it, every value is read as text") % {"tag": event.tag[:60]}
            )
        self.limits.count(line)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.listing(line)
        if isinstance(event, yaml.MappingStartEvent):
            return self.group(line)
        is_plain = event.implicit[0]
        return null(line) if is_plain and event.value in NULLS else Text(event.value, line)

    def listing(self, line: int) -> Listing:
        self.limits.enter(line)
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event))
        self.limits.leave()
        return Listing(items, line)

    def group(self, line: int) -> Group:
        self.limits.enter(line)
        group = Group({}, {}, line)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event)
            value = self.node(next(self.events))
            if key in group.lines:
                self.refuse(_line(event), duplicate_key(key, group.lines[key], _line(event)))
                continue
            group.lines[key] = _line(event)
            group.values[key] = value
        self.limits.leave()
        return group

    def key(self, event: Any) -> str:
        node = self.node(event)
        if not isinstance(node, Text):
            raise Unreadable(node.line, _("a key must be the name of a field, such as title_vi"))
        if node.text == "<<":
            raise Unreadable(node.line, _("the merge key <<: write the fields out, merges are not read"))
        return node.text

    def unreadable(self, error: yaml.YAMLError) -> Unreadable:
        """Say in one line what the parser says in several, and whether the file seems cut off."""
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        context = getattr(error, "context_mark", None)
        mark = getattr(error, "problem_mark", None) or context
        line = mark.line + 1 if mark else self.last_line
        began = context.line + 1 if context else line
        values = {"problem": problem, "began": began}
        if "end of stream" in problem or line >= self.last_line > began:
            return Unreadable(
                line,
                _("not readable as YAML: %(problem)s; what begins in line %(began)d has no end: is the file cut off?")
                % values,
            )
        return Unreadable(line, _("not readable as YAML: %(problem)s; check indentation, quotes and colons") % values)


def _line(event: Any) -> int:
    return event.start_mark.line + 1
