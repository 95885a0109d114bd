"""Editing: every model has its pages, the date preview speaks both languages, search folds tone marks."""

import pytest
from django.contrib import admin
from django.urls import reverse

from events.models import RECORD_MODELS, Event
from tests.integration.admin_forms import form_data

pytestmark = pytest.mark.usefixtures("record")


@pytest.fixture
def editor(client, django_user_model):
    user = django_user_model.objects.create_superuser("editor", "editor@example.org", "correct horse battery")
    client.force_login(user)
    return client


def test_every_model_has_a_list_a_search_and_a_form(editor):
    visited = 0
    for model in RECORD_MODELS:
        assert admin.site.is_registered(model)
        name = f"admin:events_{model._meta.model_name}"
        for address in (reverse(f"{name}_changelist"), reverse(f"{name}_changelist") + "?q=tr", reverse(f"{name}_add")):
            assert editor.get(address).status_code == 200, address
            visited += 1
        first = model.objects.order_by("pk").first()
        assert editor.get(reverse(f"{name}_change", args=[first.pk])).status_code == 200
        visited += 1
    assert visited == 4 * len(RECORD_MODELS)


@pytest.mark.parametrize("look", ["no_source", "uncertain", "vague", "differs", "one_language", "no_theme", "junk"])
def test_side_bar_filters(editor, look):
    response = editor.get(reverse("admin:events_event_changelist") + f"?look={look}")
    assert response.status_code == 200


def test_search_folds_tone_marks(editor):
    page = editor.get(reverse("admin:events_event_changelist") + "?q=thanh do 1990").content.decode()
    assert "chengdu" in page or "Thành Đô" in page
    answer = editor.get(
        reverse("admin:autocomplete"),
        {"term": "lien xo", "app_label": "events", "model_name": "event", "field_name": "countries"},
    ).json()
    assert any("SUHH" in row["text"] for row in answer["results"])


def test_the_date_preview_speaks_every_language(editor):
    answer = editor.get(reverse("admin:date-preview"), {"date": "1986-12-05/1986-12-18"}).json()
    assert answer == {"vi": "5–18 tháng 12 năm 1986", "en": "5–18 December 1986", "ru": "5–18 декабря 1986\u00a0г."}
    for language, words in [("en", "September has 30 days"), ("vi", "tháng 9 có 30 ngày")]:
        answer = editor.get(
            reverse("admin:date-preview"), {"date": "1990-09-31"}, headers={"Accept-Language": language}
        )
        assert words in answer.json()["error"]


def test_the_date_field_shows_its_words(editor):
    event = Event.objects.get(slug="geneva-accords-1954")
    page = editor.get(reverse("admin:events_event_change", args=[event.pk])).content.decode()
    assert "data-date-preview" in page
    assert "tháng 7 năm 1954" in page


def test_a_corrected_date_is_saved_and_counts_the_version_up(editor):
    event = Event.objects.get(slug="geneva-accords-1954")
    address = reverse("admin:events_event_change", args=[event.pk])
    data = form_data(editor.get(address))
    response = editor.post(address, data | {"date": "1954-07-21"})
    assert response.status_code == 302, response.context["errors"]
    event.refresh_from_db()
    assert str(event.date) == "1954-07-21"
    assert event.version == 2
    assert event.earliest == event.latest


def test_a_bad_date_comes_back_with_the_parsers_words(editor):
    event = Event.objects.get(slug="chengdu-talks-1990")
    address = reverse("admin:events_event_change", args=[event.pk])
    response = editor.post(address, form_data(editor.get(address)) | {"date": "1990-09-31"})
    assert response.status_code == 200
    assert "1990-09-31" in response.content.decode()


def test_a_published_event_cannot_lose_its_last_source(editor):
    event = Event.objects.get(slug="declaration-of-independence-1945")
    address = reverse("admin:events_event_change", args=[event.pk])
    data = form_data(editor.get(address))
    data |= {f"citations-{n}-DELETE": "on" for n in range(event.citations.count())}
    response = editor.post(address, data)
    assert response.status_code == 200
    assert event.citations.exists()


def test_strangers_meet_the_login(client):
    assert client.get("/admin/").status_code == 302
    assert client.get(reverse("admin:date-preview")).status_code == 302
