"""The record as files for the drawing: immutable under the hash that their address carries."""

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.timeline_data.columnar import files
from events.timeline_data.index import RecordIndex

from .pages import answer, unless_known

YEAR = 365 * 24 * 3600


def file_url(index: RecordIndex, name: str) -> str:
    """The address of the record or search file of this version, in the page's language."""
    return reverse("events:record", args=[name, files(index, get_language())[name].hash])


@require_safe
def record_file(request, name, hash):
    index = RecordIndex.current()
    file = files(index, get_language()).get(name)
    if file is None:
        raise Http404
    if hash != file.hash:
        response = HttpResponseRedirect(file_url(index, name))
        response.headers["Cache-Control"] = "no-cache"
        return response
    response = unless_known(
        request, f'W/"{file.hash}"', lambda: answer(request, file, "application/json; charset=utf-8")
    )
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
