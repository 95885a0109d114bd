"""How many requests a second the site answers, held against a bare Django view in the same process and middleware."""

import os
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from .keep_alive import Answer, ask_for, ask_once
from .serving import Site, manage, serving
from .urls import BARE

ROUNDS, SECONDS, CONNECTIONS = 15, 0.4, 8
# As `make run` serves.
WORKERS = 2
BROTLI, GZIP = {"Accept-Encoding": "gzip, deflate, br"}, {"Accept-Encoding": "gzip"}
TIMELINE, EVENT, LIST = "/vi/", "/vi/events/chengdu-talks-1990/", "/vi/countries/CN/"
FIGURES, DIFFERING = "/vi/figures/", "/vi/about/disagreements/"


@dataclass
class Case:
    name: str
    path: str
    headers: dict[str, str]
    status: int = 200
    size: int = 0
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)


def measure() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "db.sqlite3"
        manage("collectstatic", "--noinput", "--verbosity", "0", database=database)
        manage("prepare", database=database)
        yield f"gunicorn, {WORKERS} workers × 4 threads; {CONNECTIONS} connections; median of {ROUNDS} turns of {SECONDS} s; the bare view in brackets"
        with serving(database, workers=WORKERS) as site:
            yield from lines_of(site, kept_cases(site))
        yield "every page drawn anew:"
        with serving(database, workers=WORKERS, BENCHMARK_KEPT="0") as site:
            yield from lines_of(site, drawn_cases())


def kept_cases(site: Site) -> list[Case]:
    page = ask(site, TIMELINE, BROTLI)
    record = page_attribute(ask(site, TIMELINE, {}).body.decode(), "data-record-url")
    known = BROTLI | {"If-None-Match": page.headers["etag"]}
    return [
        Case("timeline, Brotli", TIMELINE, BROTLI),
        Case("timeline, gzip", TIMELINE, GZIP),
        Case("timeline, not modified", TIMELINE, known, 304),
        Case("event page", EVENT, BROTLI),
        Case("list page", LIST, BROTLI),
        Case("record file", record, BROTLI),
    ]


def drawn_cases() -> list[Case]:
    pages = {
        "timeline": TIMELINE,
        "event page": EVENT,
        "list page": LIST,
        "figures": FIGURES,
        "disagreements": DIFFERING,
    }
    return [Case(name, path, BROTLI) for name, path in pages.items()]


def lines_of(site: Site, cases: list[Case]) -> Iterator[str]:
    for case in cases:
        # Also warms the page up, in each worker.
        answers = [ask(site, case.path, case.headers) for _ in range(8 * WORKERS)]
        if wrong := [answer.status for answer in answers if answer.status != case.status]:
            raise RuntimeError(f"{case.path} answered {wrong[0]}, not {case.status}: nothing was measured")
        case.size = len(answers[-1].body)
    for case in cases:
        # Turn by turn, so that whatever else the machine does meets both alike.
        bare = Case("bare view", BARE, BROTLI)
        for _ in range(ROUNDS):
            one_round(site, bare)
            one_round(site, case)
        share = statistics.median(own / other for own, other in zip(case.rates, bare.rates, strict=True))
        ratio = statistics.median(case.costs) / statistics.median(bare.costs)
        yield (
            f"  {case.name}: {statistics.median(case.rates):.0f} requests/s ({statistics.median(bare.rates):.0f}), "
            f"CPU {statistics.median(case.costs) * 1e6:.0f} µs ({statistics.median(bare.costs) * 1e6:.0f}), {case.size / 1000:.1f} kB: "
            f"{100 * share:.0f} % of the bare view's rate, {ratio:.1f} × its CPU"
        )


def one_round(site: Site, case: Case) -> None:
    at = urlsplit(site)
    before = cpu_seconds(site.workers())
    rate = ask_for(SECONDS, at.hostname, at.port, case.path, case.headers, CONNECTIONS)
    case.rates.append(rate)
    case.costs.append((cpu_seconds(site.workers()) - before) / (rate * SECONDS))


def ask(site: Site, path: str, headers: dict[str, str]) -> Answer:
    at = urlsplit(site)
    return ask_once(at.hostname, at.port, path, headers)


def page_attribute(html: str, name: str) -> str:
    return html.partition(f'{name}="')[2].partition('"')[0]


def cpu_seconds(processes: list[int]) -> float:
    """Seconds that the processes have worked, in user and system mode."""
    ticks = 0
    for process in processes:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
