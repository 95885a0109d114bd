"""How far a long request is, told by the process that works on it to the one that is asked: a small file for each."""

import json
import os
import re
import tempfile
import time
from pathlib import Path

# A name that the page makes up; nothing else may become part of a path.
TOKEN = re.compile(r"[0-9a-f]{32}")
OLD = 3600


class Progress:
    """Tells the stages of one request of one person; a token of another form is told to nobody."""

    def __init__(self, user, token: str) -> None:
        self.path = folder() / f"{user.pk}-{token}.json" if TOKEN.fullmatch(token) else None

    def tell(self, stage: str) -> None:
        if self.path:
            fresh = self.path.with_suffix(".new")
            fresh.write_text(json.dumps({"stage": stage}), encoding="utf-8")
            fresh.replace(self.path)

    def stage(self) -> str:
        """The last stage told; nothing before the first."""
        try:
            return json.loads(self.path.read_text(encoding="utf-8"))["stage"] if self.path else ""
        except (OSError, ValueError, KeyError):
            return ""

    def end(self) -> None:
        if self.path:
            self.path.unlink(missing_ok=True)
            for path in folder().iterdir():
                if path.stat().st_mtime < time.time() - OLD:
                    path.unlink(missing_ok=True)


def folder() -> Path:
    """A folder of this account of the system, closed to others."""
    path = Path(tempfile.gettempdir()) / f"timeline-progress-{os.getuid() if hasattr(os, 'getuid') else 'site'}"
    path.mkdir(mode=0o700, exist_ok=True)
    return path
