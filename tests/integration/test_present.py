"""Presenting: one event or one step at a time, by plain links, in the order of the view or of the lesson."""

import pytest

from events.models import Event, Lesson
from events.timeline_data.index import RecordIndex
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")

VIEW = "country=CN&theme=normalization"


def links(page) -> dict[str, str]:
    return {link["data-turn"]: link["href"] for link in page.all("a") if "data-turn" in link.attributes}


def test_next_leads_through_the_whole_view_in_its_order_and_back(client):
    listed = [event["slug"] for event in client.get(f"/api/v1/events?{VIEW}&limit=200").json()["results"]]
    assert len(listed) > 5
    address, seen = f"/en/present?{VIEW}", []
    while address:
        page = Page(client.get(address))
        assert page.by_class("slide__number")[0].text == f"{len(seen) + 1} / {len(listed)}"
        (way,) = page.by_class("slide__way")
        seen.append(way["href"].split("/")[3])
        address = links(page).get("later")
    assert seen == listed
    turns = links(page)
    assert "last" not in turns
    assert Page(client.get(turns["first"])).by_class("slide__number")[0].text == f"1 / {len(listed)}"
    assert Page(client.get(turns["earlier"])).by_class("slide__number")[0].text == f"{len(listed) - 1} / {len(listed)}"


def test_a_slide_says_what_when_who_and_by_whom(client):
    event = Event.objects.get(slug="chengdu-talks-1990")
    page = Page(client.get(f"/en/present?{VIEW}&event={event.slug}"))
    assert page.text_of("h1") == event.title_en
    assert page.by_class("slide__when")[0].text == "3–4 September 1990"
    assert page.by_class("slide__text")[0].text == event.summary_en
    assert "China" in page.by_class("slide__countries")[0].text
    assert event.citations.first().source.title_en in page.by_class("slide__sources")[0].text
    assert page.by_class("position__mark")
    assert page.by_class("slide__show")[0].text == "China, Normalisation"
    assert not page.by_class("site-header")
    assert not page.by_class("site-footer")


def test_leaving_leads_to_the_view_with_the_event_chosen(client):
    page = Page(client.get(f"/en/present?{VIEW}&event=chengdu-talks-1990&lanes=CN"))
    leave = links(page)["leave"]
    assert leave == "/en/?country=CN&event=chengdu-talks-1990&lanes=CN&theme=normalization"
    assert client.get(leave).status_code == 200


def test_an_event_outside_the_view_begins_with_the_next_one_in_it(client):
    index = RecordIndex.current()
    page = Page(client.get("/en/present?country=KZ&event=declaration-of-independence-1945"))
    assert page.by_class("slide__number")[0].text.startswith("1 / ")
    last = index.rows[len(index.rows) - 1].slug
    page = Page(client.get(f"/en/present?from=1950&to=1951&event={last}"))
    number, _slash, count = page.by_class("slide__number")[0].text.split()
    assert number == count


def test_a_view_without_events_has_one_slide_that_says_so(client):
    page = Page(client.get("/en/present?country=KZ&to=1950"))
    assert page.text_of("h1") == "No event fits all of this"
    assert set(links(page)) == {"leave"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_lesson_presents_its_steps(client, language):
    lesson = Lesson.objects.get(slug="road-to-chengdu")
    steps = list(lesson.steps.all())
    address = f"/{language}/lessons/{lesson.slug}/present"
    for number, step in enumerate(steps, 1):
        page = Page(client.get(address))
        assert page.by_class("slide__number")[0].text == f"{number} / {len(steps)}"
        assert page.by_class("slide__text")[0].text == getattr(step, f"question_{language}")
        assert links(page)["leave"] == f"/{language}/lessons/{lesson.slug}/"
        address = links(page).get("later")
    assert address is None


@pytest.mark.parametrize(
    ("path", "parameter"),
    [("present?from=abc", "from"), ("present?event=no-such-event", "event"),
     ("lessons/road-to-chengdu/present?step=99", "step"), ("lessons/road-to-chengdu/present?event=x", "event")],
)  # fmt: skip
def test_bad_parameters_are_named(client, path, parameter):
    response = client.get(f"/en/{path}")
    assert response.status_code == 400
    assert Page(response).all("code")[0].text == parameter


def test_a_step_that_is_withdrawn_leaves_the_show(client):
    lesson = Lesson.objects.get(slug="road-to-chengdu")
    before = lesson.steps.count()
    Event.objects.filter(pk=lesson.steps.first().event_id).update(status="withdrawn")
    RecordIndex.forget()
    page = Page(client.get(f"/en/lessons/{lesson.slug}/present"))
    assert page.by_class("slide__number")[0].text == f"1 / {before - 1}"


def test_shows_are_cheap_and_sent_once(client, django_assert_max_num_queries):
    client.get("/en/")
    with django_assert_max_num_queries(5):
        first = client.get(f"/en/present?{VIEW}")
    assert client.get(f"/en/present?{VIEW}", headers={"If-None-Match": first["ETag"]}).status_code == 304
