"""One request of somebody who is logged in, as a browser sends it."""

import http.client
from urllib.parse import urlsplit

TOKEN = "c" * 32
FORM = "application/x-www-form-urlencoded"


def ask(
    site: str, session: str, method: str, path: str, body: str | bytes | None = None, kind: str = FORM
) -> tuple[int, str]:
    """The status and the page."""
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=120)
    headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}", "Accept-Language": "en"}
    if body is not None:
        headers |= {"Content-Type": kind, "Referer": site + path}
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text
