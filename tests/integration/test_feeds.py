"""Feeds for feed readers: what editors have changed in public, and the events of a day of the year."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.utils import translation

from events.models import Event, Relation, step
from events.sharing.on_this_day import events_on
from events.timeline_data.index import RecordIndex
from tests.fixtures_small import SMALL
from tests.integration.house import edit, person
from tests.integration.parsed import Page

ATOM = "{http://www.w3.org/2005/Atom}"
CHANGES, TODAY = "/en/feeds/changes/", "/en/feeds/on-this-day/"


def entries(client, address) -> list[dict[str, str]]:
    """The entries of a feed: text by the name of the element, and `link`."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not response.cookies
    feed = ElementTree.fromstring(response.content)
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"http://testserver{address}"
    found = []
    for entry in feed.iter(f"{ATOM}entry"):
        found.append({part.tag.removeprefix(ATOM): part.text or "" for part in entry})
        found[-1]["link"] = entry.find(f"{ATOM}link").get("href").removeprefix("http://testserver")
    return found


# --- What the editors have changed ----------------------------------------------------------------------------------


@pytest.fixture
def event(db):
    call_command("load_fixtures", *SMALL, verbosity=0)
    with translation.override("en"):
        yield Event.objects.get(slug="geneva-accords-1954")


def test_a_record_as_it_came_is_no_news(client, event):
    assert entries(client, CHANGES) == []


def test_a_change_is_told_with_its_reason(client, event):
    edit(event, "The treaty's <own> wording", title_en="The Geneva Agreements")
    (entry,) = entries(client, CHANGES)
    assert entry["title"] == "Changed: The Geneva Agreements"
    assert entry["summary"] == "The treaty's <own> wording"
    path, _hash, anchor = entry["link"].partition("#")
    assert path == "/en/events/geneva-accords-1954/changes/"
    assert f'id="{anchor}"' in client.get(path).content.decode()


def test_the_newest_come_first_and_nothing_that_was_not_public(client, event):
    edit(event, "first", title_en="One")
    edit(event, "taken back", status="withdrawn")
    edit(event, "loud words", title_en="Betrayal")
    edit(event, "second", title_en="Two", status="published")
    with step(reason="a draft", user=person("editor")):
        Event.objects.create(slug="a-draft", date="1954", title_vi="Nháp", title_en="A draft")
    assert [entry["summary"] for entry in entries(client, CHANGES)] == ["second", "first"]
    edit(event, "gone", status="withdrawn")
    assert entries(client, CHANGES) == []


def test_a_link_to_a_draft_is_no_news(client, event):
    with step(reason="secret link", user=person("editor")):
        draft = Event.objects.create(slug="a-draft", date="1955", title_vi="Nháp", title_en="A draft")
        Relation.objects.create(from_event=event, to_event=draft, kind="led_to", source=event.citations.first().source)
    RecordIndex.forget()
    assert entries(client, CHANGES) == []


def test_a_new_event_is_news(client, event):
    texts = {f"{name}_{code}": "Something" for name in ("title", "summary") for code in ("vi", "en")}
    with step(reason="added", kind="published", user=person("publisher")):
        Event.objects.create(slug="new", date="1955", status="published", **texts)
    RecordIndex.forget()
    (entry,) = entries(client, CHANGES)
    assert (entry["title"], entry["summary"]) == ("New: Something", "added")


def test_the_feed_is_sent_once_per_version(client, event):
    first = client.get(CHANGES)
    assert client.get(CHANGES, headers={"If-None-Match": first["ETag"]}).status_code == 304
    edit(event, "anew", title_en="Anew")
    assert client.get(CHANGES, headers={"If-None-Match": first["ETag"]}).status_code == 200


# --- On this day ----------------------------------------------------------------------------------------------------


@pytest.fixture
def on(monkeypatch):
    def set_day(month, day, year=2026):
        monkeypatch.setattr("events.views.feeds.today", lambda: date(year, month, day))
        monkeypatch.setattr("events.views.timeline.today", lambda: date(year, month, day))

    return set_day


@pytest.mark.usefixtures("record")
def test_every_event_known_to_the_day_has_its_day_and_no_other():
    index = RecordIndex.current()
    single = {row.slug for row in index.rows if row.earliest == row.latest is not None}
    single -= {row.slug for row in index.rows if row.date.approximate or row.date.uncertain}
    found = [row.slug for number in range(366) for row in events_on(index, date.fromordinal(date(2024, 1, 1).toordinal() + number))]  # fmt: skip
    assert len(single) > 20
    assert sorted(found) == sorted(single)


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_events_of_today(client, on, language):
    event = Event.objects.get(slug="bach-ho-first-oil-1986")
    on(6, 26)
    address = f"/{language}/feeds/on-this-day/"
    found = [entry for entry in entries(client, address) if entry["link"] == f"/{language}/events/{event.slug}/"]
    assert len(found) == 1
    assert found[0]["title"].endswith(getattr(event, f"title_{language}"))
    assert "1986" in found[0]["title"]
    assert found[0]["summary"] == getattr(event, f"summary_{language}")
    assert found[0]["published"] == "2026-06-26T00:00:00+07:00"


@pytest.mark.usefixtures("record")
def test_the_day_belongs_to_the_tag(client, on):
    on(6, 26)
    first = client.get(TODAY)
    assert client.get(TODAY, headers={"If-None-Match": first["ETag"]}).status_code == 304
    on(6, 27)
    assert client.get(TODAY, headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert b"bach-ho-first-oil-1986" not in client.get(TODAY).content


@pytest.mark.usefixtures("record")
def test_the_first_page_says_it_on_that_day_only(client, on):
    on(6, 26)
    page = client.get("/en/")
    (line,) = Page(page).by_class("view__today")
    assert line.text.startswith("On this day: ")
    assert line.text.endswith(", 26 June 1986")
    assert line.children[0]["href"] == "/en/events/bach-ho-first-oil-1986/"
    assert not Page(client.get("/en/?country=CN")).by_class("view__today")
    on(2, 29, 2028)
    other = client.get("/en/", headers={"If-None-Match": page["ETag"]})
    assert other.status_code == 200
    assert not Page(other).by_class("view__today")
