"""Reads bytes as UTF-8 and nothing else; for other bytes it names the encoding that they look like."""

import codecs
import re

from django.utils.translation import gettext as _

from .tree import Unreadable

MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
ABOVE_ASCII = re.compile(rb"[\x80-\xff]")
CYRILLIC_WORD = re.compile(rb"[\xc0-\xff\xa8\xb8]{3,}")
# Inside a word these bytes are đ, ơ, ư; in Western European text they are signs that never touch a letter.
TCVN3_LETTER = re.compile(rb"[A-Za-z][\xa8-\xae]|[\xa8-\xae][A-Za-z]")
# Combining tone marks, or đ ơ ư, of Windows-1258.
VIETNAMESE_1258_LETTER = re.compile(rb"[a-zA-Z\xc2\xca\xd4\xe2\xea\xf4\xf5\xfd][\xcc\xd2\xde\xec\xf2]|[\xf0\xfd\xf5]")


def decode(content: bytes) -> str:
    """The text of a file, without byte-order mark and with plain line ends; raises Unreadable."""
    for mark, name in MARKS:
        if content.startswith(mark):
            raise Unreadable(1, _not_utf8(name))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(line, _not_utf8(_likely_encoding(content))) from None
    if text.count("\0") > len(text) // 4:
        raise Unreadable(1, _not_utf8("UTF-16"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(name: str) -> str:
    return _("the file is not in UTF-8, it looks like %(encoding)s: open it in your editor and save it as UTF-8") % {
        "encoding": name
    }


def _likely_encoding(content: bytes) -> str:
    """Name an encoding for the message; nothing is ever read by this guess."""
    if content.count(b"\0") > len(content) // 4:
        return "UTF-16"
    above = len(ABOVE_ASCII.findall(content))
    if sum(map(len, CYRILLIC_WORD.findall(content))) * 2 > above:
        return "Windows-1251"
    if TCVN3_LETTER.search(content):
        return "TCVN3"
    if VIETNAMESE_1258_LETTER.search(content):
        return "Windows-1258"
    return "Windows-1252 (Latin-1)"
