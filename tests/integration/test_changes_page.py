"""Everybody can read what was changed in a published event, when and why, word by word; and nothing that was not public."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from events.models import Citation, Event, Source, step
from events.timeline_data.index import RecordIndex
from tests.fixtures_small import SMALL
from tests.integration.house import edit

pytestmark = pytest.mark.django_db
PAGE, CHANGES = "/en/events/geneva-accords-1954/", "/en/events/geneva-accords-1954/changes/"


@pytest.fixture
def event():
    call_command("load_fixtures", *SMALL, verbosity=0)
    with translation.override("en"):
        yield Event.objects.get(slug="geneva-accords-1954")


def test_an_unchanged_event_says_nothing(client, event):
    page = client.get(PAGE).content.decode()
    assert "by the editors" not in page
    page = client.get(CHANGES).content.decode()
    assert "first state that is kept" in page
    assert "<del>" not in page


def test_a_change_stands_on_the_page_and_in_the_list(client, event):
    edit(event, "The treaty's <own> wording", title_en="The Geneva Agreements")
    page = client.get(PAGE).content.decode()
    assert "by the editors: The treaty&#x27;s &lt;own&gt; wording" in page
    assert CHANGES in page
    page = client.get(CHANGES).content.decode()
    assert "<del>Accords</del><ins>Agreements</ins>" in page
    assert "editor@" not in page
    assert ">editor<" not in page


def test_states_that_were_not_public_are_left_out(client, event):
    edit(event, "taken back", status="withdrawn")
    edit(event, "loud words", title_en="Betrayal at Geneva")
    edit(event, "quiet again", title_en="Geneva", status="published")
    page = client.get(CHANGES).content.decode()
    assert "Betrayal" not in page
    assert "loud words" not in page
    assert "<del>The </del>Geneva<del> Accords</del>" in page


def test_the_page_asks_few_questions_however_long_the_history(client, event):
    for number in range(12):
        edit(event, f"edit {number}", title_en=f"Geneva {number}")
        with step(reason="source"):
            Citation.objects.create(event=event, source=Source.objects.first(), locator=f"p. {number}")
        event.refresh_from_db()
    RecordIndex.forget()
    client.get("/en/")
    for address, most in ((CHANGES, 10), (PAGE, 10)):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        assert len(queries) <= most, [query["sql"][:120] for query in queries]
