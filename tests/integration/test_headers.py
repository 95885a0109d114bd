"""Every route of the site, as production serves it, gets the best grade of Mozilla's HTTP Observatory."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client, override_settings

from events.models import Event, Illustration
from tests.integration.house import client_of
from tests.observatory import Answer, score
from tests.unit.test_settings import PRODUCTION

pytestmark = [pytest.mark.usefixtures("record"), pytest.mark.one_database]

ROOT = Path(__file__).resolve().parents[2]
# The settings that make headers and cookies; the rest of production is not what is looked at here.
HEADERS = re.compile("SECURE_|X_FRAME|SESSION_COOKIE|CSRF_COOKIE|CONTENT_SECURITY|MIDDLEWARE|LANGUAGE_COOKIE|EMBED_")
PRINT = "import json; from django.conf import settings as s; print(json.dumps({n: getattr(s, n) for n in dir(s) if n.isupper()}, default=repr))"
EVENT, PICTURE = "chengdu-talks-1990", "0123456789abcdef0123456789abcdef.webp"
FOREIGN = "https://foreign.example"

# An address for each part of an address that stands for many.
PARTS = {
    "events/<slug:slug>": f"events/{EVENT}",
    "countries/<slug:key>": "countries/CN",
    "themes/<slug:key>": "themes/normalization",
    "periods/<slug:key>": "periods/cold-war-1969-1991",
    "people/<slug:key>": "people/do-muoi",
    "organisations/<slug:key>": "organisations/united-nations",
    "sources/<slug:key>": "sources/pham-phuc-vinh-normalization",
    "lessons/<slug:slug>": "lessons/road-to-chengdu",
    "card/<slug:slug>": f"card/{EVENT}",
    "sitemap-<slug:section>": "sitemap-events",
    "media/illustrations/<file>": f"media/illustrations/{PICTURE}",
    "timeline/<str:name>.<str:hash>.json": "timeline/record.0.json",
    "<int:pk>": "1",
    "<path:content_type_id>/<path:object_id>": "1/1",
    "admin/<app_label>": "admin/events",
    "admin/<url>": "admin/nothing",
}
# What the list of routes does not hold: files, errors, and pages of a single record of the admin.
OTHERS = (
    "/static/css/site.css", "/static/js/main.js", "/static/img/favicon.svg", "/static/admin/css/base.css",
    "/static/nothing.css", "/vi/?from=abc", "/en/?country=CN&event=no-such-event", "/vi/nothing/", "/nothing/",
    "/vi/events/no-such-event/", "/api/v1/events?limit=x", "/api/v1/nothing", "/admin/events/event/",
    "/admin/events/event/add/", "/admin/auth/user/", "/.git/config",
)  # fmt: skip


def addresses() -> list[str]:
    """One address for each route of docs/urls.txt, which another test keeps current, and the others."""
    lines = (ROOT / "docs" / "urls.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for pattern in dict.fromkeys(line.split()[0] for line in lines):
        address = pattern
        for part, value in PARTS.items():
            address = address.replace(part, value)
        assert "<" not in address, f"{pattern}: say in PARTS which address stands for it"
        found.append(address)
    return [*found, *OTHERS]


@pytest.fixture(scope="module")
def production():
    """The header settings that a process in production mode reads from the environment."""
    environment = os.environ | PRODUCTION | {"DJANGO_SETTINGS_MODULE": "timeline.settings"}
    shell = [sys.executable, "manage.py", "shell", "-v", "0", "-c", PRINT]
    done = subprocess.run(shell, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    values = json.loads(done.stdout)
    return {name: value for name, value in values.items() if HEADERS.match(name)}


def answer_of(client: Client, address: str, **options) -> tuple[int, Answer]:
    """The answer over https, with the way that leads there from plain http."""
    way = [f"http://testserver{address}"]
    for _step in range(4):
        plain = client.get(way[-1].partition("testserver")[2], secure=way[-1].startswith("https:"))
        if not plain.has_header("Location"):
            break
        way.append(urljoin(way[-1], plain["Location"]))
        if way[-1].startswith("https:"):
            break
    response = client.get(address, secure=True, headers={"Origin": FOREIGN}, **options)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    cookies = tuple(morsel.OutputString() for morsel in response.cookies.values())
    headers = {name.lower(): value for name, value in response.items()}
    text = body.decode("utf-8", "replace") if "html" in headers.get("content-type", "") else ""
    return response.status_code, Answer(headers, cookies, text, tuple(way), FOREIGN)


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    event = Event.objects.get(slug=EVENT)
    found = Illustration(event=event, file=PICTURE, width=1, height=1, alt_vi="Ảnh", alt_en="Picture", credit="x")
    default_storage.save(found.path, ContentFile(b"RIFF"))
    found.save()


@pytest.mark.parametrize("who", ["anonymous", "superuser"])
def test_every_route_gets_the_best_grade(production, picture, who):
    seen, worse = set(), []
    with override_settings(**production):
        client = client_of(who)
        client.raise_request_exception = False
        for address in addresses():
            if "logout" in address:
                continue  # asks for a POST; it would end the session of the others
            status, answer = answer_of(client, address)
            found = score(answer)
            seen.add(status)
            assert status < 400 or address in OTHERS or "admin" in address, f"{address} answered {status}"
            policy = answer.header("content-security-policy")
            if found.total < 100 or found.grade != "A+" or "unsafe" in policy:
                worse.append(f"{address} ({status}): {found.grade} {found.total} {found.points}")
    assert not worse, "\n".join(worse)
    assert {200, 302, 400, 404} <= seen


@pytest.mark.parametrize(
    ("address", "status"),
    [("/vi/", 405), (f"/vi/events/{EVENT}/report/", 400), ("/admin/login/", 403), ("/api/v1/events", 405)],
)
def test_refused_posts_too(production, address, status):
    with override_settings(**production):
        response = Client(enforce_csrf_checks="admin" in address).post(address, secure=True)
        headers = {name.lower(): value for name, value in response.items()}
        assert response.status_code == status
        assert score(Answer(headers)).grade == "A+"


def test_a_broken_page_and_a_withdrawn_one(production, client, monkeypatch):
    Event.objects.filter(slug=EVENT).update(status="withdrawn")
    client.raise_request_exception = False
    monkeypatch.setattr("events.views.about.pages.serve", None)
    with override_settings(**production):
        for address, status in ((f"/vi/events/{EVENT}/", 410), ("/vi/about/", 500)):
            found, answer = answer_of(client, address)
            assert found == status
            assert score(answer).grade == "A+"


def test_the_login_sets_safe_cookies(production):
    with override_settings(**production):
        _status, answer = answer_of(Client(), "/admin/login/")
    assert [cookie.partition("=")[0] for cookie in answer.cookies] == ["__Host-csrftoken"]
    assert score(answer).points["cookies"] == 5


def test_a_setting_that_is_too_weak_is_seen(production, client):
    """The check can fail: what production must not say lowers the grade of a page."""
    for name, value in (("SECURE_HSTS_SECONDS", 0), ("SECURE_SSL_REDIRECT", False), ("CONTENT_SECURITY_POLICY", None)):
        with override_settings(**production | {name: value}):
            assert score(answer_of(Client(), "/vi/")[1]).grade != "A+", name
