"""Offers css/site.css: the style sheets of the site joined in the order of their layers, so that a page asks for one."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
# Order inside one layer matters little; tokens.css declares the order of the layers themselves.
FRAME = ("tokens.css", "grounds.css", "reset.css", "base.css", "layout.css")
PARTS = (*FRAME, "components/*.css", "timeline/*.css", "utilities.css", "print.css")


class SiteStyleFinder(BaseFinder):
    """A static files finder that knows a single name, made from the files under static/css."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.source = Path(settings.BASE_DIR) / "static" / "css"
        self.storage = FileSystemStorage(location=Path(settings.BASE_DIR) / "build" / "joined")

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != NAME:
            return []
        target = self._join()
        return [target] if find_all else target

    def list(self, ignore_patterns):
        self._join()
        yield NAME, self.storage

    def _join(self) -> str:
        """Write the joined file where it is missing or says something else; give its path."""
        files = [path for pattern in PARTS for path in sorted(self.source.glob(pattern))]
        text = "\n".join(path.read_text(encoding="utf-8").strip() for path in files) + "\n"
        target = Path(self.storage.path(NAME))
        write_whole(target, text)
        return str(target)


def write_whole(target: Path, text: str) -> None:
    """Write a file that says something else; another process that reads it meets the old text or the new one."""
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as file:
        file.write(text)
    os.chmod(file.name, 0o644)
    os.replace(file.name, target)
