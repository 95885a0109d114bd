"""What the environment may and may not say; production is strict."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from timeline import env

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "TIMELINE_MODE": "production",
    "SECRET_KEY": "a-long-key-for-the-test-of-production-settings-0123456789-ABCDEFGH",
    "ALLOWED_HOSTS": "timeline.example.org",
}


def manage(*command, **environment):
    clean = {key: value for key, value in os.environ.items() if key not in ("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS")}
    clean |= {"DJANGO_SETTINGS_MODULE": "timeline.settings"} | environment
    return subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=clean, capture_output=True, text=True)


def test_the_deploy_check_is_clean_in_production():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_production_does_not_start_without_a_secret_key():
    done = manage("check", **PRODUCTION | {"SECRET_KEY": ""})
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr


def test_production_does_not_start_without_hosts():
    done = manage("check", **PRODUCTION | {"ALLOWED_HOSTS": ""})
    assert done.returncode != 0
    assert "ALLOWED_HOSTS is empty" in done.stderr


def test_production_does_not_start_in_debug():
    done = manage("check", **PRODUCTION | {"DEBUG": "1"})
    assert done.returncode != 0
    assert "DEBUG=1" in done.stderr


def test_an_unknown_mode_is_refused_by_name():
    done = manage("check", TIMELINE_MODE="prod")
    assert done.returncode != 0
    assert 'TIMELINE_MODE="prod" is not known' in done.stderr


@pytest.mark.parametrize(
    ("value", "ancestors"),
    [
        ("", ["'self'"]),
        ("none", ["'none'"]),
        ("*", ["*"]),
        ("'self', https://lms.example.edu/", ["'self'", "https://lms.example.edu"]),
        ("https://*.example.edu:8443", ["https://*.example.edu:8443"]),
    ],
)
def test_who_may_show_a_view_in_a_frame(monkeypatch, value, ancestors):
    monkeypatch.setenv("EMBED_ANCESTORS", value)
    assert env.frame_ancestors("EMBED_ANCESTORS") == ancestors


@pytest.mark.parametrize("value", ["http://lms.example.edu", "lms.example.edu", "https://a.example/x", "https:", "none,self",
                                   "https://a.example; script-src *"])  # fmt: skip
def test_who_is_no_origin_may_not(monkeypatch, value):
    monkeypatch.setenv("EMBED_ANCESTORS", value)
    with pytest.raises(ImproperlyConfigured, match="EMBED_ANCESTORS names"):
        env.frame_ancestors("EMBED_ANCESTORS")
