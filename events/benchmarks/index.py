"""How long the index takes to be built and how much memory it keeps."""

import resource
import sys
import time
from collections.abc import Iterator

from events.models import Event
from events.timeline_data.index import RecordIndex


def measure() -> Iterator[str]:
    before = resident()
    started, cpu = time.perf_counter(), time.process_time()
    index = RecordIndex(version=-1)
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    kept, size = resident() - before, max(1, index.days.size)
    started = time.process_time()
    for _row in Event.objects.published().in_order().values_list("pk", "slug", "earliest", "latest").iterator():
        pass
    reading = time.process_time() - started
    per_100k = cpu * 100_000 / size
    yield f"index of {index.days.size} events: {seconds:.2f} s, CPU {cpu:.2f} s ({per_100k:.2f} s for 100,000 events)"
    yield f"CPU time {cpu / max(reading, 1e-9):.1f} × reading slug and days of the rows alone"
    yield f"bitmaps {in_bitmaps(index) / size:.1f} bytes an event, columns {in_columns(index) / size:.1f}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"the process grew by {kept / 1e6:.0f} MB and was {peak:.0f} MB at its largest"


def in_bitmaps(index: RecordIndex) -> int:
    """Bytes of all bitmaps, those of the order of ends among them, once every country and theme was asked for in it."""
    for name in ("country", "theme", "importance"):
        for value in index.by_end.bits[name]:
            index.by_end.bits[name][value]
    bitmaps = [bits for values in index.bits.values() for bits in values.values()]
    bitmaps += [bits for values in index.by_end.bits.values() for bits in values.made()]
    bitmaps += index.days.ready_bitmaps() + list(index.ranking.exactly.values())
    return sum(map(sys.getsizeof, [*bitmaps, index.vague, index.differing, index.everything]))


def in_columns(index: RecordIndex) -> int:
    days, ranking = index.days, index.ranking
    columns = [days.starts, days.ends, days.by_end, days.end_place, ranking.order, ranking.rank, ranking.importance]
    return sum(map(sys.getsizeof, columns)) + 8 * days.size


def resident() -> int:
    """Bytes of memory that the process holds now; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * resource.getpagesize()
    except OSError:
        return 0
