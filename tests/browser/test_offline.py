"""Without network: what was opened opens again and filters; what was not says so; nothing private is kept."""

import pytest

EVENT = "/vi/events/chengdu-talks-1990/"
# The worker leaves a class's line alone for some seconds; here nobody else is on it.
AT_ONCE = "{ const later = setTimeout; setTimeout = (task, ms, ...more) => later(task, ms >= 3000 ? 0 : ms, ...more); }"
KEPT = """async () => {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname)));
  return kept.flat();
}"""


@pytest.fixture
def reader(chromium, site):
    """A page of a profile with a worker, which has opened the timeline and one event."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, base_url=site)
    context.add_init_script(AT_ONCE)
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto("/vi/", wait_until="load")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    search = page.locator("#timeline").get_attribute("data-search-url")
    page.wait_for_function("async (address) => Boolean(await caches.match(address))", arg=search)
    page.goto(EVENT, wait_until="load")
    page.wait_for_function("async () => Boolean(await caches.match(location.href))")
    # Whatever is not for everybody passes by.
    page.goto("/vi/propose/", wait_until="load")
    page.goto("/api/v1/events?limit=1", wait_until="load")
    page.goto("/admin/login/", wait_until="load")
    page.goto(EVENT, wait_until="load")
    yield page
    context.close()


def test_reading_without_network(reader):
    kept = reader.evaluate(KEPT)
    assert "/vi/" in kept
    assert EVENT in kept
    assert not [path for path in kept if path.startswith(("/api", "/admin")) or "propose" in path]
    reader.context.set_offline(True)

    reader.reload()
    assert "1990" in reader.locator("h1").inner_text() + reader.locator("main").inner_text()

    reader.goto("/vi/?t0=1960-01-01&t1=1980-12-31")
    reader.locator(".tl-labels .tl-mark").first.wait_for()
    assert reader.locator("#list [data-slug]").count() > 20
    words = reader.locator(".tl-range__count")
    before = words.inner_text()
    reader.locator("#facets input[name=country][value=CN]").check()
    reader.wait_for_function(
        "(before) => document.querySelector('.tl-range__count').textContent !== before", arg=before
    )
    reader.locator("#status.notice").wait_for()
    reader.reload()

    reader.goto("/en/about/balance/")
    assert reader.locator("h1").inner_text() == "No network, and this page is not kept here"
    reader.goto("/vi/about/")
    titles = reader.locator(".kept-pages a")
    titles.first.wait_for()
    assert EVENT in titles.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    titles.first.click()
    reader.wait_for_function(f"() => location.pathname === {EVENT!r}")
