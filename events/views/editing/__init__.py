"""Pages of the editors beside the forms: what waits, an event in review, a proposal, what was deleted."""

from functools import partial

from django.urls import path
from django.views.decorators.http import require_http_methods

from . import deleted, event, proposal


def urls(site):
    def page(view):
        return site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(partial(view, site)))

    return [
        path("review/event/<int:pk>/", page(event.review), name="review-event"),
        path("review/proposal/<int:pk>/", page(proposal.review), name="review-proposal"),
        path("deleted/", page(deleted.deleted), name="deleted"),
    ]
