"""How soon a page can be read on a slow network with a slow processor, as Lighthouse measures it."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .browser import chromium, wait_for
from .serving import manage, serving

LOADS = 5
# Lighthouse's "slow 4G": milliseconds before each answer, bytes a second.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER = 4
VIEWPORTS = {"telephone": {"width": 412, "height": 823}, "desk": {"width": 1366, "height": 768}}
EVENT = "/vi/events/chengdu-talks-1990/"
PAGES = {"timeline": "/vi/", "event page": EVENT}
PATIENCE = 60
# Milliseconds without a request after which a page counts as loaded; long tasks are added up until then.
QUIET = 1500
# Put in before the page's own scripts. Shifts are added up over the whole load, which is never less than Lighthouse's figure.
PROBE = """(() => {
  const probe = window.probe = {lcp: 0, what: "", cls: 0, moved: [], long: [], fcp: 0};
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({type, buffered: true});
  const name = (node) => node ? node.nodeName.toLowerCase() + (node.id ? "#" + node.id : node.className ? "." + String(node.className).split(" ")[0] : "") : "?";
  watch("largest-contentful-paint", (one) => { probe.lcp = one.startTime; probe.what = name(one.element); });
  watch("layout-shift", (one) => { if (!one.hadRecentInput) { probe.cls += one.value; probe.moved.push(...one.sources.map(({node}) => name(node))); } });
  watch("longtask", (one) => probe.long.push([one.startTime, one.duration]));
  watch("paint", (one) => { if (one.name === "first-contentful-paint") probe.fcp = one.startTime; });
  probe.quiet = (milliseconds) => {
    const last = Math.max(0, ...performance.getEntriesByType("resource").map((one) => one.responseEnd), ...probe.long.map(([at, ms]) => at + ms));
    return document.readyState === "complete" && performance.now() - last > milliseconds;
  };
  probe.tbt = () => probe.long.filter(([at, ms]) => at + ms > probe.fcp).reduce((sum, [, ms]) => sum + Math.max(0, ms - 50), 0);
})()"""


def measure() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        database = Path(folder) / "db.sqlite3"
        manage("collectstatic", "--noinput", "--verbosity", "0", database=database)
        manage("prepare", database=database)
        yield f"150 ms, 1.6 Mbit/s down, 750 kbit/s up, processor × {SLOWER}; cold, median of {LOADS} loads"
        with serving(database) as site:
            for screen, viewport in VIEWPORTS.items():
                for name, path in PAGES.items():
                    yield line_of(browser, site, f"{name}, {screen}", path, viewport)


def line_of(browser, site: str, name: str, path: str, viewport: dict) -> str:
    # Once beforehand, so that the page comes from the server's memory as it does for readers.
    loads = [one_load(browser, site, path, viewport) for _ in range(LOADS + 1)][1:]
    middle = {
        key: statistics.median(load[key] for load in loads) for key in ("fcp", "lcp", "tbt", "cls", "kb", "second")
    }
    longest = sorted(round(ms) for load in loads for _at, ms in load["long"])[-3:]
    moved = sorted({node for load in loads for node in load["moved"]})
    return (
        f"{name}: FCP {middle['fcp']:.0f} ms, LCP {middle['lcp']:.0f} ms ({loads[-1]['what']}), "
        f"CLS {middle['cls']:.3f}, TBT {middle['tbt']:.0f} ms (longest tasks {longest}); "
        f"{middle['kb']:.1f} kB; the other page after it {middle['second']:.1f} kB"
        + (f"; moved: {', '.join(moved)}" if moved else "")
    )


def one_load(browser, site: str, path: str, viewport: dict) -> dict:
    """The figures of one cold load in a fresh profile, and the bytes of the page that is opened after it."""
    context = browser.new_context(viewport=viewport, service_workers="block")
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Network.emulateNetworkConditions", NETWORK)
        wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        received: list[float] = []
        wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        page.add_init_script(PROBE)
        page.goto(f"{site}{path}", wait_until="load")
        if not wait_for(page, f"probe.quiet({QUIET})", PATIENCE):
            raise RuntimeError(f"{path} was not quiet after {PATIENCE} s: nothing was measured")
        found = page.evaluate("({...probe, tbt: probe.tbt()})") | {"kb": sum(received) / 1000}
        received.clear()
        wire.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        page.goto(f"{site}{next(other for other in PAGES.values() if other != path)}", wait_until="networkidle")
        return found | {"second": sum(received) / 1000}
    finally:
        context.close()
