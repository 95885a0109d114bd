"""Nothing is deleted without a reason, nor when it is no longer what the page showed; asked on the server."""

import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from events.actions.revert import seen_of
from events.models import Change, Event, Place, Theme, step
from tests.fixtures_small import SMALL
from tests.integration.house import client_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _small():
    call_command("load_fixtures", *SMALL, verbosity=0)


@pytest.fixture
def publisher():
    return client_of("publisher")


def seen(page) -> str:
    return re.search(r'name="seen" value="([^"]*)"', page.content.decode())[1]


def deletion(model, pk) -> str:
    return reverse(f"admin:events_{model._meta.model_name}_delete", args=[pk])


def unused():
    return Theme.objects.create(slug="unused", name_vi="Tên", name_en="Name")


def both():
    """A record with a version and one without."""
    return [Event.objects.get(slug="unfinished-draft"), unused()]


@pytest.mark.parametrize("which", [0, 1])
def test_without_a_reason_nothing_is_deleted(publisher, which):
    record = both()[which]
    address = deletion(type(record), record.pk)
    mark = seen(publisher.get(address))
    for reason in ({}, {"reason": ""}, {"reason": " \0 "}):
        page = publisher.post(address, {"post": "yes", "seen": mark} | reason)
        assert page.status_code == 422
        assert "Say why in a few words" in page.content.decode()
        assert type(record).objects.filter(pk=record.pk).exists()
    assert publisher.post(address, {"post": "yes", "seen": mark, "reason": "never told"}).status_code == 302
    assert not type(record).objects.filter(pk=record.pk).exists()
    last = Change.objects.first()
    assert (last.kind, last.reason, last.user.username) == ("deleted", "never told", "publisher")


@pytest.mark.parametrize("which", [0, 1])
def test_what_was_changed_meanwhile_is_not_deleted(publisher, which):
    record = both()[which]
    address = deletion(type(record), record.pk)
    mark = seen(publisher.get(address))
    with step("a better word", user=person("editor")):
        if which == 0:
            assert Event.objects.claim(record.pk, 1)
        record.refresh_from_db()
        setattr(record, "title_en" if which == 0 else "name_en", "Changed")
        record.save()
    page = publisher.post(address, {"post": "yes", "seen": mark, "reason": "never told"})
    text = page.content.decode()
    assert page.status_code == 409
    assert "somebody else changed this after you opened the page" in text
    assert "a better word" in text
    assert "editor" in text
    assert 'value="never told"' in text
    assert type(record).objects.filter(pk=record.pk).exists()
    assert publisher.post(address, {"post": "yes", "seen": seen(page), "reason": "even so"}).status_code == 302


def test_the_list_asks_the_same_for_each_row(publisher):
    draft, other = Event.objects.get(slug="unfinished-draft"), Event.objects.get(slug="geneva-conference-1954")
    address = reverse("admin:events_event_changelist")
    data = {"action": "delete_selected", "_selected_action": [draft.pk, other.pk]}
    page = publisher.post(address, data)
    mark = seen(page)
    assert mark == f"{draft.pk}:1 {other.pk}:1" or mark == f"{other.pk}:1 {draft.pk}:1"
    assert publisher.post(address, data | {"post": "yes", "seen": mark}).status_code == 422
    Event.objects.claim(draft.pk, 1)
    page = publisher.post(address, data | {"post": "yes", "seen": mark, "reason": "both wrong"})
    assert page.status_code == 409
    assert Event.objects.filter(pk__in=[draft.pk, other.pk]).count() == 2
    assert (
        publisher.post(address, data | {"post": "yes", "seen": seen(page), "reason": "both wrong"}).status_code == 302
    )
    assert not Event.objects.filter(pk__in=[draft.pk, other.pk]).exists()


def test_a_record_that_others_need_says_so_as_before(publisher):
    place = Place.objects.get(slug="geneva")
    page = publisher.get(deletion(Place, place.pk))
    assert "protected" in page.content.decode()
    mark = f"{place.pk}:{seen_of(place)}"
    page = publisher.post(deletion(Place, place.pk), {"post": "yes", "reason": "x", "seen": mark})
    assert page.status_code == 200
    assert Place.objects.filter(pk=place.pk).exists()


def test_there_is_nothing_to_delete_twice(publisher):
    record = unused()
    address = deletion(Theme, record.pk)
    data = {"post": "yes", "seen": seen(publisher.get(address)), "reason": "not used"}
    assert publisher.post(address, data).status_code == 302
    assert publisher.post(address, data).status_code == 302
    assert publisher.get(address).status_code == 302


def test_the_page_names_records_and_no_rows_of_links(publisher):
    event = Event.objects.get(slug="geneva-accords-1954")
    text = publisher.get(deletion(Event, event.pk)).content.decode()
    assert "Events: 1" in text
    assert "Citation" in text
    assert "object (" not in text
    assert "relationship" not in text
