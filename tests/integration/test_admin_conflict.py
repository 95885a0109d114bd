"""Two editors at one record: the second is refused, sees both versions, and loses nothing that was typed."""

import pytest
from django.urls import reverse

from events.models import Citation, Event, Person
from tests.integration.admin_forms import form_data

pytestmark = pytest.mark.usefixtures("record")


@pytest.fixture
def editor(client, django_user_model):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(django_user_model.objects.create_superuser("lan", "lan@example.org", "correct horse battery"))
    return client


@pytest.fixture
def event():
    return Event.objects.get(slug="chengdu-talks-1990")


def change_address(record):
    return reverse(f"admin:events_{record._meta.model_name}_change", args=[record.pk])


def texts(page):
    return page.content.decode()


def test_the_loser_sees_both_versions_and_the_typed_text(editor, event):
    address = change_address(event)
    mine, theirs = form_data(editor.get(address)), form_data(editor.get(address))
    assert editor.post(address, theirs | {"title_en": "Talks at Chengdu, theirs"}).status_code == 302
    refused = editor.post(address, mine | {"title_en": "Talks in Chengdu, mine"})
    assert refused.status_code == 409
    event.refresh_from_db()
    assert event.title_en == "Talks at Chengdu, theirs"
    assert event.version == 2
    conflict = refused.context["conflict"]
    assert [(item.typed, item.present) for item in conflict.decisions] == [
        ("Talks in Chengdu, mine", "Talks at Chengdu, theirs")
    ]
    page = texts(refused)
    assert "<del>at</del><ins>in</ins> Chengdu, <del>theirs</del><ins>mine</ins>" in page
    assert 'value="Talks in Chengdu, mine"' in page
    assert editor.post(address, form_data(refused)).status_code == 302
    event.refresh_from_db()
    assert (event.title_en, event.version) == ("Talks in Chengdu, mine", 3)


def test_what_only_one_side_changed_is_joined(editor, event):
    address = change_address(event)
    mine, theirs = form_data(editor.get(address)), form_data(editor.get(address))
    editor.post(address, theirs | {"summary_en": "Their summary.", "importance": "2"})
    refused = editor.post(address, mine | {"title_en": "My title"})
    assert refused.status_code == 409
    conflict = refused.context["conflict"]
    assert {item.present for item in conflict.taken} == {"Their summary.", "worth showing"}
    assert [item.typed for item in conflict.own] == ["My title"]
    assert editor.post(address, form_data(refused)).status_code == 302
    event.refresh_from_db()
    assert (event.title_en, event.summary_en, event.importance) == ("My title", "Their summary.", 2)


def test_lists_of_choices_are_joined_one_by_one(editor, event):
    address = change_address(event)
    mine, theirs = form_data(editor.get(address)), form_data(editor.get(address))
    first, second = Person.objects.exclude(events=event)[:2]
    before = set(mine["people"])
    gone = mine["people"][0]
    assert editor.post(address, theirs | {"people": [*theirs["people"], str(first.pk)]}).status_code == 302
    refused = editor.post(address, mine | {"people": [*mine["people"][1:], str(second.pk)]})
    assert refused.status_code == 409
    assert not refused.context["conflict"].decisions
    assert editor.post(address, form_data(refused)).status_code == 302
    assert {str(person.pk) for person in event.people.all()} == before - {gone} | {str(first.pk), str(second.pk)}


def test_rows_that_others_add_change_and_delete(editor, event):
    address = change_address(event)
    mine, theirs = form_data(editor.get(address)), form_data(editor.get(address))
    assert event.citations.count() > 2
    kept = theirs | {"citations-0-note_en": "Their note.", "citations-1-DELETE": "on"}
    assert editor.post(address, kept).status_code == 302
    refused = editor.post(
        address, mine | {"citations-0-note_en": "My note.", "citations-1-note_en": "On a row that is gone.",
                         "citations-2-locator": "a place of mine"}
    )  # fmt: skip
    assert refused.status_code == 409
    page = texts(refused)
    assert "Their note." in page
    assert "My note." in page
    assert "that others deleted while you changed it" in page or "bị người khác xoá" in page
    saved = editor.post(address, form_data(refused))
    assert saved.status_code == 302, saved.context["errors"]
    notes = set(event.citations.values_list("note_en", flat=True))
    assert {"My note.", "On a row that is gone."} <= notes
    assert event.citations.filter(locator="a place of mine").exists()


def test_a_row_of_mine_is_deleted_only_as_it_was_seen(editor, event):
    address = change_address(event)
    mine, theirs = form_data(editor.get(address)), form_data(editor.get(address))
    key = mine["citations-0-id"]
    editor.post(address, theirs | {"citations-0-note_en": "Worth keeping."})
    refused = editor.post(address, mine | {"citations-0-DELETE": "on"})
    assert refused.status_code == 409
    assert editor.post(address, form_data(refused)).status_code == 302
    assert Citation.objects.get(pk=key).note_en == "Worth keeping."


def test_a_change_of_a_part_on_its_own_page_counts(editor, event):
    address = change_address(event)
    mine = form_data(editor.get(address))
    citation = event.citations.first()
    own = change_address(citation)
    data = form_data(editor.get(own))
    assert editor.post(own, data | {"locator": "elsewhere"}).status_code == 302
    refused = editor.post(address, mine | {"title_en": "My title"})
    assert refused.status_code == 409
    assert "elsewhere" in texts(refused)


def test_records_without_a_version_are_guarded_too(editor):
    person = Person.objects.get(slug="do-muoi")
    address = change_address(person)
    mine, theirs = form_data(editor.get(address)), form_data(editor.get(address))
    assert editor.post(address, theirs | {"name_en": "Do Muoi (theirs)"}).status_code == 302
    refused = editor.post(address, mine | {"name_en": "Do Muoi (mine)"})
    assert refused.status_code == 409
    person.refresh_from_db()
    assert person.name_en == "Do Muoi (theirs)"
    assert editor.post(address, form_data(refused)).status_code == 302
    person.refresh_from_db()
    assert person.name_en == "Do Muoi (mine)"


@pytest.mark.parametrize("junk", [{}, {"seen_state": "[[["}, {"seen_version": "x"}, {"seen_version": "٣"},
                                  {"seen_version": "9" * 30}, {"seen_state": "[1,2]"}, {"seen_state": '[{"a":5},{}]'}])  # fmt: skip
def test_a_post_that_does_not_say_what_it_saw_is_refused(editor, event, junk):
    address = change_address(event)
    data = form_data(editor.get(address))
    for name in ("seen_version", "seen_state"):
        data.pop(name)
    refused = editor.post(address, data | {"title_en": "My title"} | junk)
    assert refused.status_code == 409
    assert 'value="My title"' in texts(refused)


def test_an_invalid_form_takes_no_version(editor, event):
    address = change_address(event)
    data = form_data(editor.get(address))
    refused = editor.post(address, data | {"date": "1990-09-31"})
    assert refused.status_code == 200
    event.refresh_from_db()
    assert event.version == 1
    assert editor.post(address, data | {"date": "1990-09"}).status_code == 302
