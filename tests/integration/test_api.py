"""The JSON that outside programs rely on: shape, filter, paging, ETag, clear refusals."""

import json

import pytest

from events.models import Event

pytestmark = pytest.mark.usefixtures("record")

KEYS = {
    "slug", "url", "date", "title", "summary", "significance", "importance", "countries", "organisations", "themes",
    "people", "place", "citations", "relations", "figures", "version",
}  # fmt: skip


def get(client, path, status=200, **options):
    response = client.get(path, **options)
    assert response.status_code == status, response.content[:300]
    return json.loads(response.content)


def test_shape_of_the_talks_at_chengdu(client):
    event = get(client, "/api/v1/events/chengdu-talks-1990")
    assert set(event) == KEYS
    assert event["date"] == {
        "edtf": "1990-09-03/1990-09-04",
        "earliest": 726713,
        "latest": 726714,
        "precision": "day",
        "label": {"vi": "3–4 tháng 9 năm 1990", "en": "3–4 September 1990", "ru": "3–4 сентября 1990\u00a0г."},
    }
    assert "CN" in event["countries"]
    assert "nguyen-van-linh" in event["people"]
    assert event["place"]["slug"] == "chengdu"
    assert set(event["place"]) == {"slug", "name", "lat", "lon"}
    assert set(event["title"]) == set(event["summary"]) == set(event["significance"]) == {"vi", "en", "ru"}
    for citation in event["citations"]:
        assert {"source", "locator", "supports", "stance", "note"} <= set(citation)
        # A Russian text is told only where there is one.
        assert set(citation["note"]) == {"vi", "en"}
    for relation in event["relations"]:
        assert set(relation) == {"kind", "to", "status"}
    assert event["version"] == 1


def test_the_list_pages_through_everything_once(client):
    path, seen = "/api/v1/events?limit=20", []
    while path:
        page = get(client, path)
        assert len(page["results"]) <= 20
        seen += [event["slug"] for event in page["results"]]
        path = page["next"]
    assert len(seen) == len(set(seen)) == page["count"] == Event.objects.published().count()
    back = get(client, page["previous"])
    assert back["results"][-1]["slug"] == seen[len(seen) - len(page["results"]) - 1]


def test_the_list_reads_the_filter_of_the_pages(client):
    page = get(client, "/api/v1/events?country=CN&country=SUHH&theme=sino-soviet-split&to=1969")
    assert page["count"] == len(page["results"]) > 0
    for event in page["results"]:
        assert {"CN", "SUHH"} & set(event["countries"])
        assert "sino-soviet-split" in event["themes"]


def test_search_folds_tone_marks(client):
    found = [event["slug"] for event in get(client, "/api/v1/events?q=thanh do 1990")["results"]]
    assert "chengdu-talks-1990" in found


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("limit=0", "limit"), ("limit=201", "limit"), ("limit=abc", "limit"), ("limit=1_0", "limit"), ("limit=5&limit=6", "limit"),
        ("offset=-1", "offset"), ("offset=99999999999999999999", "offset"), ("from=abc", "from"), ("q=%00", "q"),
        ("contry=CN", "contry"), ("country=XX", "country"), ("importance=4", "importance"),
    ],
)  # fmt: skip
def test_a_bad_parameter_is_named(client, query, parameter):
    error = get(client, f"/api/v1/events?{query}", status=400)["error"]
    assert error["parameter"] == parameter
    assert error["message"]


def test_an_unknown_slug_is_a_404_in_json(client):
    error = get(client, "/api/v1/events/no-such-event", status=404)["error"]
    assert error["value"] == "no-such-event"


def test_drafts_are_not_there(client):
    Event.objects.filter(slug="tiananmen-1989").update(status="draft")
    get(client, "/api/v1/events/tiananmen-1989", status=404)


@pytest.mark.parametrize("path", ["/api/v1/events", "/api/v1/events/chengdu-talks-1990"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace", "options"])
def test_it_is_read_only(client, path, method):
    response = getattr(client, method)(path)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_an_unchanged_record_answers_304_and_a_change_answers_anew(client):
    first = client.get("/api/v1/events?country=CN")
    assert client.get("/api/v1/events?country=CN", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get("/api/v1/events?country=US", headers={"If-None-Match": first["ETag"]}).status_code == 200
    event = Event.objects.get(slug="chengdu-talks-1990")
    event.save()
    assert client.get("/api/v1/events?country=CN", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_headers_of_a_public_answer(client):
    response = client.get("/api/v1/events")
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies


def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries):
    client.get("/api/v1/events?limit=1")
    with django_assert_max_num_queries(10):
        get(client, "/api/v1/events?limit=5")
    with django_assert_max_num_queries(10):
        get(client, "/api/v1/events?limit=200")
