"""Wrong passwords are counted, sessions end with the account and the password, a proxy's word is taken with care."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.utils import timezone

from events.accounts.addresses import client_address
from events.accounts.login_throttle import FAILURES_OF_ADDRESS

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_user("editor", password=PASSWORD, is_staff=True)


def log_in(client, name="editor", password=PASSWORD, **options):
    return client.post("/admin/login/?next=/admin/", {"username": name, "password": password}, **options)


def fail(client, times, name="editor", **options):
    return [log_in(client, name, "wrong", **options).status_code for _number in range(times)]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Too many wrong passwords"), ("vi", "Nhập sai mật khẩu quá nhiều lần")]
)
def test_five_wrong_passwords_close_the_login_for_a_while(client, editor, language, words):
    assert fail(client, 5) == [200, 200, 200, 200, 429]
    response = log_in(client, headers={"Accept-Language": language})
    assert response.status_code == 429
    assert words in response.content.decode()
    assert 14 * 60 < int(response["Retry-After"]) <= 15 * 60 + 1
    assert "15" in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "_auth_user_id" not in client.session


def test_waiting_is_not_lengthened_by_trying_on(client, editor):
    fail(client, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=10))
    assert int(log_in(client)["Retry-After"]) <= 5 * 60 + 1
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert log_in(client).status_code == 302


def test_nobody_is_locked_out_from_another_address(client, editor):
    fail(client, 5, REMOTE_ADDR="203.0.113.5")
    assert log_in(client, REMOTE_ADDR="203.0.113.6").status_code == 302


def test_one_address_may_not_try_the_names_of_a_whole_school(client, editor):
    answers = [log_in(client, f"name{number}", "wrong").status_code for number in range(FAILURES_OF_ADDRESS)]
    assert answers == [200] * (FAILURES_OF_ADDRESS - 1) + [429]
    assert log_in(client).status_code == 429


def test_logging_in_to_one_account_does_not_free_the_address(client, editor):
    for number in range(FAILURES_OF_ADDRESS - 1):
        log_in(client, f"name{number}", "wrong")
    assert log_in(client).status_code == 302
    assert log_in(Client(), "another", "wrong").status_code == 429


def test_a_forged_forwarded_header_changes_nothing(client, editor):
    answers = [
        log_in(client, "editor", "wrong", headers={"X-Forwarded-For": f"198.51.100.{number}"}).status_code
        for number in range(5)
    ]
    assert answers[-1] == 429


def test_the_documented_commands_lift_the_wait(client, editor, capsys):
    fail(client, 5)
    call_command("axes_reset_username", "editor")
    assert "1 attempts removed" in capsys.readouterr().out
    assert log_in(client).status_code == 302


def test_no_password_is_kept_with_the_failures(client, editor):
    log_in(client, "editor", "a secret mistyped")
    assert "a secret" not in str(AccessAttempt.objects.values())


@pytest.mark.parametrize("name", ["no\0one", "x" * 5000, "'; DROP TABLE auth_user; --", "<script>alert(1)</script>"])
def test_odd_names_are_only_wrong(client, name):
    response = log_in(client, name, "wrong")
    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_known_and_unknown_names_get_the_same_answer(client, editor):
    def body(response):
        return re.sub(r'(csrfmiddlewaretoken" value|username" value)="[^"]*"', "", response.content.decode())

    assert body(log_in(client, "editor", "wrong")) == body(log_in(client, "nobody", "wrong"))


def test_a_disabled_account_is_out_at_once_and_stays_out(client, editor):
    log_in(client)
    assert client.get("/admin/").status_code == 200
    type(editor).objects.filter(pk=editor.pk).update(is_active=False)
    assert client.get("/admin/").status_code == 302
    editor.refresh_from_db()
    editor.save()
    assert not Session.objects.exists()
    editor.is_active = True
    editor.save()
    assert client.get("/admin/").status_code == 302


def test_a_changed_password_ends_the_other_sessions(client, editor):
    other = Client()
    for each in (client, other):
        log_in(each)
    new = "another horse battery"
    data = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert client.post("/admin/password_change/", data).status_code == 302
    assert client.get("/admin/").status_code == 200
    assert other.get("/admin/").status_code == 302


def test_the_session_gets_a_new_name_at_login_and_lasts_a_working_day(client, editor):
    client.get("/admin/login/")
    log_in(client)
    cookie = client.cookies["sessionid"]
    assert cookie["max-age"] == 14 * 3600
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize(
    ("behind", "remote", "forwarded", "address"),
    [
        (False, "203.0.113.5", "198.51.100.1", "203.0.113.5"),
        (True, "127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (True, "127.0.0.1", "", "127.0.0.1"),
        (True, "127.0.0.1", "junk", None),
        (False, "", "", None),
        (False, "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::"),
        (False, "::ffff:203.0.113.5", "", "203.0.113.5"),
    ],
)
def test_whose_address_counts(settings, behind, remote, forwarded, address):
    settings.BEHIND_PROXY = behind
    request = RequestFactory().get("/", REMOTE_ADDR=remote, headers={"X-Forwarded-For": forwarded})
    assert client_address(request) == address
