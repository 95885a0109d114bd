"""Feeds spoiled files to the import, on one database: only plain refusals or whole imports, quickly, in little memory."""

import random
import resource
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from events.exchange.export import view_records, whole_record, write, write_view
from events.exchange.files import IMPORTS, read_text
from events.exchange.importing import Document, Options, run
from events.exchange.report import MOST_MESSAGES, ExchangeError, Report
from events.exchange.timelinejs import Heading
from events.models import RECORD_MODELS, Event, RecordVersion

from .spoil import pieces, save, spoiled_files

# Of this process itself; on a busy machine the clock on the wall says more about the neighbours.
LONGEST_SECONDS = 5.0
LONGEST_WAIT = 60.0
MOST_MEGABYTES = 300


@dataclass(slots=True)
class Found:
    """What came of the files, and every fault by the name of its file."""

    outcomes: Counter = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def __str__(self) -> str:
        told = ", ".join(f"{count} {name}" for name, count in sorted(self.outcomes.items()))
        return f"{told}; slowest {self.slowest:.2f} s, {megabytes():.0f} MB, {len(self.faults)} faults"


def megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def good_files(rng: random.Random) -> dict[str, list[bytes]]:
    """Small good files of every format, made from the record in the database."""
    slugs = list(Event.objects.published().values_list("slug", flat=True))
    everything = whole_record()
    seeds: dict[str, list[bytes]] = {suffix: [] for suffix in (".yaml", ".json", ".csv")}
    seeds[".yaml"] = pieces(write(everything, "yaml"), "- model:", 40, rng)
    for _time in range(30):
        some = rng.sample(slugs, min(4, len(slugs)))
        seeds[".json"].append(write(view_records(some), "json").encode())
        seeds[".csv"].append(write(view_records(some), "csv").encode())
        for extension, suffix in (("timelinejs", ".json"), ("timelinejs.csv", ".csv")):
            story = write_view(some, extension, "en", Heading("A story", "told"), "")
            seeds[suffix].append(story.encode())
    return seeds


def fuzz(count: int, seed: int, tell=lambda done, found: None) -> Found:
    """Import so many spoiled files, each in a transaction that is taken back."""
    found = Found()
    seeds = good_files(random.Random(seed))
    before = state()
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, content) in enumerate(spoiled_files(seeds, count, seed), 1):
            path = save(Path(folder), name, content)
            begun, begun_waiting = time.process_time(), time.monotonic()
            problem = _import(path, found)
            took, waited = time.process_time() - begun, time.monotonic() - begun_waiting
            found.slowest = max(found.slowest, took)
            if took > LONGEST_SECONDS or waited > LONGEST_WAIT:
                problem = problem or f"took {took:.1f} s of {waited:.1f} s"
            if problem:
                found.faults.append(f"{name}: {problem}")
                save(Path(tempfile.gettempdir()), f"fuzz-fault-{seed}-{name}", content)
            path.unlink()
            if number % 50 == 0 and state() != before:
                found.faults.append(f"{name} or one of the fifty before it left something behind")
                before = state()
            if number % 1000 == 0:
                tell(number, found)
    return found


def _import(path: Path, found: Found) -> str:
    """The fault, or nothing; what was written is taken back."""
    report = Report()
    try:
        with transaction.atomic():
            text = read_text(path, report, IMPORTS)
            report.stop_if_any()
            try:
                run([Document(path.name, text or "")], Options(update=True, publish=True, language="en"), "fuzz")
            finally:
                transaction.set_rollback(True)
        found.outcomes["imported"] += 1
    except ExchangeError as error:
        found.outcomes["refused"] += 1
        return _bad_message(str(error), path.name)
    except Exception as error:
        found.outcomes["broke"] += 1
        return f"{type(error).__name__}: {error}"
    return ""


def _bad_message(words: str, name: str) -> str:
    """A message names the file, stays in one line a problem, and ends after fifty."""
    lines = words.splitlines()
    if len(lines) > MOST_MESSAGES + 2:
        return f"{len(lines)} lines of message"
    if any(name not in line for line in lines[1 : MOST_MESSAGES + 1] if not line.startswith("and ")):
        return f"a message without the file: {words[:300]}"
    if "refuses the record" in words:
        return f"only the database refused it: {words[:300]}"
    return ""


def state() -> tuple:
    return RecordVersion.current(), *(model.objects.count() for model in RECORD_MODELS)
