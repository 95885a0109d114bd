"""The change form of an event: what is missing, the preview as readers will see it, help for every field."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from events.models import RECORD_MODELS, Event

pytestmark = pytest.mark.usefixtures("record")


@pytest.fixture
def editor(client, django_user_model):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(django_user_model.objects.create_superuser("lan", "lan@example.org", "correct horse battery"))
    return client


@pytest.fixture
def event():
    return Event.objects.get(slug="chengdu-talks-1990")


def form_page(editor, event):
    return editor.get(reverse("admin:events_event_change", args=[event.pk])).content.decode()


def test_the_meter_links_to_what_is_missing(editor, event):
    Event.objects.filter(pk=event.pk).update(status="draft", summary_en="", significance_vi="")
    event.themes.clear()
    event.citations.all().delete()
    page = form_page(editor, event)
    for anchor in ("id_summary_en", "id_significance_vi", "id_themes", "citations-group"):
        assert f'<a href="#{anchor}">' in page
        assert f'id="{anchor}"' in page


@pytest.mark.parametrize(("look", "change"), [
    ("one_language", {"summary_en": ""}), ("length", {"summary_en": "Too short."}), ("incomplete", {"significance_vi": ""}),
])  # fmt: skip
def test_the_list_finds_what_the_meter_tells(editor, event, look, change):
    address = reverse("admin:events_event_changelist") + f"?look={look}&q=chengdu"
    before = editor.get(address).context["cl"].result_count
    Event.objects.filter(pk=event.pk).update(status="draft", **change)
    assert event in editor.get(address).context["cl"].queryset
    assert editor.get(address).context["cl"].result_count >= before


def test_a_draft_is_previewed_as_readers_will_see_it(editor, event, client):
    Event.objects.filter(pk=event.pk).update(status="draft")
    for code, words in (("vi", event.title_vi), ("en", event.title_en)):
        answer = editor.get(reverse("admin:events_event_preview", args=[event.pk, code]))
        page = answer.content.decode()
        assert answer.status_code == 200
        assert words in page
        assert f'<html lang="{code}">' in page
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex"
    assert editor.get(f"/en/events/{event.slug}/").status_code == 404
    assert editor.get(reverse("admin:events_event_preview", args=[event.pk, "xx"])).status_code == 404
    assert editor.get(reverse("admin:events_event_preview", args=[10**6, "vi"])).status_code == 404
    client.logout()
    assert client.get(reverse("admin:events_event_preview", args=[event.pk, "vi"])).status_code == 302


def test_a_published_event_leads_to_its_place_on_the_timeline(editor, event):
    assert f'href="/en/?event={event.slug}"' in form_page(editor, event)


def test_the_picker_and_the_keys_are_explained(editor, event):
    page = form_page(editor, event)
    assert '<template id="date-picker">' in page
    assert "before Christ" in page
    assert "<kbd>Ctrl</kbd>+<kbd>S</kbd>" in page


def test_every_reference_is_found_by_typing():
    visited = 0
    for model in RECORD_MODELS:
        page = admin.site._registry[model]
        for one in (page, *(inline(model, admin.site) for inline in page.inlines)):
            for field in (*one.model._meta.fields, *one.model._meta.many_to_many):
                # The owner of a row in a list is the page itself.
                if (
                    field.is_relation
                    and field.editable
                    and not (
                        one is not page
                        and field.related_model is model
                        and field.name in ("event", "from_event", "lesson", "person")
                    )
                ):
                    assert field.name in one.autocomplete_fields, f"{one}: {field.name}"
                    visited += 1
    assert visited > 20


def test_no_page_carries_inline_scripts_or_styles(editor, event):
    for address in (
        reverse("admin:events_event_change", args=[event.pk]),
        reverse("admin:events_event_changelist") + "?status__exact=published",
        reverse("admin:index"),
    ):
        page = editor.get(address).content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=", page), address
