"""Public pages, below the language prefix of the path."""

from django.urls import path

from .views import about, event, record, timeline, vocabulary
from .views.introductions import KINDS

app_name = "events"

urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    path("timeline/<str:name>.<str:hash>.json", record.record_file, name="record"),
    path("events/<slug:slug>/", event.event, name="event"),
    path("about/", about.about, name="about"),
]
for kind in KINDS.values():
    urlpatterns += [
        path(f"{kind.plural}/", vocabulary.term_index, {"kind": kind}, name=kind.plural),
        path(f"{kind.plural}/<slug:key>/", vocabulary.term, {"kind": kind}, name=kind.name),
    ]
