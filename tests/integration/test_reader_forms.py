"""Readers report and propose without account or cookie; what is wrong comes back with every word that was typed."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from events.models import Event, Submission, SubmissionCount
from events.submissions import form_token, limits
from tests.hostile_strings import HOSTILE
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")

REPORT = "/en/events/chengdu-talks-1990/report/"
PROPOSE = "/en/propose/"
REPORTED = {"text": "The talks lasted\r\nthree days.", "source_text": "A book, p. 3"}
PROPOSED = {
    "title": "A first direct flight",
    "date": "1970-05~",
    "text": "Planes flew between the two capitals.",
    "source_text": "A newspaper, 1970, p. 3",
}


def send(client, address, values, **options):
    return client.post(address, {"token": form_token.make(address), **values}, **options)


def typed(response) -> dict[str, str]:
    """What stands in the fields of the page that came back."""
    page = Page(response)
    areas = {area["name"]: "".join(area.texts).removeprefix("\n") for area in page.all("textarea")}
    return areas | {line["name"]: line.get("value") for line in page.all("input", type="text")}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_report_waits_for_the_editors(client, language):
    address = f"/{language}/events/chengdu-talks-1990/report/"
    token = Page(client.get(address)).all("input", name="token")[0]["value"]
    response = client.post(address, REPORTED | {"token": token})
    assert response.status_code == 303
    assert response["Location"] == f"{address}?sent=1"
    thanks = Page(client.get(response["Location"]))
    assert not thanks.all("form", method="post")
    (kept,) = Submission.objects.waiting()
    assert (kept.kind, kept.event.slug, kept.language) == ("report", "chengdu-talks-1990", language)
    assert kept.text == "The talks lasted\nthree days."
    assert (kept.source_text, kept.state, kept.handled_by) == ("A book, p. 3", "new", None)


@pytest.mark.parametrize(("language", "words"), [("en", "September has 30 days"), ("vi", "tháng 9 có 30 ngày")])
def test_a_date_is_read_out_while_it_is_typed(client, language, words):
    field = Page(client.get(f"/{language}/propose/")).all("input", name="date")[0]
    answer = client.get(field["data-date-preview"], {"date": "1954-07~"})
    assert answer.json() == {"vi": "khoảng tháng 7 năm 1954", "en": "c. July 1954", "ru": "около июля 1954\u00a0г."}
    assert not answer.cookies
    assert words in client.get(field["data-date-preview"], {"date": "1990-09-31"}).json()["error"]
    again = send(client, f"/{language}/propose/", PROPOSED | {"title": ""})
    assert "khoảng tháng 5 năm 1970" in again.content.decode()


def test_a_proposal_waits_for_the_editors(client):
    assert send(client, PROPOSE, PROPOSED).status_code == 303
    (kept,) = Submission.objects.waiting()
    assert (kept.kind, kept.event, kept.title, str(kept.date)) == ("proposal", None, PROPOSED["title"], "1970-05~")
    assert Event.objects.filter(title_en=PROPOSED["title"]).count() == 0


def test_nothing_tells_who_sent_it(client):
    send(client, PROPOSE, PROPOSED, REMOTE_ADDR="203.0.113.77")
    assert "203.0.113" not in str([*Submission.objects.values(), *SubmissionCount.objects.values()])


def test_no_cookie_and_no_way_to_need_one():
    client = Client(enforce_csrf_checks=True)
    for address in (REPORT, PROPOSE, "/en/", "/en/events/chengdu-talks-1990/"):
        response = client.get(address)
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
    response = send(client, REPORT, REPORTED)
    assert response.status_code == 303
    assert not response.cookies


@pytest.mark.parametrize("address", [REPORT, PROPOSE])
def test_the_form_is_fresh_each_time_and_not_for_search_machines(client, address):
    response = client.get(address)
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": "http://testserver.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    ],
)
def test_a_form_on_another_site_is_refused(client, headers):
    assert send(client, REPORT, REPORTED, headers=headers).status_code == 403
    assert not Submission.objects.exists()


@pytest.mark.parametrize("headers", [{"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, {}])
def test_a_form_of_ours_is_taken(client, headers):
    assert send(client, REPORT, REPORTED, headers=headers).status_code == 303


def old_token(path):
    signer = signing.TimestampSigner(salt=form_token.SALT)
    signer.timestamp = lambda: signing.b62_encode(int(timezone.now().timestamp()) - form_token.LONGEST - 60)
    return signer.sign(path)


@pytest.mark.parametrize(
    "token", ["", "junk", form_token.make("/vi/propose/"), signing.TimestampSigner().sign(REPORT), old_token(REPORT)],
    ids=["none", "junk", "of another form", "of another purpose", "too old"],
)  # fmt: skip
def test_without_a_good_token_nothing_is_kept_but_the_words_stay(client, token):
    response = client.post(REPORT, REPORTED | {"token": token})
    assert response.status_code == 400
    assert typed(response)["text"].replace("\r\n", "\n") == "The talks lasted\nthree days."
    assert not Submission.objects.exists()
    fresh = Page(response).all("input", name="token")[0]["value"]
    assert client.post(REPORT, REPORTED | {"token": fresh}).status_code == 303


def test_whoever_fills_in_the_trap_is_thanked_and_forgotten(client):
    assert send(client, REPORT, REPORTED | {"website": "https://spam.example"}).status_code == 303
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("date", "summer 1954", '"summer 1954" is not a date'),
        ("date", "1990-09-31", "September has 30 days"),
        ("date", "", "This field is required"),
        ("title", "x" * 71, "has 71 characters: shorten it to 70"),
        ("title", "two\nlines", "has a line break"),
        ("title", "  ", "This field is required"),
        ("text", "", "This field is required"),
        ("text", "y" * 3001, "at most 3000 characters"),
        ("text", "a\0b", "U+0000 is a control character: delete it"),
        ("text", "a\u202eb", "can change how the text is read: delete it"),
        ("source_text", "z" * 601, "at most 600 characters"),
        ("source_text", "\ufffd", "type the word again"),
    ],
)
def test_a_wrong_field_says_the_repair_and_keeps_all_words(client, field, value, words):
    values = PROPOSED | {field: value}
    response = send(client, PROPOSE, values)
    assert response.status_code == 400
    page = Page(response)
    assert words in page.by_id(f"id_{field}_error").text
    wrong = page.by_id(f"id_{field}")
    assert wrong["aria-invalid"] == "true"
    assert f"id_{field}_error" in wrong["aria-describedby"]
    assert page.text_of("title").startswith("Error:")
    assert {name: text for name, text in typed(response).items() if name in values} == values
    assert not Submission.objects.exists()
    assert not SubmissionCount.objects.exists()


def test_letters_are_kept_composed(client):
    send(client, REPORT, {"text": "Ha\u0300 No\u0323\u0302i"})
    assert Submission.objects.get().text == "Hà Nội"


def test_a_second_click_sends_nothing_twice(client):
    for _click in range(3):
        assert send(client, PROPOSE, PROPOSED).status_code == 303
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("slug", ["no-such-event", "draft-of-an-editor"])
def test_only_what_the_public_knows_can_be_reported(client, slug):
    Event.objects.create(slug="draft-of-an-editor", date="1954", title_vi="x", title_en="x")
    assert client.get(f"/en/events/{slug}/report/").status_code == 404
    assert send(client, f"/en/events/{slug}/report/", REPORTED).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch", "trace"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)(PROPOSE).status_code == 405


def test_oversized_posts_are_a_plain_400(client):
    assert send(client, REPORT, {"text": "x" * 3_000_000}).status_code == 400
    assert send(client, REPORT, {f"f{number}": "x" for number in range(1100)}).status_code == 400


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(limits, "OF_ONE_SENDER", 3)
    monkeypatch.setattr(limits, "OF_ALL", 5)


def report(client, number, address):
    return send(client, REPORT, {"text": f"problem {number}"}, REMOTE_ADDR=address)


def test_one_sender_may_send_only_so_many(client, few):
    assert [report(client, n, "203.0.113.5").status_code for n in range(4)] == [303, 303, 303, 429]
    response = report(client, 9, "203.0.113.5")
    assert 0 < int(response["Retry-After"]) <= 3600
    assert typed(response)["text"] == "problem 9"
    assert report(client, 10, "203.0.113.6").status_code == 303
    assert Submission.objects.count() == 4


def test_all_together_may_send_only_so_many(client, few):
    assert [report(client, n, f"203.0.113.{n}").status_code for n in range(6)] == [303] * 5 + [429]


def test_a_new_hour_begins_anew_and_forgets_the_senders(client, few, monkeypatch):
    for number in range(3):
        report(client, number, "203.0.113.5")
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(limits.timezone, "now", lambda: later)
    monkeypatch.setattr(form_token, "LONGEST", 10**6)
    assert report(client, 4, "203.0.113.5").status_code == 303
    assert set(SubmissionCount.objects.values_list("hour", flat=True)) == {int(later.timestamp()) // 3600}


def test_a_full_queue_takes_no_more(client, monkeypatch):
    monkeypatch.setattr(limits, "WAITING", 2)
    assert [report(client, n, "203.0.113.5").status_code for n in range(3)] == [303, 303, 429]


def test_hostile_strings_stand_as_text_in_what_comes_back(client, monkeypatch):
    plain = Page(send(client, PROPOSE, dict.fromkeys(PROPOSED, ""))).elements
    monkeypatch.setattr(limits, "OF_ONE_SENDER", 1000)
    monkeypatch.setattr(limits, "OF_ALL", 1000)
    for text in HOSTILE:
        response = send(client, PROPOSE, {"title": text, "date": text, "text": text, "source_text": text})
        assert response.status_code == 400
        page = Page(response)
        assert typed(response)["text"] == text
        assert {e.tag for e in page.elements} <= {e.tag for e in plain} | {"a", "li", "ul"}
        assert not [name for e in page.elements for name in e.attributes if name.startswith("on")], text
        assert send(client, REPORT, {"text": text, "source_text": text}).status_code == 303
    assert Submission.objects.count() == len(HOSTILE) == 60


def test_event_page_footer_and_about_lead_here(client):
    assert REPORT in [link["href"] for link in Page(client.get("/en/events/chengdu-talks-1990/")).all("a")]
    for address in ("/en/", "/en/about/"):
        assert PROPOSE in [link["href"] for link in Page(client.get(address)).all("a")]
