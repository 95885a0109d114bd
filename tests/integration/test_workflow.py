"""Draft, in review, published, withdrawn: who may go which way, and what the pages of the editors show of it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from events.actions.claimed import NotPossible, Outdated
from events.actions.workflow import MOVES, move, moves_for
from events.models import Change, Citation, Event, Source, step
from tests.fixtures_small import SMALL
from tests.integration.admin_forms import form_data
from tests.integration.house import client_of, person

pytestmark = pytest.mark.django_db
TEXTS = {f"{name}_{code}": f"{name} {code}" for name in ("title", "summary", "significance") for code in ("vi", "en")}


@pytest.fixture(autouse=True)
def english():
    call_command("load_fixtures", *SMALL, verbosity=0)
    with translation.override("en"):
        yield


@pytest.fixture
def draft():
    with step(reason="begun", user=person("contributor")):
        event = Event.objects.create(slug="a-draft", date="1975-04-30", **TEXTS)
        Citation.objects.create(event=event, source=Source.objects.first(), locator="§1")
    return event


def test_the_way_of_an_event(draft):
    states = []
    for name, role in (("send", "contributor"), ("return", "editor"), ("send", "contributor"),
                       ("publish", "publisher"), ("withdraw", "publisher"), ("publish", "publisher")):  # fmt: skip
        version = Event.objects.get(pk=draft.pk).version
        states.append(move(draft.pk, name, version=version, user=person(role), reason=f"{name} it").status)
    assert states == ["in_review", "draft", "in_review", "published", "withdrawn", "published"]
    kinds = list(Change.objects.values_list("kind", "user__username")[:6])[::-1]
    assert kinds == [("sent", "contributor"), ("returned", "editor"), ("sent", "contributor"),
                     ("published", "publisher"), ("withdrawn", "publisher"), ("published", "publisher")]  # fmt: skip


def test_who_may_go_which_way(draft):
    allowed = {}
    for status in Event.Status:
        draft.status = status
        for role in ("contributor", "editor", "publisher"):
            allowed[status.value, role] = list(moves_for(person(role), draft))
    assert allowed == {
        ("draft", "contributor"): ["send"],
        ("draft", "editor"): ["send"],
        ("draft", "publisher"): ["send", "publish"],
        ("in_review", "contributor"): [],
        ("in_review", "editor"): ["return"],
        ("in_review", "publisher"): ["return", "publish"],
        ("published", "contributor"): [],
        ("published", "editor"): [],
        ("published", "publisher"): ["withdraw"],
        ("withdrawn", "contributor"): [],
        ("withdrawn", "editor"): [],
        ("withdrawn", "publisher"): ["publish"],
    }


@pytest.mark.parametrize("role", ["contributor", "editor"])
def test_nobody_publishes_without_the_right(draft, role):
    with pytest.raises(PermissionDenied):
        move(draft.pk, "publish", version=1, user=person(role))
    client_of(role).post(reverse("admin:review-event", args=[draft.pk]), {"do": "publish", "version": "1", "text": "x"})
    draft.refresh_from_db()
    assert (draft.status, draft.version) == ("draft", 1)


def test_the_rules_of_the_record_stand_before_publication(draft):
    Event.objects.filter(pk=draft.pk).update(summary_en="")
    draft.citations.all().delete()
    version = Event.objects.get(pk=draft.pk).version
    with pytest.raises(NotPossible) as caught:
        move(draft.pk, "publish", version=version, user=person("publisher"))
    assert [problem.split(":")[0] for problem in caught.value.problems] == ["Summary [en]", "Status"]
    assert Event.objects.get(pk=draft.pk).version == version


def test_the_slower_of_two_decides_nothing(draft):
    move(draft.pk, "send", version=1, user=person("contributor"))
    with pytest.raises(Outdated):
        move(draft.pk, "publish", version=1, user=person("publisher"))
    page = client_of("publisher").post(
        reverse("admin:review-event", args=[draft.pk]), {"do": "publish", "version": "1", "text": ""}, follow=True
    )
    assert "somebody else changed this" in page.content.decode()
    assert Event.objects.get(pk=draft.pk).status == "in_review"


@pytest.mark.parametrize("name", [name for name, way in MOVES.items() if way.needs_reason])
def test_what_others_must_understand_needs_a_reason(draft, name):
    Event.objects.filter(pk=draft.pk).update(status=MOVES[name].sources[0])
    with pytest.raises(NotPossible, match="Say why"):
        move(draft.pk, name, version=1, user=person("publisher"), reason="  ")


def test_the_form_saves_and_publishes_in_one_entry(draft):
    client = client_of("publisher")
    address = reverse("admin:events_event_change", args=[draft.pk])
    data = form_data(client.get(address)) | {"title_en": "Saigon", "reason": "ready", "_publish": "1"}
    assert client.post(address, data).status_code == 302
    draft.refresh_from_db()
    assert (draft.status, draft.title_en, draft.version) == ("published", "Saigon", 2)
    change = Change.objects.first()
    assert (change.kind, change.reason, change.user.username) == ("published", "ready", "publisher")


def test_what_may_not_be_published_is_saved_all_the_same(draft):
    client = client_of("publisher")
    address = reverse("admin:events_event_change", args=[draft.pk])
    data = form_data(client.get(address)) | {"title_en": "Saigon", "significance_vi": "", "_publish": "1"}
    page = client.post(address, data, follow=True).content.decode()
    assert "Why it matters [vi]: a published event needs this text" in page
    draft.refresh_from_db()
    assert (draft.status, draft.title_en) == ("draft", "Saigon")


def test_a_contributor_cannot_slip_a_state_in(draft):
    client = client_of("contributor")
    address = reverse("admin:events_event_change", args=[draft.pk])
    data = form_data(client.get(address)) | {"status": "published", "_publish": "1"}
    client.post(address, data)
    assert Event.objects.get(pk=draft.pk).status == "draft"


def test_a_contributor_cannot_touch_what_is_published():
    event = Event.objects.get(slug="geneva-accords-1954")
    client = client_of("contributor")
    address = reverse("admin:events_event_change", args=[event.pk])
    assert client.post(address, {"title_en": "x", "seen_version": "1"}).status_code == 403
    citation = event.citations.first()
    assert client.post(reverse("admin:events_citation_change", args=[citation.pk]), {}).status_code == 403
    assert client.post(reverse("admin:events_citation_delete", args=[citation.pk]), {"post": "yes"}).status_code == 403
    page = client.post(
        reverse("admin:events_citation_add"),
        {"event": event.pk, "source": citation.source_id, "locator": "§9", "supports": "fact", "stance": "supports"},
    )
    assert page.status_code == 200
    assert "propose the change on its own page" in page.content.decode()
    assert Event.objects.get(pk=event.pk).version == 1
    assert event.citations.count() == 2


def test_a_public_record_is_not_saved_without_a_reason():
    event = Event.objects.get(slug="geneva-accords-1954")
    client = client_of("editor")
    address = reverse("admin:events_event_change", args=[event.pk])
    data = form_data(client.get(address)) | {"title_en": "Accords"}
    assert client.post(address, data | {"reason": ""}).status_code == 200
    assert client.post(address, data | {"reason": "shorter"}).status_code == 302
    assert (Change.objects.first().reason, Change.objects.first().user.username) == ("shorter", "editor")


def test_the_first_page_says_what_waits_for_whom(draft):
    move(draft.pk, "send", version=1, user=person("contributor"), reason="please look")
    for role in ("contributor", "editor", "publisher"):
        page = client_of(role).get("/admin/").content.decode()
        assert reverse("admin:review-event", args=[draft.pk]) in page
        assert f'href="{reverse("admin:import")}"' in page
        assert "please look" in page
        assert ("queue__part--mine" in page) == (role == "publisher"), role


def test_comments_stand_on_the_page_of_the_event(draft):
    address = reverse("admin:review-event", args=[draft.pk])
    client_of("editor").post(address, {"do": "comment", "text": "Which <b>source</b>?\0"})
    page = client_of("contributor").get(address).content.decode()
    assert "Which &lt;b&gt;source&lt;/b&gt;?" in page


@pytest.mark.parametrize("data", [{}, {"do": "fly"}, {"do": "publish"}, {"do": "publish", "version": "٣"},
                                  {"do": "publish", "version": "9" * 99}])  # fmt: skip
def test_junk_is_refused_plainly(draft, data):
    address = reverse("admin:review-event", args=[draft.pk])
    assert client_of("publisher").post(address, data).status_code == 404
