"""Serves every scratch database that `load` wrote: `python -m events.benchmarks.peers.serve port`.

The harness knows one port for all sizes, so a door on that port leads on from `/1000/` to the site with 1,000 events.
"""

import http.server
import os
import sys
import urllib.request
from contextlib import ExitStack

import django

from .load import CODES, FOLDER

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
PAGE = f"/vi/?lanes={','.join(CODES)}"


def main(port: int) -> None:
    django.setup()
    from events.benchmarks.serving import serving

    with ExitStack() as stack:
        databases = {path.stem: path.resolve() for path in FOLDER.glob("*.sqlite3")}
        sites = {
            count: stack.enter_context(serving(database, BENCHMARK_OPEN="1")) for count, database in databases.items()
        }
        for site in sites.values():
            # The first reader's page is drawn on the server; the harness shall meet the ones after.
            urllib.request.urlopen(f"{site}{PAGE}", timeout=600).close()

        class Door(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                site = sites.get(self.path.strip("/"))
                self.send_response(302 if site else 404)
                if site:
                    self.send_header("Location", f"{site}{PAGE}")
                self.end_headers()

            def log_message(self, *args):
                """Say nothing: a request is no news."""

        http.server.ThreadingHTTPServer(("127.0.0.1", port), Door).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
