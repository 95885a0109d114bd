"""Offers js/drawing.js: the modules of the drawing joined into one, so that a page asks for one file instead of sixty.

Joined likewise, and fetched only when they are wanted: js/picture.js for a picture of the drawing, js/windows.js for a
record that comes in windows, and js/suggestions.js for what is offered while a reader types.

The sources stay plain modules and run as they are in development; only the import map leads to the joined files.
Each module becomes a function that gives back its exports. The accepted forms are those of our style: imports and
exports at the start of a line, named only, no cycles; anything else is refused with the file and the line.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from .static_bundle import write_whole

DRAWING = "js/drawing.js"
# Joined file → the module that it begins with.
JOINED = {
    DRAWING: "js/timeline/index.js",
    "js/picture.js": "js/timeline/export/index.js",
    "js/windows.js": "js/data/remote-source.js",
    "js/suggestions.js": "js/data/suggestions.js",
}

_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_REEXPORT = re.compile(r'^export \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|async function|function) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*/\*\*.*?\*/\n|^[ ]*//[^\n]*\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^ +", re.MULTILINE)


class JoinError(ValueError):
    """A module that is written in a form that cannot be joined."""


@dataclass(frozen=True)
class Joined:
    """The text of one module, and the names that its parts have in it."""

    text: str
    names: dict[Path, str]


def join(entry: Path, drawing: Joined | None = None) -> Joined:
    """Join `entry` and everything it imports into one module with the exports of `entry`, and with `modules`: its parts.

    Parts that are in `drawing` already are taken from there, so that nothing is sent twice.
    """
    names: dict[Path, str] = {}
    parts: list[str] = []
    given: dict[Path, str] = {}
    if drawing:
        given = {path: f"given[{i}]" for i, path in enumerate(drawing.names)}
        # Beside the joined file; the import map leads on to the joined drawing.
        parts.append('import {modules as given} from "./timeline/index.js";\n')

    def name_of(path: Path, chain: tuple[Path, ...]) -> str:
        if path in chain:
            raise JoinError(f"{path} imports itself by way of {chain[-1]}: move what both need into a third module")
        if path in given:
            return given[path]
        if path not in names:
            body, exported = module(path, (*chain, path))
            names[path] = f"m{len(names)}"
            listed = ",".join(name if name == value else f"{name}:{value}" for name, value in exported.items())
            parts.append(f"const {names[path]}=(()=>{{\n{body}return {{{listed}}};\n}})();\n")
        return names[path]

    def module(path: Path, chain: tuple[Path, ...]) -> tuple[str, dict[str, str]]:
        text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
        exported: dict[str, str] = {}

        def taken(match: re.Match) -> str:
            source = name_of((path.parent / match[2]).resolve(), chain)
            return f"const {{{match[1].strip().replace(' as ', ':')}}}={source};\n"

        def passed_on(match: re.Match) -> str:
            source = name_of((path.parent / match[2]).resolve(), chain)
            exported.update({name: f"{source}.{name}" for name in re.findall(r"\w+", match[1])})
            return ""

        text = _REEXPORT.sub(passed_on, _IMPORT.sub(taken, text))
        exported.update({name: name for name in _EXPORT.findall(text)})
        text = _EXPORT.sub("", text)
        for number, line in enumerate(text.splitlines(), 1):
            if line.startswith(("import ", "export ")):
                raise JoinError(f"{path} (line {number} without comments) cannot be joined: {line}")
        return _INDENT.sub("", text), exported

    entry = entry.resolve()
    last = name_of(entry, ())
    _, exported = module(entry, (entry,))
    ending = f"export const {{{','.join(exported)}}}={last};\nexport const modules=[{','.join(names.values())}];\n"
    return Joined("".join(parts) + ending, names)


class ScriptFinder(BaseFinder):
    """A static files finder that knows the joined files, made from the modules under static/js."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.source = Path(settings.BASE_DIR) / "static"
        self.storage = FileSystemStorage(location=Path(settings.BASE_DIR) / "build" / "joined-scripts")

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path not in JOINED:
            return []
        target = self._write(path)
        return [target] if find_all else target

    def list(self, ignore_patterns):
        for name in JOINED:
            self._write(name)
            yield name, self.storage

    def _write(self, name: str) -> str:
        joined = join(self.source / JOINED[DRAWING])
        text = (joined if name == DRAWING else join(self.source / JOINED[name], joined)).text
        target = Path(self.storage.path(name))
        write_whole(target, text)
        return str(target)
