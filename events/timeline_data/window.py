"""The answer of a window: what a drawing needs of a record that is too large to send; shape in docs/window.md.

The marks are the most important events that may touch the window (order in ranking.py), shared among the lanes: each
lane may show as many as every other, and what a lane does not need is shared again. An event that is sent for one lane
stands in all of its lanes.
"""

from events.filters import EventFilter
from events.filters.facets import counts
from events.filters.params import REPEATABLE

from .bitmaps import as_bytes, held
from .columnar import events_of, relations_of
from .density import Grid, buckets_of
from .index import RecordIndex
from .lanes import AUTOMATIC, Lane, events_by_lane, lanes_of

MOST = 200


def window(
    index: RecordIndex, view: EventFilter, width: int, language: str, most: int = MOST, automatic: int = AUTOMATIC
):
    """The answer for the window `view.t0` to `view.t1`, the whole record where they are not set, `width` pixels wide."""
    size = index.days.size
    start, end = window_of(index, view)
    parts = view.parts(index)
    kept, kept_by_end = view.bits(index), view.bits(index.by_end)
    chosen = lanes_of(index, view, kept, automatic)
    lanes, by_end = (events_by_lane(*order) for order in ((index, chosen, kept), (index.by_end, chosen, kept_by_end)))
    inside = kept & index.overlapping(start, end)
    here = {lane: bits & inside for lane, bits in lanes.items()}
    sent = index.rows.at(sorted(_sent(index, view, here, most)))
    place = {row.at: i for i, row in enumerate(sent)}
    grid = Grid(index.days, start, end, buckets_of(width, start, end))

    def density(bits: int, by_end: int) -> list[int]:
        return grid.density(as_bytes(bits, size), as_bytes(by_end, size))

    return {
        "version": str(index.version),
        "language": language,
        "count": kept.bit_count(),
        "total": size,
        "from": index.days.extent[0],
        "to": index.days.extent[1],
        "covers": [start, end],
        "inside": inside.bit_count(),
        "lanes": [
            {
                "key": lane.key,
                "kind": lane.kind,
                "count": bits.bit_count(),
                "inside": here[lane].bit_count(),
                "marks": [place[row] for row in held(as_bytes(here[lane], size), place)],
            }
            for lane, bits in lanes.items()
        ],
        "density": {
            "from": start,
            "to": end,
            "all": density(index.everything, index.by_end.everything),
            "kept": density(kept, kept_by_end),
            "lanes": [density(bits, by_end[lane]) for lane, bits in lanes.items()],
        },
        "facets": {name: counts(name, index, parts) for name in REPEATABLE},
        "relations": relations_of(index, place),
        "events": events_of(index, sent, language),
    }


def window_of(index: RecordIndex, view: EventFilter) -> tuple[int, int]:
    """First and last day of the window; a side that is not set, or open, is that of the record."""
    first, last = index.days.extent
    start = view.t0.earliest if view.t0 and view.t0.earliest is not None else None
    end = view.t1.latest if view.t1 and view.t1.latest is not None else None
    start = min(first, end if end is not None else first) if start is None else start
    return start, max(last, start) if end is None else end


def _sent(index, view: EventFilter, here: dict[Lane, int], most: int) -> set[int]:
    """The rows to send; the selected event is always one of them, though it is a mark only where the window holds it."""
    sent = {index.position[view.event]} if view.event else set()
    shares = fair_shares([bits.bit_count() for bits in here.values()], most - len(sent))
    for bits, share in zip(here.values(), shares, strict=True):
        sent.update(index.ranking.best(bits, share))
    return sent


def fair_shares(wanted: list[int], total: int) -> list[int]:
    """Share `total` among those who want so many: nobody gets more than wanted, nobody less than another who wants more.

    What cannot be parted evenly goes to the first ones.
    """
    shares = [0] * len(wanted)
    while total and (hungry := [i for i, want in enumerate(wanted) if shares[i] < want]):
        each = max(1, total // len(hungry))
        for i in hungry[:total]:
            given = min(each, wanted[i] - shares[i])
            shares[i] += given
            total -= given
    return shares
