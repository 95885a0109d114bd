"""What is not published is nowhere public: planted markers are looked for in every page, file, answer and count."""

import json
import re
from collections import deque
from html import unescape

import pytest
from django.core.management import call_command
from django.test import Client

from events.actions import proposals
from events.actions.workflow import move
from events.exchange.past import present_records
from events.languages import LANGUAGES
from events.models import Citation, Event, Figure, Lesson, LessonStep, Relation, Source, step
from events.timeline_data.index import RecordIndex
from tests.fixtures_small import SMALL
from tests.integration.house import person
from tests.public_routes import routes_not_in

pytestmark = pytest.mark.django_db
MARKER = "zqxhidden"
HIDDEN = {"draft": "zqx-a", "in_review": "zqx-b", "withdrawn": "zqx-c"}
QUERIES = (
    f"?q={MARKER.upper()}", "?country=CN", "?theme=war", "?lanes=CN,SUHH", "?from=1900&to=2000", "?importance=1",
    "?organisation=united-nations", "?person=zhou-enlai", "?source=first-article",
)  # fmt: skip
FILES = ("csv", "json", "yaml", "timelinejs", "timelinejs.csv")
# Asked with a view: `present` and its kin.
OF_A_VIEW = ("", "timeline/window", "present", "embed", "share", "share.svg")
ALONE = ("feeds/changes/", "feeds/on-this-day/", "offline/", "site.webmanifest", "propose/date?date=1954-07",
         f"suggest?q={MARKER.upper()}", "suggest?q=gio", "suggest?q=195")  # fmt: skip
# Shows what is made up, and leads to it.
MADE_UP = "styleguide/"
# A picture needs a file: test_illustrations.py.
UNVISITED = {"illustration"}
HOW_TO_MEND = "a new route: the crawl must come by it"


def plant():
    """An event of each hidden state with all that can hang on one, tied to published ones; and words never published."""
    public = Event.objects.get(slug="geneva-accords-1954")
    source, publisher = Source.objects.first(), person("publisher")
    for status, slug in HIDDEN.items():
        with step(reason=f"{MARKER} reason"):
            texts = {f"{name}_{code}": f"{MARKER} {name}" for name in ("title", "summary", "significance", "alternative_names")
                     for code in LANGUAGES}  # fmt: skip
            event = Event.objects.create(slug=slug, date="1954-07", importance=1, place=public.place, **texts)
            event.countries.set(public.countries.all())
            event.themes.set(public.themes.all())
            event.people.set(public.people.all())
            event.organisations.set(public.organisations.all())
            note = {"note_vi": MARKER, "note_en": MARKER, "locator": "§1", "source": source}
            Citation.objects.create(event=event, stance="differs", stated_value=MARKER, **note)
            Figure.objects.create(event=event, key="k", value=5, label_vi=MARKER, label_en=MARKER, **note)
            Relation.objects.create(from_event=event, to_event=public, kind="led_to", **note)
            Relation.objects.create(from_event=public, to_event=event, kind="led_to", **note)
            lesson, _new = Lesson.objects.get_or_create(
                slug="a-lesson", defaults={"title_vi": "Bài", "title_en": "One"}
            )
            order = lesson.steps.count()
            LessonStep.objects.create(lesson=lesson, order=order, event=event, question_vi=MARKER, question_en=MARKER)
        event.comments.create(author=publisher, text=MARKER)
        if status == "in_review":
            move(event.pk, "send", version=1, user=publisher, reason=MARKER)
        if status == "withdrawn":
            move(event.pk, "publish", version=1, user=publisher)
            move(event.pk, "withdraw", version=2, user=publisher, reason=MARKER)
    LessonStep.objects.create(lesson=lesson, order=9, event=public, question_vi="Vì sao?", question_en="Why?")
    _words_before_publication(source, publisher)
    records = present_records(Event, public.pk)
    after = present_records(Event, public.pk)
    after[0].record.values["title_en"] = MARKER
    proposal = proposals.propose(public, records, after, user=publisher, reason=MARKER)
    proposal.comments.create(author=publisher, text=MARKER)


def _words_before_publication(source, publisher):
    """A published event whose drafts said something else, and which was once changed in public."""
    with step(reason=MARKER):
        texts = {f"{name}_{code}": "Said." for name in ("title", "summary", "significance") for code in ("vi", "en")}
        event = Event.objects.create(slug="said-late", date="1955", **texts | {"summary_en": MARKER})
        Citation.objects.create(event=event, source=source, locator="§2", note_en=MARKER)
    with step(reason=MARKER):
        event.summary_en = "Said better."
        event.save()
        event.citations.update(note_en="")
    move(event.pk, "publish", version=event.version, user=publisher)
    with step(reason="a word"):
        assert Event.objects.claim(event.pk, Event.objects.get(pk=event.pk).version)
        event.refresh_from_db()
        event.title_en = "Said at last."
        event.save()


def words(response) -> str:
    """All that an answer says, whatever it is written in."""
    body = response.content.decode(errors="replace")
    if "json" in response["Content-Type"]:
        body = json.dumps(json.loads(body), ensure_ascii=False)
    return unescape(body)


def entrances() -> list[str]:
    """Where a crawl begins, in every language: pages with the queries of a view, files, and what no page leads to."""
    queries = ("", *QUERIES)
    slugs = Event.objects.published().values_list("slug", flat=True)
    local = [f"{page}{query}" for page in OF_A_VIEW for query in queries] + [*ALONE, MADE_UP]
    subjects = [f"event/{slug}" for slug in slugs] + [f"lesson/{lesson.slug}" for lesson in Lesson.objects.all()]
    local += [f"{page}?of={each}" for page in ("share", "share.svg") for each in subjects]
    local += [f"events/{slug}/changes/" for slug in slugs] + [f"card/{slug}.png" for slug in slugs]
    root = ["robots.txt", "sitemap.xml", "sitemap-pages.xml", "sitemap-events.xml", "service-worker.js"]
    root += ["", "styleguide/drawing/", *(f"events/{slug}/" for slug in slugs)]
    root += [f"api/v1/events{ending}" for ending in (*queries, *(f".{each}" for each in FILES))]
    root += [f"api/v1/events/{slug}" for slug in slugs]
    return [f"/{code}/{each}" for code in LANGUAGES for each in local] + [f"/{each}" for each in root]


def crawl():
    """Every address that links and files reach from the entrances."""
    client, found = Client(), {}
    waiting = deque(entrances())
    while waiting:
        address = waiting.popleft()
        if address in found:
            continue
        response = client.get(address)
        found[address] = response
        if "text/html" in response["Content-Type"] and not address.endswith(MADE_UP):
            names = re.findall(r'(?:href|src|data-[a-z-]+)="(/(?!static/|admin/)[^"#]*)', response.content.decode())
            waiting += [unescape(name) for name in names if "?" not in name and unescape(name) not in found]
    return found


def counts(found):
    """What the public is told about how many there are."""
    api = {address: json.loads(response.content)["count"] for address, response in found.items()
           if re.fullmatch(r"/api/v1/events(\?.*)?", address)}  # fmt: skip
    lists = {address: len(re.findall(r'class="event-row', response.content.decode()))
             for address, response in found.items() if re.fullmatch(r"/(vi|en)/(\?.*)?", address)}  # fmt: skip
    return api, lists


def test_the_public_sees_published_only():
    call_command("load_fixtures", *SMALL, verbosity=0)
    with step():
        _words_before_publication(Source.objects.first(), person("publisher"))
    before = counts(crawl())
    Event.objects.get(slug="said-late").delete()
    plant()
    RecordIndex.forget()
    found = crawl()
    wrong = {
        address: response.status_code for address, response in found.items() if response.status_code not in (200, 302)
    }
    assert wrong == {}
    assert [address for address, response in found.items() if MARKER in words(response)] == []
    slugs = [
        (address, slug) for address, response in found.items() for slug in HIDDEN.values() if slug in words(response)
    ]
    assert slugs == []
    assert counts(found) == before
    assert routes_not_in(found) == UNVISITED, HOW_TO_MEND
    assert len([address for address in found if ".json" in address and "/timeline/" in address]) >= 2
    assert len([address for address in found if address.startswith(tuple(f"/{code}/" for code in LANGUAGES))]) > 100


@pytest.mark.parametrize(("status", "answer"), [("draft", 404), ("in_review", 404), ("withdrawn", 410)])
def test_the_address_of_a_hidden_event(status, answer):
    call_command("load_fixtures", *SMALL, verbosity=0)
    plant()
    RecordIndex.forget()
    client, slug = Client(), HIDDEN[status]
    for address in (f"/vi/events/{slug}/", f"/en/events/{slug}/changes/", f"/api/v1/events/{slug}"):
        response = client.get(address)
        assert response.status_code == answer, address
        assert MARKER not in response.content.decode()
    assert client.get(f"/en/events/{slug}/report/").status_code in (404, 410)
    assert client.get(f"/en/card/{slug}.png").status_code == 404
    for page in ("share", "share.svg"):
        response = client.get(f"/en/{page}?of=event/{slug}")
        assert (response.status_code, MARKER in response.content.decode()) == (400, False), page


def test_a_deleted_event_is_gone_and_a_renamed_one_is_led_to():
    call_command("load_fixtures", *SMALL, verbosity=0)
    client = Client()
    one, other = Event.objects.published()
    one_slug, other_slug = one.slug, other.slug
    other.delete()
    assert client.get(f"/en/events/{other_slug}/").status_code == 410
    assert client.get(f"/api/v1/events/{other_slug}").status_code == 410
    one.slug = "a-better-name"
    one.save()
    response = client.get(f"/en/events/{one_slug}/")
    assert (response.status_code, response["Location"]) == (301, "/en/events/a-better-name/")
    response = client.get(f"/en/events/{one_slug}/changes/")
    assert (response.status_code, response["Location"]) == (301, "/en/events/a-better-name/changes/")
    assert client.get(f"/api/v1/events/{one_slug}")["Location"] == "/api/v1/events/a-better-name"
    assert client.get("/en/events/never-there/").status_code == 404
