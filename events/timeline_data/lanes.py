"""Which lanes a view has and which events stand in each; static/js/data/lane-marks.js says the same.

Lanes are those that `lanes` names, else those that the filter asks for, else the most frequent countries (or themes) of
the filtered events, the earlier in the record's order first among equals. An event stands in every lane that it belongs
to; what belongs to none stands in "others".
"""

from dataclasses import dataclass

from events.filters import EventFilter

from .by_end import ByEnd
from .index import RecordIndex

# Lanes of the automatic choice, beside "others".
AUTOMATIC, MOST_AUTOMATIC = 6, 12


@dataclass(frozen=True, slots=True)
class Lane:
    """`country:CN`, `theme:aid`, `others` or `all`."""

    kind: str
    value: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.value}" if self.value else self.kind


def lanes_of(index: RecordIndex, view: EventFilter, kept: int, automatic: int = AUTOMATIC) -> list[Lane]:
    """The lanes of a view whose events are `kept`, without "others"."""
    if view.lanes == "none":
        return [Lane("all")]
    kind = "theme" if view.lanes == "theme" else "country"
    bits = index.bits[kind]
    chosen = [value for value in (view.lane_codes or getattr(view, kind)) if value in bits]
    return [Lane(kind, value) for value in chosen or _most_frequent(bits, kept, automatic)]


def _most_frequent(bits: dict[str, int], kept: int, count: int) -> list[str]:
    found = {value: (holders & kept).bit_count() for value, holders in bits.items()}
    # The sort is stable: equals stay in the record's order.
    return sorted((value for value in found if found[value]), key=lambda value: -found[value])[:count]


def events_by_lane(order: RecordIndex | ByEnd, lanes: list[Lane], kept: int) -> dict[Lane, int]:
    """The events of each lane as bitmaps over the order that `kept` is in; "others" only where there are any."""
    found: dict[Lane, int] = {}
    placed = 0
    for lane in lanes:
        found[lane] = kept & order.bits[lane.kind][lane.value] if lane.value else kept
        placed |= found[lane]
    if others := kept & ~placed:
        found[Lane("others")] = others
    return found
