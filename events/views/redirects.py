"""Addresses without a language lead to the page in the language that the reader's browser asks for."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe


@require_safe
def to_reader_language(request, name, **key):
    """Redirect to the named page, keeping the query string; PathLanguageMiddleware has chosen the language."""
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponseRedirect(reverse(name, kwargs=key) + (f"?{query}" if query else ""))
    response.headers["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ["Accept-Language"])
    return response
