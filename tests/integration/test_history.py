"""Every change leaves one entry: who, when, why, and the whole record as it stood, by whatever way it was written."""

import re

import pytest
from django.core.management import call_command
from django.utils import translation

from events.exchange.compare import compare
from events.exchange.past import Past, present_records
from events.models import RECORD_MODELS, Change, Citation, Country, Event, Source, Theme, step
from tests.fixtures_small import SMALL
from tests.integration.house import client_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    call_command("load_fixtures", *SMALL, verbosity=0)
    with translation.override("en"):
        yield Event.objects.get(slug="geneva-accords-1954")


def texts(stored):
    return sorted((str(each.record.key), str(sorted(each.record.values.items(), key=str))) for each in stored)


def test_a_load_keeps_every_record_once_with_its_links(event):
    change = Change.objects.get()
    assert change.kind == Change.Kind.LOADED
    for model in RECORD_MODELS:
        assert model.history.count() == model.objects.count(), model
    assert texts(Past(Event, event.pk).records(change.pk)) == texts(present_records(Event, event.pk))


def test_one_save_with_links_and_parts_is_one_entry(event):
    with step(reason="two sources read again", user=person("editor")):
        assert Event.objects.claim(event.pk, event.version)
        event.refresh_from_db()
        event.title_en = "The accords of Geneva"
        event.save()
        event.themes.set(Theme.objects.filter(slug="war"))
        event.countries.clear()
        event.citations.get(locator="§1").delete()
    change = Change.objects.first()
    assert (change.reason, change.user.username) == ("two sources read again", "editor")
    assert Event.history.filter(change=change).count() == 1
    assert event.version == 2
    past = Past(Event, event.pk)
    found = compare(past.records(past.changes[-2].pk), past.records(change.pk), past.names)
    told = {(each.kind, each.model.__name__): [field.name for field in each.fields] for each in found}
    assert told[("changed", "Event")] == ["title", "title", "countries", "themes"]
    assert ("removed", "Citation") in told
    pieces = {field.language: field.pieces for field in found[0].fields if field.name == "title"}
    assert [(piece.kind, piece.text) for piece in pieces["en"] if piece.kind != "same"] == [
        ("added", "accords of "), ("removed", " Accords"),
    ]  # fmt: skip


def test_a_touched_part_counts_its_event_up(event):
    event.citations.get(locator="§1").delete()
    event.refresh_from_db()
    assert event.version == 2
    assert Event.history.filter(id=event.pk).count() == 2


def test_a_claim_wins_once(event):
    assert Event.objects.claim(event.pk, 1)
    assert not Event.objects.claim(event.pk, 1)
    assert Event.objects.get(pk=event.pk).version == 2


def test_what_fails_leaves_nothing(event):
    def half():
        with step(reason="half"):
            assert Event.objects.claim(event.pk, 1)
            event.citations.all().delete()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert Change.objects.count() == 1
    assert Event.objects.get(pk=event.pk).version == 1


def test_the_stock_loaddata_is_quiet_and_the_first_change_keeps_what_stood_before():
    call_command("loaddata", *SMALL, verbosity=0)
    assert not Change.objects.exists()
    event = Event.objects.get(slug="geneva-accords-1954")
    before = texts(present_records(Event, event.pk))
    event.countries.remove(event.countries.first())
    past = Past(Event, event.pk)
    assert [change.kind for change in past.changes] == [Change.Kind.BEFORE, Change.Kind.EDITED]
    assert texts(past.records(past.changes[0].pk)) == before
    assert texts(past.records(past.changes[1].pk)) == texts(present_records(Event, event.pk))


def test_made_up_events_leave_no_history(event):
    call_command("seed_stress", 20, verbosity=0)
    assert Change.objects.count() == 1


def test_vocabulary_and_sources_have_their_history(event):
    source, country = Source.objects.first(), Country.objects.first()
    with step(reason="spelling"):
        source.standpoint_en = "A neutral voice."
        source.save()
        country.name_en = "The People's Republic"
        country.save()
    for model, record in ((Source, source), (Country, country)):
        past = Past(model, record.pk)
        found = compare(past.records(past.changes[0].pk), past.records(past.changes[-1].pk))
        assert len(found) == 1
        assert past.changes[-1].reason == "spelling"


def test_a_second_load_keeps_what_it_changed(event, tmp_path):
    text = SMALL[0].read_text(encoding="utf-8").replace("The Geneva Accords", "The Accords")
    (tmp_path / "events.yaml").write_text(text, encoding="utf-8")
    call_command("load_fixtures", tmp_path / "events.yaml", existing="update", verbosity=0)
    assert Event.history.filter(id=event.pk).count() == 2
    assert Change.objects.first().kind == Change.Kind.LOADED
    assert Citation.history.filter(event_id=event.pk).count() == event.citations.count()


def test_a_difference_names_its_language(event):
    with step(user=person("editor")):
        assert Event.objects.claim(event.pk, event.version)
        event.refresh_from_db()
        event.title_ru = "Соглашения"
        event.save()
    page = client_of("editor").get(f"/admin/events/event/{event.pk}/history/", headers={"accept-language": "en"})
    languages = re.findall(r'class="difference__label" lang="en">(\w+)<', page.content.decode())
    assert sorted(languages) == ["English", "Russian", "Vietnamese"]
