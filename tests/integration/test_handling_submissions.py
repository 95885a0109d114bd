"""Editors read what readers sent, settle it with one button, and make a draft of a proposal."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from events import roles
from events.actions import submissions
from events.models import Event, Submission
from tests.hostile_strings import HOSTILE
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")


@pytest.fixture
def log_in_as(client, django_user_model):
    def log_in(group):
        roles.make_groups()
        user = django_user_model.objects.create_user(group, is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def editor(log_in_as):
    return log_in_as(roles.EDITOR)


@pytest.fixture
def report():
    event = Event.objects.get(slug="chengdu-talks-1990")
    return Submission.objects.create(kind="report", event=event, text="wrong day", language="en")


@pytest.fixture
def proposal():
    return Submission.objects.create(
        kind="proposal",
        title="Đường bay Hà Nội",
        date="1970~",
        text="Máy bay bay thẳng.",
        source_text="Báo",
        language="vi",
    )


def page_of(submission):
    return reverse("admin:events_submission_change", args=[submission.pk])


def handle(client, submission, do, remark=""):
    address = reverse("admin:events_submission_handle", args=[submission.pk])
    return client.post(address, {"do": do, "remark": remark}, follow=True)


def test_a_proposal_becomes_a_draft_with_one_button(editor, proposal):
    buttons = [b["value"] for b in Page(editor.get(page_of(proposal))).all("button", name="do")]
    assert buttons == ["draft", "accept", "decline"]
    response = handle(editor, proposal, "draft")
    event = Event.objects.get(slug="duong-bay-ha-noi-1970")
    assert response.redirect_chain[-1][0] == reverse("admin:events_event_change", args=[event.pk])
    assert (event.status, str(event.date), event.title_vi, event.summary_vi) == (
        "draft", "1970~", "Đường bay Hà Nội", "Máy bay bay thẳng.",
    )  # fmt: skip
    assert event.summary_en == ""
    proposal.refresh_from_db()
    assert (proposal.state, proposal.event, proposal.handled_by.username) == ("accepted", event, "editor")
    assert editor.get(f"/vi/events/{event.slug}/").status_code == 404
    assert "duong-bay" not in editor.get("/vi/?q=duong bay ha noi").content.decode().replace("duong+bay", "")


def test_the_history_of_the_draft_begins_with_the_reader(editor, proposal):
    handle(editor, proposal, "draft")
    change = Event.history.get(slug="duong-bay-ha-noi-1970").change
    assert change.user.username == "editor"
    assert change.reason


def test_keys_never_meet(editor, proposal, django_user_model):
    user = django_user_model.objects.get()
    twins = [proposal] + [
        Submission.objects.create(kind="proposal", title=title, date="1970", text="x", language="vi")
        for title in ("Duong bay, ha noi!", "中国", "中国")
    ]
    slugs = [submissions.make_draft(twin, user).slug for twin in twins]
    assert slugs == ["duong-bay-ha-noi-1970", "duong-bay-ha-noi-1970-2", "event-1970", "event-1970-2"]


@pytest.mark.parametrize("date", ["-0257", "../1954", "Y-17000", "196X", "1954/.."])
def test_any_date_makes_a_draft(editor, proposal, django_user_model, date):
    Submission.objects.filter(pk=proposal.pk).update(date=date)
    event = submissions.make_draft(proposal, django_user_model.objects.get())
    event.refresh_from_db()
    assert str(event.date) == date


@pytest.mark.parametrize(("do", "state"), [("accept", "accepted"), ("decline", "declined")])
def test_a_report_is_settled_with_a_remark(editor, report, proposal, do, state):
    response = handle(editor, report, do, "  seen\n and mended ")
    report.refresh_from_db()
    assert (report.state, report.remark, report.handled_by.username) == (state, "seen and mended", "editor")
    assert response.redirect_chain[-1][0] == page_of(proposal)
    assert list(Submission.objects.waiting()) == [proposal]


def test_it_can_be_taken_up_again(editor, report):
    handle(editor, report, "decline")
    assert [b["value"] for b in Page(editor.get(page_of(report))).all("button", name="do")] == ["reopen"]
    handle(editor, report, "reopen")
    assert list(Submission.objects.waiting()) == [report]


def test_the_slower_of_two_editors_is_told(editor, proposal, django_user_model):
    other = django_user_model.objects.create_user("quicker", is_staff=True)
    submissions.decline(proposal, other)
    before = Event.objects.count()
    page = handle(editor, proposal, "draft").content.decode()
    assert "quicker" in page
    assert Event.objects.count() == before
    proposal.refresh_from_db()
    assert proposal.state == "declined"


def test_the_words_of_the_reader_cannot_be_changed(editor, report):
    response = editor.post(page_of(report), {"text": "something else", "state": "accepted"})
    assert response.status_code == 302
    report.refresh_from_db()
    assert (report.text, report.state) == ("wrong day", "new")
    assert editor.get(reverse("admin:events_submission_add")).status_code == 403


@pytest.mark.parametrize("do", ["", "draft", "publish", "<script>"])
def test_what_is_not_offered_is_refused(editor, report, do):
    assert handle(editor, report, do).status_code == 403
    assert editor.get(reverse("admin:events_submission_handle", args=[report.pk])).status_code == 405


def test_contributors_neither_read_nor_handle(log_in_as, report):
    contributor = log_in_as(roles.CONTRIBUTOR)
    assert contributor.get(page_of(report)).status_code == 403
    assert handle(contributor, report, "accept").status_code == 403
    report.refresh_from_db()
    assert report.state == "new"


def test_publishers_delete_rubbish_and_editors_do_not(log_in_as, report):
    delete = reverse("admin:events_submission_delete", args=[report.pk])
    assert log_in_as(roles.EDITOR).post(delete, {"post": "yes"}).status_code == 403
    assert log_in_as(roles.PUBLISHER).post(delete, {"post": "yes"}).status_code == 302
    assert not Submission.objects.exists()


def test_a_deleted_event_leaves_the_report(report):
    report.event = Event.objects.create(slug="short-lived", date="1954", title_vi="x", title_en="x")
    report.save()
    report.event.delete()
    report.refresh_from_db()
    assert report.event is None


def test_hostile_strings_stand_as_text(editor, proposal):
    harmless = (reverse("admin:events_submission_changelist"), page_of(proposal))
    known = {element.tag for address in harmless for element in Page(editor.get(address)).elements}
    kept = [
        Submission.objects.create(
            kind="proposal", title=t[:70], date="1954", text=t, source_text=t, remark=t, language="en"
        )
        for t in HOSTILE
    ]
    addresses = [reverse("admin:events_submission_changelist") + f"?p={number}" for number in (1, 2)]
    addresses += [page_of(submission) for submission in kept]
    for address in addresses:
        page = Page(editor.get(address))
        assert {e.tag for e in page.elements} <= known, address
        assert not [name for e in page.elements for name in e.attributes if name.startswith("on")], address
        assert not [e for e in page.all("a") if e.get("href").lower().startswith(("javascript", "data", "vbscript"))]
    for submission in kept:
        page = Page(editor.get(page_of(submission)))
        assert submission.text.split()[0] in page.by_class("field-text")[0].text
