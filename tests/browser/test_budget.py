"""What the first and the second page cost a school's line; the test fails above the budget."""

import itertools
import re
import urllib.request

import pytest

from tests.browser.conftest import ROOT

KIB = 1024
FIRST_VIEW = {"requests": 15, "all": 150 * KIB, "document": 30 * KIB, "stylesheet": 20 * KIB, "script": 60 * KIB}


# Both pages that readers meet first: the timeline, and an event that a search led to.
FIRST = ["/vi/", "/en/", "/vi/events/chengdu-talks-1990/"]
SHIFTS = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, one) => sum + one.value, 0))).observe({type: "layout-shift", buffered: true});
  setTimeout(resolve, 100, 0);
})"""


def watch(page):
    """Collect every finished request of the page: type, address and bytes on the wire."""
    finished = []
    page.on("requestfinished", lambda request: finished.append(request))
    return finished


def costs(finished) -> dict[str, int]:
    sums = {"requests": 0, "all": 0, "document": 0, "stylesheet": 0, "script": 0}
    for request in finished:
        body = request.sizes()["responseBodySize"]
        sums["requests"] += 1
        sums["all"] += body
        if request.resource_type in sums:
            sums[request.resource_type] += body
    return sums


@pytest.mark.parametrize("path", FIRST)
def test_first_view(chromium, site, path):
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, service_workers="block")
    page = context.new_page()
    finished = watch(page)
    page.goto(f"{site}{path}", wait_until="networkidle")
    page.wait_for_timeout(500)
    found = costs(finished)
    shifted = page.evaluate(SHIFTS)
    hosts = {request.url.split("/")[2] for request in finished}
    context.close()
    print(found)
    assert hosts == {site.split("/")[2]}
    assert found["script"] > 0
    assert found["stylesheet"] > 0
    over = {key: (found[key], limit) for key, limit in FIRST_VIEW.items() if found[key] > limit}
    assert not over
    assert shifted <= 0.02


def test_all_scripts_together(open_page, site):
    """Also what loads later counts: every script that the import map leads to."""
    page = open_page("/vi/")
    addresses = page.evaluate(
        "() => Object.values(JSON.parse(document.querySelector('[type=importmap]').textContent).imports)"
    )
    assert len(addresses) >= 3
    total = sum(
        (ROOT / "build" / address.lstrip("/")).with_name(address.rsplit("/", 1)[1] + ".br").stat().st_size
        for address in addresses
    )
    assert 0 < total <= 60 * KIB


def test_second_page(chromium, site):
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{site}/vi/", wait_until="networkidle")
    finished = watch(page)
    page.goto(f"{site}/vi/events/chengdu-talks-1990/", wait_until="networkidle")
    found = costs(finished)
    context.close()
    assert 0 < found["all"] <= 20 * KIB


@pytest.mark.parametrize("where", ["site", "large_site"])
def test_what_the_first_view_loads_is_what_the_page_names(open_page, request, where):
    """No module is found late, by way of another one, and none is fetched that nobody runs."""
    page = open_page(request.getfixturevalue(where) + "/vi/")
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("() => performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)")
    modules = [path for path in loaded if path.endswith(".js")]
    named = page.locator("link[rel=modulepreload], script[src]").evaluate_all(
        "all => all.map(one => one.getAttribute('href') ?? one.getAttribute('src'))"
    )
    assert 3 <= len(set(modules)) <= 6
    assert set(modules) == set(named)
    assert len(modules) == len(set(modules))
    assert all(len(path.rsplit("/", 1)[1].split(".")) == 3 for path in modules), modules


def test_static_files_come_in_brotli_and_gzip_for_a_year(site):
    page = urllib.request.urlopen(f"{site}/vi/").read().decode()
    found = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', page)
    assert len(found) >= 4
    for path, encoding in itertools.product(found, ["br", "gzip"]):
        request = urllib.request.Request(site + path, headers={"Accept-Encoding": encoding})
        with urllib.request.urlopen(request) as response:
            assert response.headers["Content-Encoding"] == encoding, path
            assert "immutable" in response.headers["Cache-Control"], path
            assert len(response.read()) < (ROOT / "build" / path.lstrip("/")).stat().st_size
