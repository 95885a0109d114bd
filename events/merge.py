"""Joins three states of one form: what an editor began with, what the editor typed, what the record holds by now.

A state maps each field to the texts that a browser sends for it; a list of choices sends several, in no order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Values = Mapping[str, tuple[str, ...]]


class Who(StrEnum):
    """Whose change a difference is."""

    BOTH = "both"
    # Both changed a list of choices, and their changes do not stand in each other's way.
    JOINED = "joined"
    MINE = "mine"
    THEIRS = "theirs"


class Fate(StrEnum):
    """What became of a row: kept by both, added or deleted by the one or the other."""

    KEPT = "kept"
    ADDED_BY_THEM = "added_by_them"
    ADDED_BY_ME = "added_by_me"
    # They deleted it, but the editor has changed it: it comes back as a new row.
    DELETED_BY_THEM = "deleted_by_them"
    # The editor wanted to delete it, but they have changed it: the editor decides again.
    DELETED_BY_ME = "deleted_by_me"


@dataclass(frozen=True, slots=True)
class Difference:
    field: str
    who: Who
    typed: tuple[str, ...]
    present: tuple[str, ...]


@dataclass(slots=True)
class MergedRow:
    """One row of a list inside the form; an empty `key` is a row that the record does not hold."""

    key: str
    values: dict[str, tuple[str, ...]]
    fate: Fate = Fate.KEPT
    delete: bool = False
    differences: list[Difference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TypedRow:
    key: str
    values: Values
    delete: bool = False


def merge_values(
    began: Values | None, typed: Values, present: Values, lists: Iterable[str] = ()
) -> tuple[dict[str, tuple[str, ...]], list[Difference]]:
    """The values to go on from, and every field in which the typed text and the record differ.

    Where only one side changed a field, its value stands; where both did, the typed one, and the editor is told.
    `lists` names fields whose choices are joined one by one. Without `began` every difference is taken for both's.
    """
    merged, differences = {}, []
    for name in typed:
        mine, theirs = _sorted(typed, name, lists), _sorted(present, name, lists)
        start = None if began is None else _sorted(began, name, lists)
        merged[name] = mine
        if mine == theirs:
            continue
        who = Who.THEIRS if mine == start else Who.MINE if theirs == start else Who.BOTH
        if who is Who.THEIRS:
            merged[name] = theirs
        elif who is Who.BOTH and name in lists and start is not None:
            who, gone = Who.JOINED, set(start) - set(mine)
            merged[name] = tuple(sorted((set(theirs) - gone) | (set(mine) - set(start))))
        differences.append(Difference(name, who, mine, theirs))
    return merged, differences


def _sorted(values: Values, name: str, lists: Iterable[str]) -> tuple[str, ...]:
    found = values.get(name, ())
    return tuple(sorted(found)) if name in lists else found


def merge_rows(
    began: Mapping[str, Values] | None, typed: Iterable[TypedRow], present: Mapping[str, Values]
) -> list[MergedRow]:
    """The rows of one list: those of the record first, in its order, then those that it does not hold."""
    mine = {row.key: row for row in typed if row.key}
    held, loose = [], []
    for key, theirs in present.items():
        start = began.get(key) if began is not None else None
        if key not in mine:
            held.append(MergedRow(key, dict(theirs), Fate.ADDED_BY_THEM))
        elif mine[key].delete:
            changed = [
                Difference(name, Who.THEIRS, value, theirs.get(name, ()))
                for name, value in (start or {}).items()
                if value != theirs.get(name, ())
            ]
            fate = Fate.DELETED_BY_ME if changed or start is None else Fate.KEPT
            held.append(MergedRow(key, dict(theirs), fate, delete=fate is Fate.KEPT, differences=changed))
        else:
            values, differences = merge_values(start, mine[key].values, theirs)
            held.append(MergedRow(key, values, differences=differences))
    for row in typed:
        if not row.key:
            loose.append(MergedRow("", dict(row.values), Fate.ADDED_BY_ME))
        elif row.key not in present and not row.delete and (began is None or row.values != began.get(row.key)):
            loose.append(MergedRow("", dict(row.values), Fate.DELETED_BY_THEM))
    return held + loose
