"""Which build of the site and which version of the record an answer was made from."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.translation import get_language

from events.models import RecordVersion

# Everything that can change the bytes of a page while the record stays the same.
_DRAWN_BY = ("templates/**/*.html", "events/**/*.py", "events/**/*.mo", "timeline/*.py")


def build() -> str:
    """A short name of this build: equal code, templates, translations and static files give an equal name."""
    return _build_of_files() if settings.DEBUG else _build_at_start()


@cache
def _build_at_start() -> str:
    return _build_of_files()


def _build_of_files() -> str:
    digest = hashlib.sha256(getattr(staticfiles_storage, "manifest_hash", "").encode())
    for pattern in _DRAWN_BY:
        for path in sorted(Path(settings.BASE_DIR).glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def etag(request, *parts, version: int | None = None) -> str:
    """A weak entity tag, equal for equal record, build, language, path and `parts`, compressed or not."""
    version = RecordVersion.current() if version is None else version
    text = "\n".join(str(part) for part in (version, build(), get_language(), request.path, *parts))
    return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:20]}"'
