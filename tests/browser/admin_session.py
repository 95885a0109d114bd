"""An editor's session on the site under test."""

import subprocess
import sys

MAKE = """
import django
django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
user, _made = get_user_model().objects.get_or_create(username="lan", is_staff=True, is_superuser=True)
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(session.session_key)
"""


def session_key(environment, folder) -> str:
    """The key of a new session of a superuser, in the database that `environment` names."""
    done = subprocess.run(
        [sys.executable, "-c", MAKE], cwd=folder, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def session_cookie(environment, folder) -> dict:
    """The cookie that carries it, as Playwright keeps cookies."""
    cookie = {"name": "sessionid", "value": session_key(environment, folder), "domain": "127.0.0.1", "path": "/"}
    return cookie | {"expires": -1, "httpOnly": True, "secure": False, "sameSite": "Lax"}
