"""Back to any earlier state, and back from deletion: exact, recorded, and only for whoever saw the newest state."""

import random

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import translation

from events.actions.claimed import NotPossible, Outdated
from events.actions.restore import deleted_records, restore
from events.actions.revert import revert, seen_of
from events.exchange.past import Past, present_records
from events.models import Change, Citation, Country, Event, Organisation, Person, Relation, Source, Theme, step
from tests.fixtures_small import SMALL
from tests.integration.house import person
from tests.integration.test_history import texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    call_command("load_fixtures", *SMALL, verbosity=0)
    with translation.override("en"):
        yield Event.objects.get(slug="geneva-accords-1954")


def content(stored):
    """What going back brings back: all but the place on the way to the public."""
    for each in stored:
        each.record.values.pop("status", None)
    return texts(stored)


def edit(event, chance):
    """One random edit of an event and its parts."""
    with step(reason="edit"):
        event = Event.objects.get(pk=event.pk)
        assert Event.objects.claim(event.pk, event.version)
        event.refresh_from_db()
        event.title_en = f"Title {chance.randrange(1000)}"
        event.date = chance.choice(["1954", "1954-07", "1954-07-21", "1953~/1954"])
        event.save()
        event.themes.set(chance.sample(list(Theme.objects.all()), chance.randrange(0, Theme.objects.count() + 1)))
        event.countries.set(chance.sample(list(Country.objects.all()), 1))
        what = chance.randrange(4)
        if what == 0 and event.citations.count() > 1:
            event.citations.order_by("?").first().delete()
        elif what == 1:
            Citation.objects.create(event=event, source=Source.objects.first(), locator=f"§{chance.random()}")
        elif what == 2 and event.figures.exists():
            event.figures.first().delete()
        else:
            for citation in event.citations.filter(stance="supports")[:1]:
                citation.locator = f"p. {chance.randrange(10_000)}"
                citation.save()


def test_thirty_random_states_come_back_exactly(event):
    chance = random.Random(7)
    for _number in range(30):
        edit(event, chance)
    past = Past(Event, event.pk)
    for change in chance.sample(past.changes, 30):
        then = content(past.records(change.pk))
        seen = Event.objects.get(pk=event.pk).version
        revert(Event, event.pk, change.pk, seen=seen, user=person("editor"), reason="as it was")
        assert content(present_records(Event, event.pk)) == then
        newest = Past(Event, event.pk)
        assert newest.changes[-1].kind == Change.Kind.REVERTED
        assert content(newest.records(newest.changes[-1].pk)) == then
        assert Event.objects.get(pk=event.pk).version == seen + 1


def test_two_parts_that_changed_places_change_back(event):
    one, two = event.citations.order_by("pk")
    Citation.objects.filter(pk=two.pk).update(source=one.source, locator="x", stance="supports")
    first = Past(Event, event.pk).changes[0].pk
    with step():
        for part, locator in ((one, "tmp"), (two, "§1"), (one, "x")):
            part.refresh_from_db()
            part.locator = locator
            part.save()
    revert(Event, event.pk, first, seen=Event.objects.get(pk=event.pk).version, user=person("editor"), reason="back")
    one.refresh_from_db()
    assert one.locator == "§1"


def test_who_saw_an_older_state_changes_nothing(event):
    first = Past(Event, event.pk).changes[0].pk
    edit(event, random.Random(1))
    with pytest.raises(Outdated):
        revert(Event, event.pk, first, seen=1, user=person("editor"), reason="back")
    assert Change.objects.first().reason == "edit"


def test_going_back_needs_a_reason_and_the_right(event):
    first = Past(Event, event.pk).changes[0].pk
    with pytest.raises(NotPossible, match="Say why"):
        revert(Event, event.pk, first, seen=1, user=person("editor"), reason=" ")
    with pytest.raises(PermissionDenied):
        revert(Event, event.pk, first, seen=1, user=person("contributor"), reason="mine")
    assert Change.objects.count() == 1


def test_a_state_without_source_cannot_come_back_to_a_published_event(event):
    with step():
        event.status = Event.Status.DRAFT
        event.save()
        event.citations.all().delete()
    bare = Change.objects.first().pk
    with step():
        Citation.objects.create(event=event, source=Source.objects.first(), locator="§7")
        Event.objects.filter(pk=event.pk).update(status=Event.Status.PUBLISHED)
    version = Event.objects.get(pk=event.pk).version
    with pytest.raises(NotPossible, match="at least one source"):
        revert(Event, event.pk, bare, seen=version, user=person("publisher"), reason="back")
    assert event.citations.count() == 1


def test_a_person_goes_back_with_the_offices(event):
    held = Person.objects.get(slug="zhou-enlai")
    first = Past(Person, held.pk).changes[0].pk
    before = texts(present_records(Person, held.pk))
    with step():
        held.name_en = "Chou En-lai"
        held.save()
        held.offices.all().delete()
    revert(Person, held.pk, first, seen=seen_of(held), user=person("editor"), reason="the usual spelling")
    assert texts(present_records(Person, held.pk)) == before


def test_a_deleted_event_comes_back_with_all_that_hung_on_it(event):
    before, incoming = texts(present_records(Event, event.pk)), Relation.objects.filter(to_event=event).count()
    assert incoming
    with step("a mistake", "deleted", person("publisher")):
        event.delete()
    gone = next(each for each in deleted_records() if each.model is Event)
    assert (gone.row.change.reason, gone.name) == ("a mistake", "Hiệp định Giơnevơ / The Geneva Accords")
    number = gone.row.id
    with pytest.raises(PermissionDenied):
        restore(Event, number, user=person("contributor"), reason="back")
    back, lost = restore(Event, number, user=person("publisher"), reason="was right")
    assert lost == []
    assert texts(present_records(Event, number)) == before
    assert back.relations_in.count() == incoming
    assert (back.version, back.status) == (2, "published")
    assert Change.objects.first().kind == Change.Kind.RESTORED
    assert not [each for each in deleted_records() if each.model is Event]
    with pytest.raises(NotPossible, match="restored it already"):
        restore(Event, number, user=person("publisher"), reason="again")


def test_an_editor_without_the_right_to_publish_restores_a_draft(event):
    number = event.pk
    event.delete()
    back, _lost = restore(Event, number, user=person("editor"), reason="back")
    assert back.status == Event.Status.DRAFT


def test_what_points_to_nothing_is_left_out_and_said(event):
    number, theme = event.pk, event.themes.first()
    event.delete()
    Event.objects.all().delete()
    theme.delete()
    _back, lost = restore(Event, number, user=person("publisher"), reason="back")
    assert lost[0] == "themes: 1 left out, since deleted"
    assert len([words for words in lost if words.startswith("relation left out")]) == 2


def test_a_slug_that_was_given_away_meanwhile_is_named(event):
    number = event.pk
    event.delete()
    Event.objects.create(slug="geneva-accords-1954", date="1954", title_vi="Khác", title_en="Other")
    with pytest.raises(NotPossible, match="slug"):
        restore(Event, number, user=person("publisher"), reason="back")
    assert not Event.objects.filter(pk=number).exists()


def test_vocabulary_comes_back_too(event):
    unused = Organisation.objects.create(slug="unused", name_vi="Thừa", name_en="Unused", kind="party")
    number = unused.pk
    unused.delete()
    restore(Organisation, number, user=person("publisher"), reason="needed")
    assert Organisation.objects.get(pk=number).name_en == "Unused"
