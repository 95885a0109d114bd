"""A change proposed beside the published event: kept, shown, accepted as one step, or turned down."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from events.actions import proposals
from events.actions.claimed import NotPossible, Outdated
from events.exchange.past import present_records
from events.models import Change, Citation, Event, Proposal, step
from tests.fixtures_small import SMALL
from tests.integration.admin_forms import form_data
from tests.integration.house import client_of, person
from tests.integration.test_history import texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    call_command("load_fixtures", *SMALL, verbosity=0)
    with translation.override("en"):
        yield Event.objects.get(slug="geneva-accords-1954")


def propose(event, role="contributor", **values):
    """Fill the form of the proposal in as a contributor would."""
    client = client_of(role)
    address = reverse("admin:events_event_propose", args=[event.pk])
    page = client.get(address)
    assert page.status_code == 200
    return client.post(address, form_data(page) | {"reason": "the treaty's own date"} | values)


def accept(proposal, role="editor", **changed):
    event = Event.objects.get(pk=proposal.event_id)
    values = {"seen": proposal.version, "version": event.version, "user": person(role)} | changed
    proposals.accept(proposal, **values)


def test_proposing_leaves_the_record_as_it_was(event):
    before, changes = texts(present_records(Event, event.pk)), Change.objects.count()
    response = propose(event, date="1954-07-20", title_en="Geneva, 1954")
    proposal = Proposal.objects.get()
    assert response["Location"] == reverse("admin:review-proposal", args=[proposal.pk])
    assert texts(present_records(Event, event.pk)) == before
    event.refresh_from_db()
    assert (event.version, Change.objects.count()) == (1, changes)
    page = client_of("editor").get(response["Location"]).content.decode()
    assert "<del>1954-07-21</del><ins>1954-07-20</ins>" in page
    assert "the treaty&#x27;s own date" in page


def test_accepting_writes_fields_and_parts_as_one_step(event):
    differing, preferred = event.citations.all()
    formset = "citations"
    propose(
        event,
        **{
            "date": "1954-07-20",
            f"{formset}-TOTAL_FORMS": "3",
            f"{formset}-1-locator": "§1, note 2",
            f"{formset}-0-DELETE": "on",
            f"{formset}-2-source": str(preferred.source_id),
            f"{formset}-2-locator": "§7",
            f"{formset}-2-supports": "fact",
            f"{formset}-2-stance": "supports",
        },
    )
    changes = Change.objects.count()
    accept(Proposal.objects.get())
    event.refresh_from_db()
    assert str(event.date) == "1954-07-20"
    assert sorted(event.citations.values_list("locator", flat=True)) == ["§1, note 2", "§7"]
    assert event.citations.get(locator="§1, note 2").preferred
    assert not Citation.objects.filter(pk=differing.pk).exists()
    assert Change.objects.count() == changes + 1
    change = Change.objects.first()
    assert (change.kind, change.reason, change.user.username) == ("accepted", "the treaty's own date", "editor")
    assert event.version == 2
    assert Proposal.objects.get().status == "accepted"


def test_what_others_changed_elsewhere_stays(event):
    propose(event, title_en="Geneva, 1954")
    with step(reason="other field"):
        Event.objects.claim(event.pk, 1)
        event.refresh_from_db()
        event.summary_en = "Another summary."
        event.save()
    accept(Proposal.objects.get())
    event.refresh_from_db()
    assert (event.title_en, event.summary_en) == ("Geneva, 1954", "Another summary.")


def test_what_others_changed_too_is_never_overwritten(event):
    propose(event, title_en="Geneva, 1954")
    with step(reason="same field"):
        Event.objects.claim(event.pk, 1)
        event.refresh_from_db()
        event.title_en = "The Accords"
        event.save()
    with pytest.raises(NotPossible, match="others changed this field meanwhile"):
        accept(Proposal.objects.get())
    event.refresh_from_db()
    assert event.title_en == "The Accords"
    assert Proposal.objects.get().status == "open"
    page = client_of("editor").get(reverse("admin:review-proposal", args=[Proposal.objects.get().pk])).content.decode()
    assert "The event was changed meanwhile" in page
    assert 'value="accept"' not in page


def test_of_two_reviewers_one_decides(event):
    propose(event, title_en="Geneva, 1954")
    proposal = Proposal.objects.get()
    accept(proposal)
    with pytest.raises(Outdated):
        proposals.reject(proposal, seen=1, user=person("publisher"), reason="no")
    with pytest.raises(Outdated):
        accept(proposal)
    assert Event.objects.get(pk=event.pk).version == 2


def test_who_looked_at_an_older_event_accepts_nothing(event):
    propose(event, title_en="Geneva, 1954")
    event.citations.get(locator="note 8").delete()
    with pytest.raises(Outdated):
        accept(Proposal.objects.get(), version=1)
    assert Proposal.objects.get().status == "open"


def test_rejecting_needs_a_reason_that_the_author_reads(event):
    propose(event, title_en="Geneva, 1954")
    address = reverse("admin:review-proposal", args=[Proposal.objects.get().pk])
    editor = client_of("editor")
    page = editor.post(address, {"do": "reject", "seen": "1", "text": ""}, follow=True).content.decode()
    assert "Say why" in page
    editor.post(address, {"do": "reject", "seen": "1", "text": "The article says otherwise."})
    assert Proposal.objects.get().status == "rejected"
    assert "The article says otherwise." in client_of("contributor").get(address).content.decode()


def test_only_its_author_takes_it_back_and_contributors_decide_nothing(event):
    propose(event, title_en="Geneva, 1954")
    proposal = Proposal.objects.get()
    address = reverse("admin:review-proposal", args=[proposal.pk])
    for do in ("accept", "reject"):
        data = {"do": do, "seen": "1", "version": "1", "text": "x"}
        assert client_of("contributor").post(address, data).status_code == 403
    assert client_of("editor").post(address, {"do": "take_back", "seen": "1"}).status_code == 403
    assert client_of("contributor").post(address, {"do": "take_back", "seen": "1"}).status_code == 302
    assert Proposal.objects.get().status == "taken_back"


def test_a_proposal_that_the_form_refuses_keeps_the_typed_text(event):
    response = propose(event, date="1954-02-30", title_en="Typed with care")
    assert response.status_code == 200
    assert "Typed with care" in response.content.decode()
    assert not Proposal.objects.exists()
    assert Event.objects.get(pk=event.pk).version == 1


def test_nothing_changed_is_nothing_proposed(event):
    assert propose(event).status_code == 302
    assert not Proposal.objects.exists()


def test_a_relation_between_two_edited_events_can_be_accepted(event):
    other = Event.objects.get(slug="geneva-conference-1954")
    for each in (event, other):
        with step():
            Event.objects.claim(each.pk, 1)
    relation = event.relations_out.get()
    propose(event, **{"relations_out-0-locator": "§44"})
    accept(Proposal.objects.get())
    assert event.relations_out.get().locator == "§44"
    assert relation.to_event == other
