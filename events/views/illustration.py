"""The file of a picture: kept for a year under its hash; of an event that is not published for its editors only."""

from django.contrib import admin
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from events.models import Event, Illustration

YEAR = 365 * 24 * 3600


@require_safe
def illustration(request, file):
    found = Illustration.objects.filter(file=file)
    public = found.filter(event__status=Event.Status.PUBLISHED).exists()
    if not public and not (found.exists() and admin.site.has_permission(request)):
        raise Http404
    if not public:
        return _picture(file, "private, no-store")
    # The name is made from the content, so whoever has the file has it right.
    unchanged = get_conditional_response(request, etag=f'"{file}"')
    return unchanged or _picture(file, f"public, max-age={YEAR}, immutable", ETag=f'"{file}"')


def _picture(file: str, keep: str, **headers) -> FileResponse:
    try:
        opened = default_storage.open(f"illustrations/{file}")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(opened, content_type="image/webp", headers={"Cache-Control": keep, **headers})
