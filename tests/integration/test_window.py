"""The address of windows: tags, refusals by name, few queries, few bytes, and the same facts as the page."""

import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event, RecordVersion
from events.timeline_data import index as index_module
from events.timeline_data.index import RecordIndex

pytestmark = pytest.mark.usefixtures("record")

PATH = "/vi/timeline/window"


@pytest.fixture(params=["small", "large"], autouse=True)
def size(request, monkeypatch, fresh_index):
    """Every test runs on the record as it is, and as if it were too large for its texts to be kept."""
    if request.param == "large":
        monkeypatch.setattr(index_module, "KEPT_WITH_TEXTS", 0)
    return request.param


def test_an_answer_has_what_a_drawing_needs(client):
    answer = client.get(f"{PATH}?t0=1960&t1=1975&country=CN&country=SUHH&width=800").json()
    index = RecordIndex.current()
    assert answer["language"] == "vi"
    assert answer["total"] == len(index.rows)
    assert [lane["key"] for lane in answer["lanes"]] == ["country:CN", "country:SUHH"]
    assert {len(column) for column in answer["events"].values()} == {len(answer["events"]["slug"])}
    vocabulary = client.get(answer["vocabulary"])
    assert vocabulary.status_code == 200
    assert "immutable" in vocabulary["Cache-Control"]
    names = vocabulary.json()
    assert "events" not in names
    for name, parameter in (("countries", "country"), ("themes", "theme"), ("periods", "period")):
        assert len(names[name]) == len(answer["facets"][parameter])
    for slug, when in zip(answer["events"]["slug"], answer["events"]["when"], strict=True):
        event = Event.objects.get(slug=slug)
        assert event.date.overlaps(*answer["covers"])
        assert when


def test_the_language_is_that_of_the_path(client):
    vietnamese, english = (client.get(f"/{code}/timeline/window?t0=1954&t1=1954") for code in ("vi", "en"))
    assert vietnamese["ETag"] != english["ETag"]
    assert vietnamese.json()["events"]["slug"] == english.json()["events"]["slug"]
    assert vietnamese.json()["events"]["title"] != english.json()["events"]["title"]


def test_an_unchanged_window_is_not_sent_again(client):
    first = client.get(f"{PATH}?t0=1960&t1=1970&width=600")
    again = client.get(f"{PATH}?width=600&t1=1970&t0=1960&fbclid=x", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == "no-cache"
    for other in ("width=601&t0=1960&t1=1970", "width=600&t0=1960&t1=1971", "width=600&t0=1960&t1=1970&most=3"):
        assert client.get(f"{PATH}?{other}", headers={"If-None-Match": first["ETag"]}).status_code == 200
    RecordVersion.bump()
    changed = client.get(f"{PATH}?t0=1960&t1=1970&width=600", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_headers(client):
    plain = client.get(PATH)
    zipped = client.get(PATH, headers={"Accept-Encoding": "gzip"})
    assert plain["Content-Type"] == "application/json; charset=utf-8"
    assert "Content-Encoding" not in plain
    assert zipped["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.content) == plain.content
    assert int(zipped["Content-Length"]) == len(zipped.content) <= 12_000
    for response in (plain, zipped):
        assert "Accept-Encoding" in response["Vary"]
        assert response["Cache-Control"] == "no-cache"
        assert not response.cookies


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("width=0", "width"),
        ("width=4097", "width"),
        ("width=-1", "width"),
        ("width=12.5", "width"),
        ("width=wide", "width"),
        ("width=%D9%A1", "width"),
        ("width=1&width=2", "width"),
        ("most=0", "most"),
        ("most=13", "most"),
        ("t0=1970&t1=1960", "t1"),
        ("t0=yesterday", "t0"),
        ("t1=1960-13", "t1"),
        ("lanes=XX", "lanes"),
        ("lanes=CN,CN", "lanes"),
        ("country=XX", "country"),
        ("event=never-there", "event"),
        ("from=1990&to=1980", "to"),
        ("importance=4", "importance"),
        ("wdith=3", "wdith"),
        ("limit=3", "limit"),
    ],
)
def test_junk_is_refused_by_name(client, query, parameter):
    response = client.get(f"{PATH}?{query}")
    assert response.status_code == 400
    assert response["Cache-Control"] == "no-store"
    assert f"<code>{parameter}</code>" in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_written_here(client, method):
    assert getattr(client, method)(PATH).status_code == 405


def test_head_has_the_headers_alone(client):
    response = client.head(PATH)
    assert response.status_code == 200
    assert response["ETag"] == client.get(PATH)["ETag"]


def test_few_queries_whatever_is_asked(client, size):
    RecordIndex.current()
    most = {"small": 1, "large": 2}[size]
    for query in ("", "country=CN&theme=aid", "lanes=theme&t0=1950", "period=cold-war-1969-1991&most=12"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{PATH}?{query}").status_code == 200
        assert len(queries) <= most, query
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{PATH}?{query}")
        assert len(queries) == 1, "the answer of before is at hand"


def test_an_edit_shows_at_once(client):
    query = f"{PATH}?t0=1990-09&t1=1990-09"
    assert "chengdu-talks-1990" in client.get(query).json()["events"]["slug"]
    event = Event.objects.get(slug="chengdu-talks-1990")
    event.status = "draft"
    event.save()
    assert "chengdu-talks-1990" not in client.get(query).json()["events"]["slug"]


def test_counts_are_those_of_the_api(client):
    for query in ("", "country=CN", "q=thanh+do", "from=1954&to=1964&theme=diplomacy"):
        count = client.get(f"{PATH}?{query}").json()["count"]
        assert count == client.get(f"/api/v1/events?{query}").json()["count"]
