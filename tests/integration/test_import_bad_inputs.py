"""Every bad input is refused at both doors, on the command line and in the browser, and leaves nothing behind."""

import re
from collections import Counter
from html import unescape
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import translation

from events.models import RECORD_MODELS, Change, RecordVersion, Upload
from tests.fixtures_small import SMALL
from tests.unit.exchange.bad_fields import BAD_FIELDS
from tests.unit.exchange.bad_inputs import BAD_FILES
from tests.unit.exchange.bad_sheets import BAD_SHEETS
from tests.unit.exchange.bad_variants import BAD_VARIANTS

BAD = [*BAD_FILES, *BAD_FIELDS, *BAD_SHEETS, *BAD_VARIANTS]
ROWS = sorted({bad.row for bad in BAD})
# Rows of the list that are about a file and whose answer is a refusal.
REFUSED_ROWS = {1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 14, 15, 17, 19, 20, 21, 22, 23, 24, 25, 26}


@pytest.fixture
def small(db):
    call_command("load_fixtures", *SMALL, verbosity=0)


@pytest.fixture
def browser(small, client):
    client.force_login(get_user_model().objects.create_superuser("head"))
    client.raise_request_exception = True
    return client


def everything() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (*RECORD_MODELS, Change, Upload)} | {
        "version": RecordVersion.current()
    }


def test_every_row_has_ten_variants():
    counts = Counter(bad.row for bad in BAD)
    assert {row: counts[row] for row in REFUSED_ROWS if counts[row] < 10} == {}


@pytest.mark.parametrize("row", ROWS)
def test_on_the_command_line(small, tmp_path, row):
    before = everything()
    first = next(bad for bad in BAD if bad.row == row)
    for bad in BAD:
        if bad.row != row:
            continue
        path = tmp_path / bad.name
        path.write_bytes(bad.content if isinstance(bad.content, bytes) else bad.content.encode(errors="surrogatepass"))
        # Both ways say the same; the full one first, to see that it writes nothing.
        for options in ({}, {"check": True}) if bad is first else ({},):
            with pytest.raises(CommandError) as error:
                call_command("import_events", path, stdout=StringIO(), stderr=StringIO(), **options)
            assert bad.message in str(error.value)
            assert error.value.returncode == 1
            assert everything() == before


@pytest.mark.parametrize("row", ROWS)
def test_in_the_browser(browser, row):
    before = everything()
    for bad in BAD:
        if bad.row == row:
            content = bad.content if isinstance(bad.content, bytes) else bad.content.encode(errors="surrogatepass")
            page = send(browser, bad.name, content)
            assert page.status_code == 422
            assert bad.message in readable(page)
            assert everything() == before


def test_in_vietnamese_too(browser):
    bad = next(bad for bad in BAD if bad.row == 19)
    browser.cookies["django_language"] = "vi"
    with translation.override("vi"):
        page = browser.post("/admin/import/", {"file": SimpleUploadedFile(bad.name, b""), "language": "vi"})
    assert page.status_code == 422
    assert 'lang="vi"' in page.content.decode()


def send(client, name: str, content: bytes):
    data = {"file": SimpleUploadedFile(name, content), "language": "en", "new_vocabulary": "on"}
    return client.post("/admin/import/", data, headers={"accept-language": "en"})


def readable(page) -> str:
    """The page as its reader meets it, without the markup."""
    return unescape(re.sub(r"<[^<>]*>", "", page.content.decode()))
