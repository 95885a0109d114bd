"""Sixty hostile strings in every text of the record, brought in by every door: nothing of them runs anywhere."""

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from tests.browser.admin_session import session_key
from tests.browser.conftest import ROOT, wait_until_up
from tests.hostile_strings import HOSTILE, MARKER
from tests.ports import free_port
from tests.public_routes import routes_not_in

MAKE_FILE = """
import sys, django
django.setup()
from tests.hostile_record import hostile_yaml
open(sys.argv[1], "w", encoding="utf-8").write(hostile_yaml())
"""
MODELS = ("event", "citation", "relation", "figure", "country", "organisation", "theme", "person", "office", "place",
          "source", "period", "lesson", "lessonstep")  # fmt: skip
PUBLIC = ("", "figures/", "lessons/", "lessons/hostile-3/", "about/", "about/disagreements/", "about/balance/", "countries/", "themes/",
          "organisations/", "people/", "sources/", "periods/", "countries/QA/", "themes/hostile-4/", "organisations/hostile-5/",
          "people/hostile-6/", "sources/hostile-7/", "periods/hostile-8/", "?q=script", "share?q=script", "share.svg?q=script",
          "share?of=event/hostile-9", "share?of=lesson/hostile-3", "present?q=script", "lessons/hostile-3/present", "embed?q=script",
          "about/languages/", "propose/", "events/hostile-9/report/", "events/hostile-9/changes/", "offline/", "styleguide/")  # fmt: skip
EVENTS = [f"/en/events/hostile-{number}/" for number in range(0, len(HOSTILE), 3)]
# What browsers show as it is or read for a page.
FILES = {
    "vi/feeds/changes/": "application/atom+xml", "vi/feeds/on-this-day/": "application/atom+xml",
    "vi/suggest?q=script": "application/json", "vi/timeline/window?q=script": "application/json",
    "vi/propose/date?date=%3Cscript%3E": "application/json", "vi/site.webmanifest": "application/manifest+json",
    "vi/card/hostile-9.png": "image/png", "vi/share.svg?of=event/hostile-9": "image/svg+xml",
    "sitemap.xml": "application/xml", "sitemap-events.xml": "application/xml", "robots.txt": "text/plain",
    "sitemap-pages.xml": "application/xml", "service-worker.js": "text/javascript", "api/v1/events": "application/json", "api/v1/events/hostile-9": "application/json",
    "api/v1/events.csv": "text/csv", "api/v1/events.json": "application/json", "api/v1/events.yaml": "application/yaml",
    "api/v1/events.timelinejs": "application/json", "api/v1/events.timelinejs.csv": "text/csv",
}  # fmt: skip
# Their names are a hash of what they hold; a page that holds nothing of the record, and one that only leads on.
NOT_BY_NAME = {"events:record", "illustration", "styleguide-drawing", "neutral-event"}
HOW_TO_MEND = "a new route: name it in PUBLIC or FILES"
# The drawing and its dialogs open with the keyboard; an event is selected by its address.
TRAP = f"for (const name of ['alert', 'prompt', 'confirm']) window[name] = () => {{ window.{MARKER}_ran = true; }};"


@pytest.fixture(scope="module")
def hostile_site(site, site_environment, tmp_path_factory):
    """A site of its own, since the real record must stay as it is; `site` has collected the static files."""
    folder = tmp_path_factory.mktemp("hostile")
    environment = site_environment | {"DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}"}

    def python(*arguments):
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True, stdout=-3, stderr=-3)

    python("manage.py", "migrate", "--verbosity", "0")
    key = session_key(environment, ROOT)
    python("-c", MAKE_FILE, str(folder / "hostile.yaml"))
    python("manage.py", "import_events", str(folder / "hostile.yaml"), "--publish", "--as", "lan")
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
    server = subprocess.Popen([*command, "--no-control-socket", "--log-level", "warning"], cwd=ROOT, env=environment)
    try:
        wait_until_up(f"http://127.0.0.1:{port}/vi/", server)
        yield f"http://127.0.0.1:{port}", key, folder
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture
def watched(hostile_site, chromium):
    """A page with a trap, and the list of all that must not happen."""
    address, key, _folder = hostile_site
    context = chromium.new_context(locale="en-GB", viewport={"width": 1366, "height": 768})
    context.add_cookies([{"name": "sessionid", "value": key, "url": address}])
    page = context.new_page()
    page.add_init_script(TRAP)
    found = []
    page.on("dialog", lambda dialog: (found.append(f"dialog on {page.url}"), dialog.dismiss()))
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    page.on(
        "request",
        lambda request: found.append(request.url) if not request.url.startswith((address, "data:", "blob:")) else None,
    )
    page.on(
        "console",
        lambda message: found.append(f"{page.url}: {message.text}") if "Content Security" in message.text else None,
    )
    yield page, found
    context.close()


def visit(watched, address: str) -> str:
    """Open a page, see that it answers and that the trap was not sprung; returns its text."""
    page, found = watched
    answer = page.goto(address)
    assert answer.status < 400, address
    assert not page.evaluate(f"() => window.{MARKER}_ran === true"), address
    assert (
        page.evaluate(
            f"() => document.querySelectorAll('[src*={MARKER}], [href*=\"{MARKER}.example\"], [onerror], [onload]').length"
        )
        == 0
    )
    assert found == []
    return page.content()


def test_on_public_pages(hostile_site, watched):
    address = hostile_site[0]
    seen = "".join(visit(watched, f"{address}/vi/{path}") for path in PUBLIC)
    seen += "".join(visit(watched, address + path) for path in EVENTS)
    assert seen.count(MARKER) > 1_000


def test_in_public_files(hostile_site, watched):
    """Each says what it is and may not be taken for anything else; what is XML is whole in spite of its texts."""
    address, client = hostile_site[0], watched[0].context.request
    seen = ""
    for path, kind in FILES.items():
        answer = client.get(f"{address}/{path}")
        assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, kind), path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        if kind.endswith("xml"):
            ElementTree.fromstring(answer.body())
        seen += answer.body().decode(errors="replace")
    assert seen.count(MARKER) > 1_000


def test_no_public_route_is_left_out():
    assert (
        routes_not_in([*(f"/vi/{path}" for path in PUBLIC), *(f"/{path}" for path in FILES), *EVENTS]) == NOT_BY_NAME
    ), HOW_TO_MEND


def test_in_the_drawing(hostile_site, watched):
    page, found = watched
    visit(watched, f"{hostile_site[0]}/vi/?event=hostile-0&t0=0990&t1=1080")
    page.wait_for_selector("[data-timeline] canvas")
    for key in ("Tab", "Enter", "ArrowRight", "Enter", "Escape", "?"):
        page.keyboard.press(key)
    assert not page.evaluate(f"() => window.{MARKER}_ran === true")
    assert found == []


def test_in_the_admin(hostile_site, watched):
    address = hostile_site[0]
    seen = visit(watched, f"{address}/admin/")
    for model in MODELS:
        page = visit(watched, f"{address}/admin/events/{model}/")
        links = re.findall(rf'href="(/admin/events/{model}/[^"/]+/change/)', page)
        assert links, model
        seen += (
            page + visit(watched, address + links[0]) + visit(watched, address + links[0].replace("change", "history"))
        )
    assert seen.count(MARKER) > 1_000


def test_in_the_preview_of_an_import(hostile_site, watched):
    address, _key, folder = hostile_site
    page, found = watched
    text = (folder / "hostile.yaml").read_text(encoding="utf-8")
    changed = folder / "changed.yaml"
    changed.write_text(
        text.replace("<script>", "<script >").replace("hostile-1\n", "hostile-new\n", 1), encoding="utf-8"
    )
    wrong = folder / "wrong.yaml"
    wrong.write_text(
        text.replace("importance: '2'", f'importance: "<img src=x onerror=alert(1)> {MARKER}"'), encoding="utf-8"
    )
    for path in (wrong, changed):
        visit(watched, f"{address}/admin/import/")
        page.set_input_files("#id_file", path)
        with page.expect_navigation():
            page.click(".import-form button.default")
        assert page.content().count(MARKER) > 10
        assert not page.evaluate(f"() => window.{MARKER}_ran === true")
    assert found == []
