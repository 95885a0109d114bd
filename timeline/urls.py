"""Addresses: pages carry their language in the path; the bare ones lead to the reader's language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from events.views.illustration import illustration
from events.views.offline import service_worker
from events.views.redirects import to_reader_language
from events.views.sitemaps import robots, sitemap, sitemap_index
from events.views.styleguide import drawing

urlpatterns = [
    path("", to_reader_language, {"name": "events:timeline"}),
    path("events/<slug:slug>/", to_reader_language, {"name": "events:event"}, name="neutral-event"),
    # --- The JSON API and the editors' admin: one language-neutral address each ---
    path("api/v1/", include("events.api.urls")),
    path("admin/", admin.site.urls),
    re_path(r"^media/illustrations/(?P<file>[0-9a-f]{32}\.webp)$", illustration, name="illustration"),
    # --- For search engines ---
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap, name="sitemap-section"),
    path("service-worker.js", service_worker, name="service-worker"),
    # --- For developers ---
    path("styleguide/drawing/", drawing, name="styleguide-drawing"),
]
urlpatterns += i18n_patterns(path("", include("events.urls")))

handler400 = "events.views.errors.bad_request"
handler403 = "events.views.errors.permission_denied"
handler404 = "events.views.errors.not_found"
handler500 = "events.views.errors.server_error"
