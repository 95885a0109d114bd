"""The list of events: rows that others changed, bulk changes with their effect told first, views with a name."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import Group
from django.urls import reverse

from events.models import Country, Event, SavedFilter, Theme

pytestmark = pytest.mark.usefixtures("record")
LIST = "/admin/events/event/"


@pytest.fixture
def editor(client, django_user_model):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(django_user_model.objects.create_superuser("lan", "lan@example.org", "correct horse battery"))
    return client


def list_data(page):
    formset = page.context["cl"].formset
    forms = [formset.management_form, *formset.forms]
    data = {field.html_name: field.value() for form in forms for field in form}
    for form in formset.forms:
        for field in form:
            if field.field.show_hidden_initial:
                data[field.html_initial_name] = form.data.get(field.html_initial_name, field.initial)
    return {name: "" if value is None else str(getattr(value, "pk", value)) for name, value in data.items()} | {
        "_save": "1"
    }


def test_rows_are_guarded_one_by_one(editor):
    address = LIST + "?q=1990"
    mine, theirs = list_data(editor.get(address)), list_data(editor.get(address))
    first, second = (Event.objects.get(pk=mine[f"form-{number}-id"]) for number in range(2))
    Event.objects.filter(pk__in=[first.pk, second.pk]).update(importance=1)
    mine |= {f"{way}form-{number}-importance": "1" for way in ("", "initial-") for number in range(2)}
    assert editor.post(address, theirs | mine | {"form-0-importance": "3"}).status_code == 302
    first.refresh_from_db()
    assert (first.importance, first.version) == (3, 2)
    refused = editor.post(address, mine | {"form-0-importance": "2", "form-1-importance": "2"})
    assert refused.status_code == 409
    assert "Somebody else changed this event" in refused.content.decode()
    assert "In the record now: “detail”" in refused.content.decode()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.importance, first.version, second.version) == (3, 2, 1)
    assert editor.post(address, list_data(refused)).status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert [(event.importance, event.version) for event in (first, second)] == [(2, 3), (2, 2)]


def test_an_untouched_row_never_takes_back_what_others_wrote(editor):
    address = LIST + "?q=1990"
    mine, theirs = list_data(editor.get(address)), list_data(editor.get(address))
    editor.post(address, theirs | {"form-0-importance": "3"})
    assert editor.post(address, mine | {"form-1-importance": "3"}).status_code == 302
    assert Event.objects.get(pk=mine["form-0-id"]).importance == 3


@pytest.fixture
def chosen():
    return list(Event.objects.filter(slug__in=["chengdu-talks-1990", "geneva-accords-1954"]).order_by("pk"))


def selection(page):
    return page.context["selection"]


def test_a_bulk_change_is_shown_and_then_done(editor, chosen):
    first = editor.post(
        LIST, {"action": "change_many", ACTION_CHECKBOX_NAME: [event.pk for event in chosen], "index": "0"}
    )
    assert first.status_code == 200
    theme, country = Theme.objects.get(slug="diplomacy"), Country.objects.get(code="CN")
    choice = {"add_themes": [theme.pk], "remove_countries": [country.pk], "move": "withdraw", "reason": "Tidying up."}
    bulk = reverse("admin:events_event_bulk")
    shown = editor.post(bulk, {"selection": selection(first), "_preview": "1", **choice})
    assert shown.status_code == 200
    assert shown.context["acting"] == 2
    page = shown.content.decode()
    assert "published" in page
    assert "withdrawn" in page
    assert {event.version for event in Event.objects.filter(pk__in=[e.pk for e in chosen])} == {1}
    done = editor.post(bulk, {"selection": selection(shown), "_apply": "1", **choice})
    assert done.status_code == 302
    for event in chosen:
        event.refresh_from_db()
        assert event.status == Event.Status.WITHDRAWN
        assert event.version == 2
        assert theme in event.themes.all()
        assert country not in event.countries.all()
        assert event.history.first().change.reason == "Tidying up."
    assert chosen[0].history.first().change == chosen[1].history.first().change


def test_a_bulk_change_of_what_others_changed_does_nothing(editor, chosen):
    theme = Theme.objects.exclude(events__in=chosen).first()
    choice = {"add_themes": [theme.pk], "reason": "More."}
    bulk = reverse("admin:events_event_bulk")
    seen = " ".join(f"{event.pk}:{event.version}" for event in chosen)
    Event.objects.filter(pk=chosen[1].pk).update(version=7)
    refused = editor.post(bulk, {"selection": seen, "_apply": "1", **choice})
    assert refused.status_code == 409
    assert "changed by somebody else meanwhile" in refused.content.decode()
    assert not theme.events.filter(pk__in=[event.pk for event in chosen]).exists()
    assert editor.post(bulk, {"selection": selection(refused), "_apply": "1", **choice}).status_code == 302
    assert theme.events.filter(pk__in=[event.pk for event in chosen]).count() == 2


def test_a_bulk_change_says_what_it_leaves_out(editor, chosen):
    Event.objects.filter(pk=chosen[0].pk).update(status="draft")
    chosen[0].citations.all().delete()
    seen = " ".join(f"{event.pk}:{event.version}" for event in Event.objects.filter(pk__in=[e.pk for e in chosen]))
    shown = editor.post(reverse("admin:events_event_bulk"), {"selection": seen, "move": "publish", "reason": "Go."})
    assert shown.context["acting"] == 0
    assert "at least one source" in shown.content.decode()


@pytest.mark.parametrize("junk", ["", "x:y", "1", ":", "9" * 40 + ":1", "1:1\x00", "٣:١"])
def test_a_bulk_change_of_nothing_leads_back(editor, junk):
    answer = editor.post(reverse("admin:events_event_bulk"), {"selection": junk, "_apply": "1", "reason": "x"})
    assert answer.status_code in (302, 422)


@pytest.fixture
def contributor(client, django_user_model):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    user = django_user_model.objects.create_user("hoa", is_staff=True)
    user.groups.add(Group.objects.get(name="contributor"))
    client.force_login(user)
    return client


def test_a_contributor_changes_no_published_row(contributor):
    address = LIST + "?q=1990"
    data = list_data(contributor.get(address))
    event = Event.objects.get(pk=data["form-0-id"])
    other = "1" if event.importance != 1 else "2"
    refused = contributor.post(address, data | {"form-0-importance": other})
    assert refused.status_code == 200
    assert "You may not change this event" in refused.content.decode()
    event.refresh_from_db()
    assert (str(event.importance) != other, event.version) == (True, 1)


def test_a_contributor_changes_no_published_event_in_bulk_even_by_a_forged_post(contributor, chosen):
    theme = Theme.objects.exclude(events__in=chosen).first()
    seen = " ".join(f"{event.pk}:{event.version}" for event in chosen)
    bulk = reverse("admin:events_event_bulk")
    shown = contributor.post(bulk, {"selection": seen, "add_themes": [theme.pk], "reason": "x"})
    assert shown.context["acting"] == 0
    for choice in ({"add_themes": [theme.pk]}, {"move": "withdraw"}):
        assert contributor.post(bulk, {"selection": seen, "_apply": "1", "reason": "x", **choice}).status_code == 403
    for event in chosen:
        event.refresh_from_db()
        assert (event.status, event.version) == ("published", 1)
        assert theme not in event.themes.all()


def test_a_view_is_saved_shown_and_deleted(editor, django_user_model):
    assert "Save this view as" in editor.get(LIST + "?look=one_source&p=2").content.decode()
    save = reverse("admin:events_event_save_filter")
    assert editor.post(save, {"name": "Only one source", "query": "?p=2&look=one_source"}).status_code == 302
    saved = SavedFilter.objects.get()
    assert (saved.user.username, saved.query) == ("lan", "look=one_source")
    page = editor.get(LIST + "?look=one_source").content.decode()
    assert "Only one source" in page
    assert 'aria-current="true"' in page
    other = django_user_model.objects.create_superuser("minh", "minh@example.org", "correct horse battery")
    editor.force_login(other)
    assert "Only one source" not in editor.get(LIST).content.decode()
    assert editor.post(reverse("admin:events_event_delete_filter", args=[saved.pk])).status_code == 404
    editor.force_login(saved.user)
    assert editor.post(reverse("admin:events_event_delete_filter", args=[saved.pk])).status_code == 302
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    ("name", "query"), [("", "q=x"), ("n" * 61, "q=x"), ("n", ""), ("n", "q=" + "x" * 600), ("\0", "q=x")]
)
def test_a_view_without_name_or_content_is_not_kept(editor, name, query):
    assert editor.post(reverse("admin:events_event_save_filter"), {"name": name, "query": query}).status_code == 302
    assert not SavedFilter.objects.exists()
