"""Tells a form of ours from a forged one without a cookie: where the browser says it stood, and a signed time."""

from urllib.parse import urlsplit

from django.core import signing

SALT = "events.submissions"
LONGEST = 24 * 3600


def make(path: str) -> str:
    """A token for the form at this path, good for a day."""
    return signing.TimestampSigner(salt=SALT).sign(path)


def is_good(token: str, path: str) -> bool:
    try:
        return signing.TimestampSigner(salt=SALT).unsign(token, max_age=LONGEST) == path
    except signing.BadSignature:
        return False


def is_own_page(request) -> bool:
    """Whether the form was sent from a page of this site, as far as the browser tells; browsers of our time do."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    try:
        return origin is None or urlsplit(origin).netloc == request.get_host()
    except ValueError:
        return False
