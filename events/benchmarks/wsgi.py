"""The site as benchmarks serve it: the bare view of `urls` beside its pages, and three things that the environment may change.

BENCHMARK_WHOLE  so many events still travel to the browser as one file
BENCHMARK_KEPT   so many drawn pages are kept in memory; 0 draws each one anew
BENCHMARK_OPEN   1 leaves the content policy out, for harnesses that evaluate text inside the page
"""

import os

from timeline.wsgi import application as site

from django.conf import settings  # isort: skip - these can be read only once the site is set up
from events.timeline_data import columnar  # isort: skip
from events.views import pages  # isort: skip

settings.ROOT_URLCONF = "events.benchmarks.urls"
columnar.LARGEST_WHOLE = int(os.environ.get("BENCHMARK_WHOLE", columnar.LARGEST_WHOLE))
pages.DRAWN.most = int(os.environ.get("BENCHMARK_KEPT", pages.DRAWN.most))
OPEN = os.environ.get("BENCHMARK_OPEN") == "1"


def application(environ, start_response):
    def started(status, headers, *rest):
        kept = [(name, value) for name, value in headers if not (OPEN and name == "Content-Security-Policy")]
        return start_response(status, kept, *rest)

    return site(environ, started)
