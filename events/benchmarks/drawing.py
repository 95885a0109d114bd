"""How fast the drawing is in a real Chromium, from the record itself to 100,000 events."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .browser import chromium, wait_for
from .serving import manage, serving

# Events made up beside the record, and how many of them the browser may hold itself.
SIZES = ((0, 10_000), (5_000, 10_000), (10_000, 20_000), (100_000, 10_000))
LOADS = 3
VIEWPORT = {"width": 1366, "height": 768}
STAGE = ".tl-stage"
PATIENCE = 60
# Put into every page before its own scripts: when the first mark stood, long tasks, and the time between frames.
PROBE = """(() => {
  const probe = window.probe = {first: null, long: [], frames: null};
  new PerformanceObserver((list) => list.getEntries().forEach((one) => probe.long.push([one.startTime, one.duration])))
    .observe({type: "longtask", buffered: true});
  const seen = () => [...document.querySelectorAll(".tl-mark:not(.tl-probe), .tl-cluster")].some((node) => node.checkVisibility({visibilityProperty: true}));
  const look = () => seen() ? requestAnimationFrame(() => probe.first = performance.now()) : requestAnimationFrame(look);
  requestAnimationFrame(look);
  probe.changes = () => {
    probe.changed = null;
    let since = 0;
    addEventListener("change", () => (since = performance.now()), {capture: true, once: true});
    const count = document.querySelector(".tl-range__count");
    const seen = new MutationObserver(() => {
      seen.disconnect();
      requestAnimationFrame(() => (probe.changed = performance.now() - since));
    });
    seen.observe(count, {childList: true, characterData: true, subtree: true});
  };
  probe.start = () => {
    const frames = probe.frames = [];
    const tick = (at) => { if (probe.frames === frames) { frames.push(at); requestAnimationFrame(tick); } };
    requestAnimationFrame(tick);
    return performance.now();
  };
  probe.stop = (since) => {
    const frames = probe.frames;
    probe.frames = null;
    return {gaps: frames.slice(1).map((at, i) => at - frames[i]), long: Math.max(0, ...probe.long.filter(([at]) => at > since).map(([, ms]) => ms))};
  };
})()"""


def measure() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        manage("collectstatic", "--noinput", "--verbosity", "0", database=Path(folder) / "none.sqlite3")
        yield f"median of {LOADS} loads, {VIEWPORT['width']} × {VIEWPORT['height']}; p50 / p95 of the time between frames"
        for count, whole in SIZES:
            database = Path(folder) / f"{count}.sqlite3"
            manage("prepare", database=database)
            if count:
                manage("seed_stress", str(count), database=database)
            with serving(database, BENCHMARK_WHOLE=str(whole)) as address:
                yield line_of(browser, f"{address}/vi/", count, "windows" if count > whole else "whole record")


def line_of(browser, address: str, count: int, source: str) -> str:
    name = f"{count:,} made-up events" if count else "the record itself"
    # Once beforehand, so that the page comes from the server's memory as it does for readers.
    loads = [one_load(browser, address) for _ in range(LOADS + 1)][1:]
    if any(isinstance(load, str) for load in loads):
        return f"{name} ({source}): not measured, {next(load for load in loads if isinstance(load, str))}"
    middle = {key: statistics.median(load[key] for load in loads) for key in loads[0]}
    return (
        f"{name} ({source}): first drawing {middle['first']:.0f} ms; "
        f"pan {middle['pan50']:.0f} / {middle['pan95']:.0f} ms; zoom {middle['zoom50']:.0f} / {middle['zoom95']:.0f} ms; "
        f"filter {middle['filter']:.0f} ms; longest task {middle['long']:.0f} ms (loading {middle['load']:.0f} ms); heap {middle['heap']:.1f} MB; "
        f"{middle['nodes']:.0f} nodes, {middle['own']:.0f} of them the drawing's; {middle['kb']:.0f} kB"
    )


def one_load(browser, address: str) -> dict[str, float] | str:
    """The figures of one load in a fresh profile, or why there are none."""
    context = browser.new_context(viewport=VIEWPORT)
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        received: list[float] = []
        wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        page.add_init_script(PROBE)
        response = page.goto(address, wait_until="commit")
        if response is None or response.status != 200:
            return f"the page answered {response and response.status}"
        first = wait_for(page, "probe.first", PATIENCE)
        if first is None:
            return f"no mark stood after {PATIENCE} s"
        page.wait_for_load_state("networkidle")
        wire.send("HeapProfiler.collectGarbage")
        found = {
            "first": first,
            "load": page.evaluate("Math.max(0, ...probe.long.map(([, ms]) => ms))"),
            "heap": wire.send("Runtime.getHeapUsage")["usedSize"] / 2**20,
            "nodes": page.evaluate("document.getElementsByTagName('*').length"),
            "own": page.evaluate("document.querySelector('.tl').getElementsByTagName('*').length"),
            "kb": sum(received) / 1000,
        }
        found["filter"] = statistics.median(filter_changes(page))
        moves = {"zoom": gesture(page, zoom_in), "pan": gesture(page, pan)}
        for name, (gaps, _) in moves.items():
            found |= {f"{name}50": share(gaps, 0.5), f"{name}95": share(gaps, 0.95)}
        return found | {"long": max(long for _, long in moves.values())}
    finally:
        context.close()


def filter_changes(page) -> list[float]:
    """Milliseconds from the tick in a box to the frame that shows the other events; the first tick, which fetches scripts, is left out."""
    box = page.locator("#facets input[name=country]:not(:disabled)").first
    times = []
    for _turn in range(7):
        page.evaluate("probe.changes()")
        box.click()
        times.append(wait_for(page, "probe.changed", PATIENCE) or PATIENCE * 1000)
        # The words and the list of the page follow; the next change begins when all is quiet.
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(700)
    return times[1:]


def gesture(page, act) -> tuple[list[float], float]:
    """Gaps between the frames of a gesture, and its longest task."""
    box = page.locator(STAGE).bounding_box()
    since = page.evaluate("probe.start()")
    act(page, box)
    page.wait_for_timeout(100)
    found = page.evaluate("(since) => probe.stop(since)", since)
    return found["gaps"], found["long"]


def pan(page, box) -> None:
    """600 pixels to the left in about a second."""
    x, y = box["x"] + box["width"] - 30, box["y"] + min(box["height"], 500) - 40
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 61):
        page.mouse.move(x - 10 * step, y)
        page.wait_for_timeout(10)
    page.mouse.up()


def zoom_in(page, box) -> None:
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + min(box["height"], 500) / 2)
    page.keyboard.down("Control")
    for _ in range(10):
        page.mouse.wheel(0, -100)
        page.wait_for_timeout(100)
    page.keyboard.up("Control")


def share(gaps: list[float], part: float) -> float:
    ordered = sorted(gaps) or [0]
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
