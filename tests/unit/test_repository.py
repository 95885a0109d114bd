"""The repository keeps its own promises."""

import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from events.filters.params import PARAMETERS

ROOT = Path(__file__).resolve().parents[2]


def tracked(*patterns: str) -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    return [ROOT / line for line in listing.stdout.splitlines() if (ROOT / line).exists()]


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_every_requirement_says_what_it_is_for():
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith(("#", "-r")):
                assert re.search(r"\s# .{10,}", line), f"{name}: {line} has no comment"


def test_the_locks_pin_what_the_requirements_name():
    for name in ("requirements", "requirements-dev"):
        lock = (ROOT / f"{name}.lock").read_text(encoding="utf-8").lower()
        text = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
        names = re.findall(r"^([A-Za-z0-9][\w.-]*)", text, re.MULTILINE)
        assert len(names) > 5
        for package in names:
            assert f"\n{package.lower()}==" in "\n" + lock.replace("_", "-"), (
                f"{package} is not in {name}.lock: run make lock"
            )


def test_no_file_grows_beyond_three_hundred_lines():
    files = [path for path in tracked("*.py", "*.js", "*.css", "*.html") if "migrations" not in path.parts]
    assert len(files) > 60
    long = {
        str(path.relative_to(ROOT)): count
        for path in files
        if (count := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not long


def test_no_code_writes_markup_from_data():
    files = tracked("static/js/*.js", "templates/*.html", "events/*.py", "timeline/*.py")
    assert len(files) > 40
    pattern = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\|\s*safe\b|mark_safe\(|autoescape off|\sstyle=[\"']"
    )
    # The import map is JSON of our own file names, with "<" escaped; no data of the record goes through it.
    files.remove(ROOT / "events" / "templatetags" / "importmap.py")
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}" for path in files for match in pattern.finditer(path.read_text("utf-8"))
    ]
    assert not found


def test_nothing_comes_from_another_host():
    files = tracked("static/*", "templates/*")
    pattern = re.compile(r"(?:src|href|url)\s*[=(]\s*[\"']?(?:https?:)?//", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files
        if path.suffix in (".html", ".css", ".js")
        for match in pattern.finditer(path.read_text("utf-8"))
    ]
    assert not found


def printed(*command, **options) -> str:
    out = StringIO()
    call_command(*command, stdout=out, no_color=True, **options)
    return out.getvalue()


def said(picture: str) -> list[str]:
    """What a picture says, whatever the order in which the models were found."""
    return sorted(line.strip() for line in picture.splitlines() if line.strip() and not line.startswith("  //"))


def test_the_picture_of_the_models_is_current():
    # Each record has a history table that looks like its own.
    options = {"exclude_models": "Historical*", "disable_abstract_fields": True, "inheritance": False}
    drawn = printed("graph_models", "events", dot=True, **options)
    kept = (ROOT / "docs" / "data-model.dot").read_text(encoding="utf-8")
    assert said(kept) == said(drawn), "run make docs"


def test_the_list_of_addresses_is_current():
    lines = printed("show_urls", format_style="aligned", unsorted=True).splitlines()
    lines = [line.rstrip() for line in lines if not line.startswith(("/admin/auth/", "/admin/events/"))]
    assert (ROOT / "docs" / "urls.txt").read_text(encoding="utf-8").splitlines() == lines, "run make docs"


def test_every_filter_parameter_is_documented():
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in PARAMETERS:
        assert f"`{name}`" in text, f"docs/api.md does not explain {name}"


# What stands below all of them: no model, no page.
GROUND = {"languages", "collation"}
IMPORTS_ALLOWED = {
    "dates": {"dates"},
    "models": {"models", "dates"},
    "search": {"search", "models", "dates"},
    "timeline_data": {"timeline_data", "filters", "search", "models", "dates"},
    "filters": {"filters", "timeline_data", "search", "models", "dates"},
    "exchange": {"exchange", "filters", "search", "models", "dates"},
    "actions": {"actions", "exchange", "search", "models", "dates", "roles"},
    "sharing": {"sharing", "filters", "search", "timeline_data", "templatetags", "models", "dates"},
}


@pytest.mark.parametrize("package", sorted(IMPORTS_ALLOWED))
def test_imports_go_one_way(package):
    files = list((ROOT / "events" / package).glob("*.py"))
    assert files
    for path in files:
        found = re.findall(r"^\s*from events\.(\w+)|^\s*from \.\.(\w+)", path.read_text("utf-8"), re.MULTILINE)
        names = {a or b for a, b in found}
        assert names <= IMPORTS_ALLOWED[package] | GROUND, (
            f"{path.name} imports {names - IMPORTS_ALLOWED[package] - GROUND}"
        )
