"""Serves the developer pages of the drawing with the site's content policy: `python tests/js/serve.py`, then open the address.

The drawing's words live in Python, so a plain file server cannot give them; this one adds `strings.json`.
"""

import functools
import http.server
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from events.timeline_data.strings import timeline_strings  # noqa: E402 - the root must be on the path first

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
STRINGS = "/tests/js/strings.json"


class DemoHandler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self):
        if self.path != STRINGS:
            super().do_GET()
            return
        body = json.dumps({language: timeline_strings(language) for language in ("vi", "en", "ru")}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Say nothing: a request is no news."""


def make_server(port: int = 0) -> http.server.ThreadingHTTPServer:
    """Make a loopback server over the project root; port 0 takes a free one."""
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(DemoHandler, directory=str(ROOT)))


if __name__ == "__main__":
    with make_server(int(sys.argv[1]) if len(sys.argv) > 1 else 8010) as server:
        print(f"http://127.0.0.1:{server.server_address[1]}/tests/js/demo.html")
        server.serve_forever()
