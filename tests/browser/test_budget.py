"""What the first and the second page cost a school's line; the test fails above the budget."""

import pytest

from tests.browser.conftest import ROOT, Face

KIB = 1024
FIRST_VIEW = {"requests": 15, "all": 150 * KIB, "document": 30 * KIB, "stylesheet": 20 * KIB, "script": 60 * KIB}


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


@pytest.mark.parametrize("language", ["vi", "en"])
def test_first_view(chromium, site, language):
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    finished = watch(page)
    page.goto(f"{site}/{language}/", wait_until="networkidle")
    page.wait_for_timeout(500)
    found = costs(finished)
    hosts = {request.url.split("/")[2] for request in finished}
    context.close()
    print(found)
    assert hosts == {site.split("/")[2]}
    assert found["script"] > 0
    assert found["stylesheet"] > 0
    over = {key: (found[key], limit) for key, limit in FIRST_VIEW.items() if found[key] > limit}
    assert not over


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
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site}/vi/", wait_until="networkidle")
    finished = watch(page)
    page.goto(f"{site}/vi/events/chengdu-talks-1990/", wait_until="networkidle")
    found = costs(finished)
    context.close()
    assert found["all"] <= 20 * KIB


def test_every_module_is_loaded_by_its_hashed_name(open_page):
    loaded = []
    page = open_page("/vi/", Face())
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("() => performance.getEntriesByType('resource').map(entry => entry.name)")
    modules = [name for name in loaded if name.endswith(".js")]
    assert len(modules) >= 2
    assert all(len(name.rsplit("/", 1)[1].split(".")) == 3 for name in modules), modules
