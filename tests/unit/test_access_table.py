"""The table of docs/accessibility.md names tests that exist, and the walk misses no route that answers with a page."""

import re
from pathlib import Path

from tests.browser.access.pages import NO_PAGES, ROUTES, VIEWS, pages, routes

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "accessibility.md").read_text()
ROW = re.compile(r"^\| (\d+) \|.*\| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`((?:tests/)?[\w/]+\.py)::(\w+)(?:\[([\w-]+)\])?`")


def test_every_check_names_tests_that_exist():
    rows = dict(ROW.findall(TABLE))
    assert sorted(map(int, rows)) == list(range(1, 26))
    for number, cell in rows.items():
        named = NAMED.findall(cell)
        assert named or int(number) in (24, 25), number
        for file, name, parameter in named:
            text = (ROOT / file).read_text()
            assert re.search(rf"^def {name}\(", text, re.MULTILINE), f"{number}: {file} has no {name}"
            assert not parameter or f'"{parameter}"' in text, f"{number}: {file} has no {parameter}"


def test_every_public_route_is_visited_or_answers_programs():
    assert routes() - set(ROUTES) - NO_PAGES == set()
    assert not set(ROUTES) & NO_PAGES
    assert len(pages()) == len(routes() - NO_PAGES) + len(VIEWS) > 30
