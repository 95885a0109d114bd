"""Finds fixture files and reads their bytes: regular files only, opened once, of bounded size."""

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from .characters import refused_character
from .encodings import decode
from .report import Location, Report
from .tree import Unreadable

LARGEST_BYTES = 5 * 1024 * 1024
FIXTURES = (".yaml", ".yml", ".json")
IMPORTS = (*FIXTURES, ".csv")
# What a spreadsheet or a packer writes begins like this; such a file is named, never unpacked.
PACKED = {
    b"\x1f\x8b": "gzip",
    b"PK\x03\x04": "zip, .xlsx, .ods",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"\xd0\xcf\x11\xe0": ".xls",
}
# Windows lacks the first three flags and is the only one to have the last.
OPEN_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


def fixture_files(paths: Sequence[str | Path] = ()) -> list[Path]:
    """The files named, or every fixture of the project in the order of their names."""
    if paths:
        return [Path(path) for path in paths]
    folder = settings.BASE_DIR / "fixtures"
    return sorted(path for path in folder.rglob("*") if path.suffix in FIXTURES)


def shown_name(path: Path) -> str:
    """The name in messages: from the project's folder for what lies in it, else as given."""
    absolute = Path(os.path.abspath(path))
    name = str(absolute.relative_to(settings.BASE_DIR) if absolute.is_relative_to(settings.BASE_DIR) else path)
    return name.encode(errors="replace").decode() if name.isprintable() else ascii(name)


def read_text(path: Path, report: Report, suffixes: Sequence[str]) -> str | None:
    """The text of a file whose name ends in one of `suffixes`, or None after a problem was reported."""
    name = shown_name(path)
    try:
        _check_suffix(path.suffix, suffixes)
        content = _read_bytes(path)
    except Unreadable as error:
        report.add(Location(name, error.line), str(error))
        return None
    return text_of(name, content, report)


def read_upload(name: str, content: bytes, report: Report) -> str | None:
    """The text of a file that came by the browser, under the same limits."""
    try:
        _check_suffix(Path(name).suffix, IMPORTS)
        _check_size(content)
    except Unreadable as error:
        report.add(Location(name, error.line), str(error))
        return None
    return text_of(name, content, report)


def text_of(name: str, content: bytes, report: Report) -> str | None:
    """The characters of a file, or None after a problem was reported."""
    try:
        for mark, kind in PACKED.items():
            if content.startswith(mark):
                raise Unreadable(
                    0, _("a packed file (%(kind)s): save it as plain text, a sheet as CSV") % {"kind": kind}
                )
        text = decode(content)
    except Unreadable as error:
        report.add(Location(name, error.line), str(error))
        return None
    if found := refused_character(text):
        before = text[: found.position]
        place = Location(name, before.count("\n") + 1)
        column = found.position - (before.rfind("\n") + 1) + 1
        report.add(place, _("column %(column)d: %(problem)s") % {"column": column, "problem": found.text})
        return None
    return text


def _check_suffix(suffix: str, suffixes: Sequence[str]) -> None:
    if suffix not in suffixes:
        words = _("a file of another kind: its name must end in %(suffixes)s")
        raise Unreadable(0, words % {"suffixes": ", ".join(suffixes)})


def _check_size(content: bytes) -> None:
    if len(content) > LARGEST_BYTES:
        raise Unreadable(0, _("larger than %(limit)d MB: split the file") % {"limit": LARGEST_BYTES // 1024**2})


def _read_bytes(path: Path) -> bytes:
    try:
        descriptor = os.open(path, OPEN_FLAGS)
    except OSError as error:
        raise Unreadable(0, _why_not_opened(path, error)) from None
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise Unreadable(0, _("this is a folder: name the files in it"))
        if not stat.S_ISREG(mode):
            raise Unreadable(0, _("this is not a regular file (a pipe, a socket or a device): name a file"))
        with open(descriptor, "rb", closefd=False) as file:
            content = file.read(LARGEST_BYTES + 1)
    finally:
        os.close(descriptor)
    _check_size(content)
    return content


def _why_not_opened(path: Path, error: OSError) -> str:
    if error.errno == errno.ELOOP or path.is_symlink():
        return _("this is a symbolic link: name the file that it leads to")
    if error.errno == errno.ENOENT:
        return _("there is no such file: check the name and the folder")
    if path.is_dir():
        return _("this is a folder: name the files in it")
    if error.errno in (errno.EACCES, errno.EPERM):
        return _("the file may not be read: change its permissions")
    return _("the file cannot be opened (%(reason)s)") % {"reason": error.strerror}
