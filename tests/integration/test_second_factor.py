"""Editors, publishers and superusers need a second factor in production; who has one is always asked for it."""

import re
import time

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from events import roles
from events.models import RecoveryCode
from tests.integration.parsed import Page

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"
SETUP, GIVE, SETTINGS = "/admin/second-factor/setup/", "/admin/second-factor/", "/admin/second-factor/settings/"


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR = "required"


@pytest.fixture
def superuser(django_user_model):
    return django_user_model.objects.create_superuser("root", password=PASSWORD)


def member(model, group):
    roles.make_groups()
    user = model.objects.create_user(group, password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def log_in(name, target="/admin/"):
    client = Client()
    response = client.post(f"/admin/login/?next={target}", {"username": name, "password": PASSWORD})
    assert response.status_code == 302
    return client


def right_code(device) -> str:
    # The codes of two steps in a row: a step once used is not taken again.
    device.refresh_from_db()
    step = max(int(time.time()) // device.step, device.last_t + 1)
    return f"{totp(device.bin_key, t0=int(time.time()) - step * device.step):06d}"


def wrong_code(device) -> str:
    return f"{(int(right_code(device)) + 1) % 1_000_000:06d}"


def enrol(client):
    """Set up an authenticator as the page tells; gives it and the recovery codes."""
    client.get(SETUP)
    device = TOTPDevice.objects.get(confirmed=False)
    page = Page(client.post(SETUP, {"code": right_code(device)}))
    codes = [item.text for item in page.all("code")]
    assert len(codes) == 10
    return device, codes


def inside(client) -> bool:
    return client.get("/admin/").status_code == 200


@pytest.mark.parametrize("group", [roles.EDITOR, roles.PUBLISHER])
def test_the_password_alone_opens_nothing(required, django_user_model, group):
    member(django_user_model, group)
    client = log_in(group)
    for address in (
        "/admin/",
        "/admin/events/event/",
        "/admin/date-preview/?date=1954",
        "/admin/password_change/",
        SETTINGS,
    ):
        response = client.get(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith("/admin/login/?next="), address
    response = client.get("/admin/events/event/", follow=True)
    assert response.redirect_chain[-1][0].startswith(SETUP)


OPEN = {"login", "logout", "second-factor", "second-factor-setup", "second-factor-picture"}


def addresses(patterns, before="/admin/"):
    """Every address of the admin with its name; numbers and names in it lead nowhere."""
    for pattern in patterns:
        address = before + re.sub(
            r"<(?:(\w+):)?\w+>", lambda kind: "1" if kind[1] == "int" else "x", str(pattern.pattern)
        )
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern.url_patterns, address)
        else:
            yield address, pattern.name


def test_between_password_and_second_factor_no_page_of_the_admin_is_open(required, superuser):
    client, visited = log_in("root"), 0
    for address, name in addresses(site.get_urls()):
        if name in OPEN or "(" in address:
            continue
        for response in (client.get(address), client.post(address)):
            assert response.status_code == 302, address
            assert response["Location"].startswith("/admin/login/"), address
        visited += 1
    assert visited > 100


def test_a_superuser_made_by_command_sets_up_at_the_first_login(required, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", username="root", email="", interactive=False, verbosity=0)
    client = log_in("root", "/admin/events/event/")
    response = client.get("/admin/events/event/", follow=True)
    page = Page(response)
    device = TOTPDevice.objects.get()
    assert not device.confirmed
    assert page.by_class("step__secret")[0].text.replace(" ", "") in device.config_url
    assert "no-store" in response["Cache-Control"]
    picture = client.get(page.by_class("step__picture")[0]["src"])
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"style" not in picture.content
    response = client.post(SETUP, {"code": right_code(device), "next": "/admin/events/event/"})
    assert "/admin/events/event/" in [link["href"] for link in Page(response).by_class("button")]
    assert client.get("/admin/events/event/").status_code == 200


def test_contributors_need_none_and_may_have_one(required, django_user_model):
    member(django_user_model, roles.CONTRIBUTOR)
    client = log_in(roles.CONTRIBUTOR)
    assert inside(client)
    enrol(client)
    assert inside(client)
    assert not inside(log_in(roles.CONTRIBUTOR))


def test_local_mode_asks_only_who_has_one(superuser):
    client = log_in("root")
    assert inside(client)
    enrol(client)
    assert not inside(log_in("root"))


def test_a_code_lets_in_once(required, superuser):
    device, _codes = enrol(log_in("root"))
    client, code = log_in("root"), right_code(device)
    before = client.session.session_key
    response = client.post(GIVE, {"code": f"{code[:3]} {code[3:]}", "next": "/admin/events/event/"})
    assert response["Location"] == "/admin/events/event/"
    assert inside(client)
    assert client.session.session_key != before
    again = log_in("root")
    assert again.post(GIVE, {"code": code}).status_code == 400
    assert not inside(again)


def test_nobody_is_led_to_another_site(required, superuser):
    device, _codes = enrol(log_in("root"))
    response = log_in("root").post(GIVE, {"code": right_code(device), "next": "https://evil.example/"})
    assert response["Location"] == "/admin/"


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "１２３４５６", "9" * 500, "\0", "-12345", "<script>"])
def test_odd_codes_are_only_wrong(required, superuser, code):
    enrol(log_in("root"))
    client = log_in("root")
    response = client.post(GIVE, {"code": code})
    assert response.status_code == 400
    assert b"<script>" not in response.content
    assert not inside(client)


def test_guessing_is_slowed_down(required, superuser):
    device, codes = enrol(log_in("root"))
    client = log_in("root")
    assert client.post(GIVE, {"code": wrong_code(device)}).status_code == 400
    TOTPDevice.objects.update(throttling_failure_count=6)
    for code in (right_code(device), codes[0]):
        response = client.post(GIVE, {"code": code})
        assert response.status_code == 429
        assert "32" in response.content.decode()
    assert not inside(client)


def test_a_recovery_code_works_once_and_is_kept_as_a_digest(required, superuser):
    device, codes = enrol(log_in("root"))
    plain = {code.replace(" ", "") for code in codes}
    assert not any(code in str(RecoveryCode.objects.values()) for code in plain)
    client = log_in("root")
    client.post(GIVE, {"code": codes[3].upper().replace(" ", "-")})
    assert inside(client)
    assert device.recovery_codes.count() == 9
    assert "9" in Page(client.get(SETTINGS)).by_class("step")[0].text
    again = log_in("root")
    again.post(GIVE, {"code": codes[3]})
    assert not inside(again)


def test_codes_of_another_account_do_not_count(required, superuser, django_user_model):
    _device, codes = enrol(log_in("root"))
    member(django_user_model, roles.EDITOR)
    client = log_in(roles.EDITOR)
    enrol(client)
    stranger = log_in(roles.EDITOR)
    stranger.post(GIVE, {"code": codes[0]})
    assert not inside(stranger)


def test_new_recovery_codes_replace_the_old(required, superuser):
    client = log_in("root")
    device, old = enrol(client)
    new = [item.text for item in Page(client.post(SETTINGS)).all("code")]
    assert not set(old) & set(new)
    assert device.recovery_codes.count() == 10
    other = log_in("root")
    other.post(GIVE, {"code": old[0]})
    assert not inside(other)


def test_only_the_present_factor_allows_another(required, superuser):
    client = log_in("root")
    device, _codes = enrol(client)
    thief = log_in("root")
    assert thief.get(SETUP)["Location"].startswith(GIVE)
    assert thief.get("/admin/second-factor/setup/code.svg").status_code == 403
    assert thief.post(SETUP, {"code": "000000"}).status_code == 302
    client.get(SETUP)
    new = TOTPDevice.objects.get(confirmed=False)
    client.post(SETUP, {"code": right_code(new)})
    assert list(TOTPDevice.objects.all()) == [new]
    assert inside(client)
    assert not RecoveryCode.objects.filter(device_id=device.pk).exists()


def test_a_wrong_first_code_changes_nothing(required, superuser):
    client = log_in("root")
    client.get(SETUP)
    device = TOTPDevice.objects.get()
    response = client.post(SETUP, {"code": wrong_code(device)})
    assert response.status_code == 400
    assert Page(response).by_class("step__secret")
    assert not inside(client)


def test_whoever_stands_between_can_leave(required, superuser):
    client = log_in("root")
    page = Page(client.get(SETUP))
    assert "/admin/logout/" in [form["action"] for form in page.all("form")]
    assert client.post("/admin/logout/").status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", [SETUP, GIVE, SETTINGS, "/admin/second-factor/setup/code.svg"])
def test_strangers_meet_the_login(client, required, address):
    for response in (client.get(address), client.post(address)):
        assert response["Location"].startswith("/admin/login/")


def test_forged_posts_are_refused(required, superuser):
    client = Client(enforce_csrf_checks=True)
    client.force_login(superuser)
    for address in (SETUP, GIVE, SETTINGS):
        assert client.post(address, {"code": "000000"}).status_code in (302, 403)
    assert client.post(SETUP, {"code": "000000"}).status_code == 403


def test_the_command_for_lost_telephones(required, superuser, capsys):
    client = log_in("root")
    enrol(client)
    call_command("reset_second_factor", "root")
    assert "root: second factor taken away, 1 sessions ended." in capsys.readouterr().out
    assert not Session.objects.exists()
    assert not TOTPDevice.objects.exists()
    assert log_in("root").get("/admin/", follow=True).redirect_chain[-1][0].startswith(SETUP)
    with pytest.raises(CommandError, match="no account nobody"):
        call_command("reset_second_factor", "nobody")


def test_secrets_stand_on_no_page_of_the_admin(superuser, client):
    client.force_login(superuser)
    assert client.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert "TOTP" not in client.get("/admin/").content.decode()
