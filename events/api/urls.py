from django.urls import path

from . import endpoints

app_name = "api"

urlpatterns = [
    path("events", endpoints.event_list, name="event-list"),
    path("events/<slug:slug>", endpoints.event_detail, name="event-detail"),
]
