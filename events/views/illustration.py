"""The file of a picture: kept for a year under its hash; of an event that is not published for its editors only."""

from django.contrib import admin
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from events.models import Event, Illustration

YEAR = 365 * 24 * 3600


@require_safe
def illustration(request, file):
    found = Illustration.objects.filter(file=file)
    public = found.filter(event__status=Event.Status.PUBLISHED).exists()
    if not public and not (found.exists() and admin.site.has_permission(request)):
        raise Http404
    try:
        response = FileResponse(default_storage.open(f"illustrations/{file}"), content_type="image/webp")
    except FileNotFoundError:
        raise Http404 from None
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable" if public else "private, no-store"
    return response
