"""Reads the environment; every error says which variable, what it held, and what would be right."""

import os
import re
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

# `*.` stands for every host below.
_ORIGIN = re.compile(r"https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?", re.IGNORECASE)


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def words(name: str, default: str = "") -> list[str]:
    """Comma-separated words."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def flag(name: str, default: bool = False) -> bool:
    value = text(name, "1" if default else "0").lower()
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("", "0", "false", "no", "off"):
        return False
    raise ImproperlyConfigured(f'{name}="{value}" is neither on nor off: write 1 or 0.')


def choice(name: str, allowed: tuple[str, ...]) -> str:
    value = text(name) or allowed[0]
    if value not in allowed:
        raise ImproperlyConfigured(f'{name}="{value}" is not known: write one of {", ".join(allowed)}.')
    return value


def frame_ancestors(name: str) -> list[str]:
    """Who may show a page in a frame, as the content policy writes it: `self` (the default), `none`, `*`, or https origins."""
    found = [word.strip("'").rstrip("/") for word in words(name) or ["self"]]
    for word in found:
        if word not in ("self", "none", "*") and not _ORIGIN.fullmatch(word):
            raise ImproperlyConfigured(
                f'{name} names "{word}", which is no origin: write https://host, self, none, or * for everybody.'
            )
    if len(found) > 1 and {"none", "*"} & set(found):
        raise ImproperlyConfigured(f"{name} names none or * beside others: write it alone.")
    return [f"'{word}'" if word in ("self", "none") else word for word in found]


def secret_key(production: bool, keep_in: Path) -> str:
    """The key of the environment; in local mode a random one, made once and kept in a file outside version control."""
    key = text("SECRET_KEY")
    if key:
        return key
    if production:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set, and production does not start without one: make a key with "
            "`python -c 'import secrets; print(secrets.token_urlsafe(64))'` and put it into the environment."
        )
    if not keep_in.exists():
        keep_in.touch(mode=0o600)
        keep_in.write_text(secrets.token_urlsafe(64), encoding="ascii")
    return keep_in.read_text(encoding="ascii")
