"""The pure modules of the drawing, tested where they run: in Chromium, from plain files, without the site."""

import threading
from pathlib import Path

import pytest

from tests.js.serve import make_server

SCRIPTS = Path(__file__).resolve().parents[1] / "js"
AT_LEAST = 45


@pytest.fixture(scope="module")
def results(chromium):
    """Run tests/js/index.html once and return `[{name, error}]`."""
    with make_server() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = chromium.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/tests/js/index.html")
        found = None
        # The page's policy forbids wait_for_function, which evaluates text inside the page.
        for _ in range(600):
            found = page.evaluate("window.__results ?? null")
            if found is not None or faults:
                break
            page.wait_for_timeout(100)
        page.close()
        server.shutdown()
    assert found is not None, f"the script tests did not finish: {faults}"
    return found


def test_every_script_test_passes(results):
    """Each failing script test is named with its message and place."""
    failed = [f"{result['name']}: {result['error']}" for result in results if result["error"]]
    assert not failed, "\n".join(failed)


def test_all_script_tests_ran(results):
    """A test file that fell out of all.js would otherwise pass in silence."""
    assert len(results) >= AT_LEAST
    assert len({result["name"] for result in results}) == len(results)
    listed = (SCRIPTS / "all.js").read_text(encoding="utf-8")
    missing = [path.name for path in SCRIPTS.glob("*.test.js") if f"./{path.name}" not in listed]
    assert not missing
