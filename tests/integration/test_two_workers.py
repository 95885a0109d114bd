"""Two gunicorn workers count as one: readers' messages and wrong passwords are counted in the database."""

import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from events.submissions import limits
from tests.browser.conftest import ROOT, wait_until_up
from tests.own_database import database_of_its_own
from tests.ports import free_port

pytestmark = pytest.mark.both_databases

COUNT = "from events.models import Submission as S, SubmissionCount as C; print(S.objects.count(), C.objects.get(sender='all').count)"


class KeepStatus(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer like any other."""

    def redirect_request(self, *args, **kwargs):
        return None


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    with database_of_its_own(tmp_path_factory.mktemp("two-workers")) as url:
        own = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        own |= {"DJANGO_SUPERUSER_PASSWORD": "correct horse battery"}
        for command in (
            ["migrate", "--verbosity", "0"],
            ["createsuperuser", "--noinput", "--username", "root", "--email", ""],
        ):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=own, check=True, stdout=-3)
        yield own


@pytest.fixture(scope="module")
def site(environment):
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    command += ["--threads", "4", "--no-control-socket", "--log-level", "error"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_until_up(f"http://127.0.0.1:{port}/en/propose/", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def ask(address, values=None, **headers) -> tuple[int, str, str]:
    """Status, text and cookies of an answer."""
    body = urllib.parse.urlencode(values).encode() if values else None
    opener = urllib.request.build_opener(KeepStatus)
    try:
        answer = opener.open(urllib.request.Request(address, body, headers), timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, answer.read().decode(), answer.headers.get("Set-Cookie", "")


def test_messages_at_once_are_counted_one_by_one(site, environment):
    _status, form, cookies = ask(f"{site}/en/propose/")
    assert not cookies
    token = re.search(r'name="token" value="([^"]+)"', form)[1]

    def send(number):
        values = {"title": f"Proposal {number}", "date": "1954", "text": "x", "source_text": "y", "token": token}
        return ask(f"{site}/en/propose/", values)[0]

    with ThreadPoolExecutor(16) as pool:
        answers = Counter(pool.map(send, range(limits.OF_ONE_SENDER + 20)))
    assert answers == {303: limits.OF_ONE_SENDER, 429: 20}
    shown = subprocess.run([sys.executable, "manage.py", "shell", "-v", "0", "-c", COUNT], cwd=ROOT, env=environment,
                           check=True, capture_output=True, text=True)  # fmt: skip
    assert shown.stdout.split() == [str(limits.OF_ONE_SENDER)] * 2


def test_wrong_passwords_are_counted_by_both(site):
    _status, form, cookies = ask(f"{site}/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]

    def log_in(password):
        values = {"username": "root", "password": password, "csrfmiddlewaretoken": token}
        return ask(f"{site}/admin/login/", values, Cookie=cookies.partition(";")[0])[0]

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(log_in, ["wrong"] * 12)) <= {200, 429}
    assert [log_in("correct horse battery") for _worker in range(6)] == [429] * 6
