"""The site's addresses and, beside them, the least that Django can answer; benchmarks hold pages against it."""

from django.http import HttpResponse
from django.urls import path

from timeline.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

BARE = "/vi/bare/"
urlpatterns = [path(BARE.lstrip("/"), lambda request: HttpResponse("bare")), *urlpatterns]
