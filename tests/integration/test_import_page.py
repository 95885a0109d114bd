"""The import in the browser: a preview word by word, all or a ticked part, one step of history, nothing unseen."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db.models import F
from django.test import Client

from events.models import Change, Citation, Event, Theme, Upload
from events.views.importing.progress import Progress
from tests.fixtures_small import SMALL
from tests.integration.exchange_help import person
from tests.integration.record_state import record_state

SLUG = "geneva-accords-1954"
SHEET = (
    "slug,date,title_vi,title_en,sources,status\n"
    "new-1955,1955,Mới,New,first-article §3,published\n"
    "more-1956,1956,Nữa,More,,\n"
    f"{SLUG},1954-07-21,Hiệp định Giơnevơ,The Geneva Agreements,,published\n"
)
STORY = json.dumps(
    {
        "title": {"text": {"headline": "A story"}},
        "events": [{"start_date": {"year": 1955}, "text": {"headline": "Told"}, "group": "Trade"}],
        "eras": [{"start_date": {"year": "1950"}, "end_date": {"year": "1960"}, "text": {"headline": "Fifties"}}],
    }
)


@pytest.fixture(autouse=True)
def _small(db):
    call_command("load_fixtures", *SMALL, verbosity=0)


@pytest.fixture
def enter(client):
    def enter_as(role):
        client.force_login(person(role))
        return Desk(client)

    return enter_as


class Desk:
    """What one person does at the page of imports."""

    def __init__(self, client):
        self.client = client

    def send(self, text=SHEET, name="a.csv", **data):
        file = SimpleUploadedFile(name, text.encode())
        data = {"file": file, "language": "en", "token": "0" * 32} | data
        return self.client.post("/admin/import/", data, headers={"accept-language": "en"})

    def accept(self, page, **data):
        text = page.content.decode()
        address = re.search(r'action="(/admin/import/\d+/)"', text)[1]
        digest = re.search(r'name="digest" value="(\w+)"', text)[1]
        data = {"digest": digest, "reason": "the article of May"} | data
        return self.client.post(address, data, headers={"accept-language": "en"})


def numbers(page) -> dict[str, str]:
    """The number of each row that can be ticked, by the record's label."""
    rows = re.findall(r'id="pick-(\d+)".*?<code>([^<]+)</code>', page.content.decode(), re.DOTALL)
    return {label: number for number, label in rows}


class TestPreview:
    def test_shows_what_is_new_and_what_changes_word_by_word_and_writes_nothing(self, enter):
        before = record_state()
        page = enter("editor").send()
        text = page.content.decode()
        assert page.status_code == 200
        assert "2 new" in text
        assert "1 changed" in text
        assert "<del>Accords</del><ins>Agreements</ins>" in text
        assert "since publishing was not asked for" in text
        assert set(numbers(page)) == {"event new-1955", "event more-1956", f"event {SLUG}"}
        assert record_state() == before

    def test_shows_all_that_a_new_event_says(self, enter):
        sheet = "slug,date,title_vi,title_en,summary_en,themes\nnew-1955,1955-02,Mới,New,What happened.,war\n"
        text = enter("editor").send(sheet).content.decode()
        lines = dict(re.findall(r'<dt>(\w+)</dt><dd class="difference">([^<]*)</dd>', text))
        assert lines == {
            "date": "1955-02", "title_vi": "Mới", "title_en": "New", "summary_en": "What happened.", "themes": "war"
        }  # fmt: skip

    def test_a_bad_file_is_a_422_with_line_field_and_repair(self, enter):
        page = enter("editor").send(SHEET.replace("1956,N", "1956-02-30,N"))
        assert page.status_code == 422
        text = page.content.decode()
        assert "<code>a.csv:3</code> <strong>event more-1956 date</strong>" in text
        assert "1 problem, nothing was written" in text

    def test_no_file_is_a_422_too(self, enter):
        page = enter("editor").client.post("/admin/import/", {"language": "vi"})
        assert page.status_code == 422

    def test_nothing_to_do_is_said(self, enter):
        desk = enter("editor")
        desk.accept(desk.send(), all="1")
        text = desk.send().content.decode()
        assert "there is nothing to accept" in text
        assert "Accept all" not in text

    def test_a_story_of_timelinejs_comes_with_notes(self, enter):
        text = enter("editor").send(STORY, "story.json", new_vocabulary="on").content.decode()
        assert "the group &quot;Trade&quot; becomes a new theme" in text
        assert "theme trade" in text
        assert "period fifties-1950" in text
        assert "source a-story" in text


class TestAccept:
    def test_all_is_one_step_of_history_with_the_reason(self, enter):
        desk = enter("editor")
        answer = desk.accept(desk.send(), all="1")
        assert (answer.status_code, answer["Location"]) == (302, "/admin/")
        change = Change.objects.latest("pk")
        assert (change.reason, change.user.username) == ("the article of May", "editor")
        assert Event.history.filter(change=change).count() == 3
        assert Event.objects.get(slug=SLUG).title_en == "The Geneva Agreements"
        assert Event.objects.get(slug="new-1955").status == "draft"
        assert not Upload.objects.exists()
        page = desk.client.get("/admin/", headers={"accept-language": "en"}).content.decode()
        assert "The file a.csv was imported: created 3, updated 1, unchanged 0" in page
        assert "Loaded from a file: the article of May" in page

    def test_the_ticked_part_with_what_hangs_on_it(self, enter):
        desk = enter("editor")
        page = desk.send()
        desk.accept(page, ticked="1", pick=[numbers(page)["event new-1955"]])
        assert Citation.objects.filter(event__slug="new-1955").count() == 1
        assert not Event.objects.filter(slug="more-1956").exists()
        assert Event.objects.get(slug=SLUG).title_en == "The Geneva Accords"

    def test_what_a_ticked_record_points_to_comes_along(self, enter):
        desk = enter("editor")
        page = desk.send(STORY, "story.json", new_vocabulary="on")
        desk.accept(page, ticked="1", pick=[numbers(page)["event told-1955"]])
        assert Theme.objects.filter(slug="trade").exists()
        assert Event.objects.get(slug="told-1955").themes.get().slug == "trade"

    def test_nothing_ticked_is_a_422_and_the_reason_stays(self, enter):
        desk = enter("editor")
        answer = desk.accept(desk.send(), ticked="1")
        assert answer.status_code == 422
        assert "Nothing was ticked" in answer.content.decode()
        assert 'value="the article of May"' in answer.content.decode()

    def test_a_reason_is_needed(self, enter):
        desk = enter("editor")
        assert desk.accept(desk.send(), all="1", reason=" ").status_code == 422
        assert not Event.objects.filter(slug="new-1955").exists()

    def test_what_changed_since_the_preview_is_a_409_with_the_new_preview(self, enter):
        desk = enter("editor")
        page = desk.send()
        Event.objects.filter(slug=SLUG).update(title_en="Somebody's", version=F("version") + 1)
        answer = desk.accept(page, all="1")
        assert answer.status_code == 409
        text = answer.content.decode()
        assert "Something changed since you looked" in text
        assert "was changed by an editor" in text
        assert not Event.objects.filter(slug="new-1955").exists()
        assert desk.accept(answer, all="1").status_code == 302
        assert Event.objects.get(slug=SLUG).title_en == "Somebody's"
        assert Event.objects.filter(slug="new-1955").exists()

    def test_the_file_can_be_left(self, enter):
        desk = enter("editor")
        desk.accept(desk.send(), leave="1")
        assert not Upload.objects.exists()
        assert not Event.objects.filter(slug="new-1955").exists()

    def test_the_preview_can_be_opened_again(self, enter):
        desk = enter("editor")
        desk.send()
        page = desk.client.get(f"/admin/import/{Upload.objects.get().pk}/")
        assert page.status_code == 200
        assert len(numbers(page)) == 3


class TestRights:
    def test_nobody_without_an_account(self, client):
        for address in ("/admin/import/", "/admin/import/1/", "/admin/import/progress/", "/admin/import/template.csv"):
            assert client.get(address).status_code == 302
            assert client.post(address).status_code in (302, 403)

    def test_a_file_waits_for_the_one_who_sent_it_alone(self, enter, client):
        enter("editor").send()
        address = f"/admin/import/{Upload.objects.get().pk}/"
        enter("publisher")
        assert client.get(address).status_code == 404
        assert client.post(address, {"all": "1", "reason": "x", "digest": "x"}).status_code == 404

    def test_a_contributor_changes_no_published_event_but_adds_drafts(self, enter):
        desk = enter("contributor")
        page = desk.send()
        assert "The event is published: propose the change on its page" in page.content.decode()
        assert set(numbers(page)) == {"event new-1955", "event more-1956"}
        forged = [*numbers(page).values(), "0", "1", "2"]
        desk.accept(page, ticked="1", pick=forged)
        assert Event.objects.get(slug=SLUG).title_en == "The Geneva Accords"
        assert Event.objects.get(slug="new-1955").status == "draft"

    def test_a_contributor_adds_no_vocabulary(self, enter):
        desk = enter("contributor")
        page = desk.send(STORY, "story.json", new_vocabulary="on")
        assert "the record has no theme, country" in page.content.decode()
        assert set(numbers(page)) == {"event told-1955"}
        page = desk.send("- model: events.theme\n  fields: {slug: x, name_vi: X, name_en: X}\n", "a.yaml")
        assert "You may not do this with a record of this kind" in page.content.decode()
        assert desk.accept(page, all="1").status_code == 422
        assert not Theme.objects.filter(slug="x").exists()

    @pytest.mark.parametrize(("role", "status"), [("editor", "draft"), ("publisher", "published")])
    def test_only_a_publisher_publishes(self, enter, role, status):
        full = (
            "slug,date,title_vi,title_en,summary_vi,summary_en,significance_vi,significance_en,sources,status\n"
            "new-1955,1955,Mới,New,T,S,V,W,first-article §3,published\n"
        )
        desk = enter(role)
        desk.accept(desk.send(full, publish="on"), all="1")
        assert Event.objects.get(slug="new-1955").status == status


class TestProgress:
    def test_is_told_to_the_same_person_and_by_the_token_alone(self, enter):
        desk = enter("editor")
        user = Upload._meta.get_field("user").related_model.objects.get(username="editor")
        track = Progress(user, "a" * 32)
        track.tell("writing: 2000 of 20000")
        asked = desk.client.get("/admin/import/progress/", {"token": "a" * 32})
        assert asked.json() == {"stage": "writing: 2000 of 20000"}
        for token in ("b" * 32, "../../etc/passwd", "", "a" * 31):
            assert desk.client.get("/admin/import/progress/", {"token": token}).json() == {"stage": ""}
        track.end()
        assert desk.client.get("/admin/import/progress/", {"token": "a" * 32}).json() == {"stage": ""}

    def test_the_token_of_a_form_is_forgotten_after_it(self, enter):
        assert not list(Progress(person("publisher"), "0" * 32).path.parent.glob(f"*-{'0' * 32}.json"))
        enter("editor").send()
        assert not list(Progress(person("contributor"), "0" * 32).path.parent.glob(f"*-{'0' * 32}.json"))


def test_a_forged_post_is_refused():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person("editor"))
    assert strict.post("/admin/import/", {"language": "vi"}).status_code == 403
    assert strict.post("/admin/import/1/", {"all": "1"}).status_code == 403
