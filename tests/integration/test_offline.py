"""What reading without network needs of the server: the worker, its page, the manifest, and the way back."""

import json
import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from tests.integration.parsed import Page

pytestmark = pytest.mark.django_db
CODES = [code for code, _name in settings.LANGUAGES]


def site_of(client) -> dict:
    """What the server tells the worker."""
    first = client.get("/service-worker.js").content.decode().splitlines()[0]
    return json.loads(re.fullmatch(r"const SITE = (.*);", first)[1])


def is_static(address: str) -> bool:
    return finders.find(address.removeprefix("/static/")) is not None


def test_the_worker_serves_the_whole_site_and_is_asked_for_at_every_visit(client):
    response = client.get("/service-worker.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in response["Content-Security-Policy"]
    assert not response.cookies


def test_all_that_the_worker_fetches_beforehand_is_there(client):
    site = site_of(client)
    assert set(site["offline"]) == set(CODES)
    assert "/static/css/site.css" in site["files"]
    assert all(map(is_static, site["files"]))
    assert [client.get(address).status_code for address in site["offline"].values()] == [200] * len(CODES)


def test_a_new_release_has_a_new_worker(client, monkeypatch):
    before = client.get("/service-worker.js")
    monkeypatch.setattr("events.views.offline.build", lambda: "another")
    after = client.get("/service-worker.js", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert site_of(client)["release"] == "another"


@pytest.mark.parametrize("language", CODES)
def test_the_page_for_no_network_stands_alone(client, language):
    page = Page(client.get(f"/{language}/offline/"))
    assert page.all("html")[0]["lang"] == language
    assert [element["href"] for element in page.by_class("button--main")] == [""]
    kept = page.by_class("kept-pages")[0]
    assert json.loads(kept["data-kept-pages"]) == [f"/{code}/offline/" for code in CODES]
    assert "hidden" in kept.attributes


@pytest.mark.parametrize("language", CODES)
def test_the_manifest_speaks_the_language_of_the_page(client, language):
    link = Page(client.get(f"/{language}/about/")).all("link", rel="manifest")[0]
    response = client.get(link["href"])
    assert response["Content-Type"] == "application/manifest+json; charset=utf-8"
    manifest = response.json()
    assert (manifest["lang"], manifest["start_url"]) == (language, f"/{language}/")
    assert is_static(manifest["icons"][0]["src"])


def test_switched_off_no_page_asks_for_it_and_devices_forget_it(client, settings):
    assert Page(client.get("/vi/about/")).all("body")[0]["data-worker"] == "/service-worker.js"
    settings.SERVICE_WORKER = False
    assert "data-worker" not in Page(client.get("/vi/offline/")).all("body")[0].attributes
    script = client.get("/service-worker.js").content.decode()
    assert "registration.unregister()" in script
    assert "caches.delete" in script
