"""What differs between two texts, word by word; the one way in which the site shows a difference."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal, NamedTuple

WORD = re.compile(r"\s+|\S+")
# Comparing grows with the square of the words; beyond this many the whole text counts as rewritten.
MOST_WORDS = 4_000

MARKS = {"same": "%s", "removed": "[-%s-]", "added": "{+%s+}"}
# Words of an unchanged stretch that a line of a terminal shows on either side of a change.
AROUND = 5

Kind = Literal["same", "removed", "added"]


class Piece(NamedTuple):
    kind: Kind
    text: str


def word_difference(old: str, new: str) -> list[Piece]:
    """The pieces in reading order; those not `added` make up the old text, those not `removed` the new one."""
    before, after = WORD.findall(old), WORD.findall(new)
    begin = _common(before, after)
    end = _common(before[begin:][::-1], after[begin:][::-1])
    head, tail = before[:begin], before[len(before) - end :]
    before, after = before[begin : len(before) - end], after[begin : len(after) - end]
    return _pieces([("same", head, head), *_changes(before, after), ("same", tail, tail)])


def _common(before: list[str], after: list[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))


Run = tuple[str, list[str], list[str]]


def _changes(before: list[str], after: list[str]) -> Iterator[Run]:
    if len(before) + len(after) > MOST_WORDS:
        yield "changed", before, after
        return
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield "same" if tag == "equal" else "changed", before[i:j], after[k:m]


def _pieces(runs: Iterable[Run]) -> list[Piece]:
    """Joins neighbours: a lone blank between two changes belongs to both, so that a phrase reads as a whole."""
    joined: list[Run] = []
    for tag, old, new in runs:
        if not old and not new:
            continue
        if len(joined) > 1 and tag == "changed" and joined[-2][0] == "changed" and not "".join(joined[-1][1]).strip():
            (_tag, first_old, first_new), (_same, blank, _blank) = joined[-2:]
            joined[-2:] = [(tag, first_old + blank + old, first_new + blank + new)]
        elif joined and joined[-1][0] == tag:
            joined[-1] = (tag, joined[-1][1] + old, joined[-1][2] + new)
        else:
            joined.append((tag, old, new))
    return list(_told(joined))


def _told(runs: list[Run]) -> Iterator[Piece]:
    for tag, old, new in runs:
        if tag == "same":
            yield Piece("same", "".join(old))
            continue
        if old:
            yield Piece("removed", "".join(old))
        if new:
            yield Piece("added", "".join(new))


def marked_difference(old: str, new: str) -> str:
    """The difference as one line of text: `The Geneva [-Accords-]{+Agreements+}`, long stretches cut short."""
    return "".join(
        MARKS[piece.kind] % (_cut(piece.text) if piece.kind == "same" else piece.text)
        for piece in word_difference(old, new)
    )


def _cut(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= 2 * AROUND + 1 else " ".join([*words[:AROUND], "…", *words[-AROUND:]])
