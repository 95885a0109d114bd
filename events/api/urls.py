from django.urls import path

from events.exchange.export import FORMATS

from . import downloads, endpoints

app_name = "api"

urlpatterns = [
    path("events", endpoints.event_list, name="event-list"),
    *(path(f"events.{each}", downloads.event_file, {"extension": each}, name=f"file-{each}") for each in FORMATS),
    path("events/<slug:slug>", endpoints.event_detail, name="event-detail"),
]
