"""Errors say what happened and how to repair it, in the language of the path; below /api/ they are JSON."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.utils import translation

from events.views import errors
from tests.integration.parsed import Page

pytestmark = pytest.mark.usefixtures("record")


@pytest.mark.parametrize(
    ("query", "parameter", "repaired"),
    [
        ("from=abc&country=CN", "from", "?country=CN"),
        ("importance=4", "importance", ""),
        ("contry=CN&theme=aid", "contry", "?theme=aid"),
        ("country=XX&country=CN", "country", ""),
        ("q=a&q=b", "q", ""),
        ("from=1975&to=1954", "to", "?from=1975"),
        ("event=no-such-event", "event", ""),
        ("lanes=CN,CN", "lanes", ""),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_bad_parameter_is_named_and_can_be_taken_away(client, language, query, parameter, repaired):
    response = client.get(f"/{language}/?{query}")
    assert response.status_code == 400
    page = Page(response)
    assert page.all("html")[0]["lang"] == language
    assert page.all("code")[0].text == parameter
    (way,) = page.by_class("button--main")
    assert way["href"] == f"/{language}/{repaired}"
    assert client.get(way["href"]).status_code == 200


def test_hostile_values_are_shown_as_text(client):
    response = client.get("/en/", {"from": "<script>alert(1)</script>"})
    assert response.status_code == 400
    assert b"<script>alert" not in response.content
    assert b"&lt;script&gt;" in response.content


@pytest.mark.parametrize(("query", "parameter"), [("from=abc", "from"), ("limit=x", "limit"), ("nope=1", "nope")])
def test_the_api_answers_errors_as_json(client, query, parameter):
    response = client.get(f"/api/v1/events?{query}")
    assert response.status_code == 400
    assert response["Content-Type"].startswith("application/json")
    error = response.json()["error"]
    assert error["parameter"] == parameter
    assert error["message"]
    assert set(error) == {"parameter", "value", "message"}


def test_unknown_addresses(client):
    assert client.get("/api/v1/nothing").json()["error"]["message"]
    for language, words in (("vi", "Không có trang này"), ("en", "There is no such page")):
        response = client.get(f"/{language}/nothing/here/")
        assert response.status_code == 404
        page = Page(response)
        assert page.text_of("h1") == words
        assert f"/{language}/" in [link["href"] for link in page.all("a")]
    response = client.get("/nothing/", headers={"Accept-Language": "en"})
    assert Page(response).text_of("h1") == "There is no such page"


def test_forbidden_pages_say_what_to_do():
    with translation.override("en"):
        response = errors.permission_denied(RequestFactory().get("/en/x/"), PermissionDenied())
    assert response.status_code == 403
    assert "load the page again" in response.content.decode()


@pytest.mark.parametrize(("language", "words"), [("vi", "Có lỗi ở phía trang"), ("en", "Something broke on our side")])
def test_the_page_of_last_resort_needs_no_database(client, django_assert_num_queries, monkeypatch, language, words):
    monkeypatch.setattr("events.views.timeline.context", None)
    client.raise_request_exception = False
    response = client.get(f"/{language}/?q=breaks")
    assert response.status_code == 500
    assert Page(response).text_of("h1") == words
    with translation.override(language), django_assert_num_queries(0):
        response = errors.server_error(RequestFactory().get("/api/v1/events"))
    assert response.status_code == 500
    assert "error" in response.content.decode()


def test_a_missing_style_sheet_does_not_break_the_page_of_last_resort(monkeypatch):
    def missing(name):
        raise ValueError(name)

    monkeypatch.setattr(errors, "static", missing)
    response = errors.server_error(RequestFactory().get("/vi/"))
    assert response.status_code == 500
    assert b"stylesheet" not in response.content
