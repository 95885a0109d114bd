"""Ground rules on every public address: headers, no cookie, safe methods, no way out of the site."""

import pytest

pytestmark = pytest.mark.usefixtures("record")

ADDRESSES = [
    "/", "/vi/", "/en/?country=CN", "/vi/events/chengdu-talks-1990/", "/events/chengdu-talks-1990/", "/vi/countries/",
    "/en/countries/CN/", "/vi/about/", "/vi/?from=abc", "/vi/nothing/", "/xx/", "/api/v1/events", "/api/v1/events?limit=x",
    "/api/v1/events/none",
]  # fmt: skip
# Pages that take a POST: tests/integration/test_reader_forms.py holds them to it.
FORMS = ["/vi/propose/", "/en/events/chengdu-talks-1990/report/"]


@pytest.mark.parametrize("address", ADDRESSES + FORMS)
def test_headers(client, address):
    response = client.get(address)
    assert response.status_code < 500
    policy = response["Content-Security-Policy"]
    for part in (
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ):
        assert part in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] in ("same-origin", "cross-origin")
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.parametrize("address", ADDRESSES + FORMS)
def test_no_cookie(client, address):
    response = client.get(address)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("address", [a for a in ADDRESSES if "nothing" not in a and "xx" not in a])
@pytest.mark.parametrize("method", ["post", "put", "delete", "trace"])
def test_reading_pages_refuse_writing(client, address, method):
    response = getattr(client, method)(address)
    assert response.status_code == 405


@pytest.mark.parametrize("address", ["/vi/", "/", "/api/v1/events"])
def test_a_forged_host_is_refused(client, address):
    response = client.get(address, headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert b"evil.example/" not in response.content


@pytest.mark.parametrize(
    "address", ["//evil.example/vi/", "/%5cevil.example/", "/vi//evil.example/", "/vi/..%2f..%2fetc/"]
)
def test_no_redirect_leaves_the_site(client, address):
    response = client.get(address)
    assert response.status_code < 500
    assert "evil.example" not in response.get("Location", "")


def test_too_many_parameters_are_a_400(client):
    assert client.get("/vi/?" + "&".join(f"country=C{n}" for n in range(1001))).status_code == 400


def test_an_unchanged_page_is_a_304(client):
    first = client.get("/vi/?country=CN")
    assert client.get("/vi/?country=CN", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get("/en/?country=CN", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_304_renews_the_policy_of_the_page_it_stands_for(client, monkeypatch):
    monkeypatch.setattr("events.views.pages.script_hash", lambda: "'sha256-ofthemap'")
    first = client.get("/vi/")
    again = client.get("/vi/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert "sha256-ofthemap" in again["Content-Security-Policy"]
