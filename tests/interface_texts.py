"""Finds interface texts that were left in English, by the catalogue that translates them."""

import re
from collections.abc import Iterable

import polib

from tests.compile_messages import LOCALE

PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")
# Shorter ones may be names, codes or words of the record; with places to fill, any text could read so.
SHORTEST, SHORTEST_FILLED = 4, 12


def english_left(texts: Iterable[str], language: str) -> list[str]:
    """The texts that read as an English message of the catalogue does, though the language has other words for it."""
    catalogue = polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))
    plain, filled = set(), []
    for entry in catalogue:
        for message in (entry.msgid, entry.msgid_plural):
            is_filled = bool(PLACEHOLDER.search(message))
            known = len(re.sub(r"\W", "", PLACEHOLDER.sub("", message)))
            if known < (SHORTEST_FILLED if is_filled else SHORTEST) or message in (
                entry.msgstr,
                *entry.msgstr_plural.values(),
            ):
                continue
            if is_filled:
                filled.append(_pattern(message))
            else:
                plain.add(" ".join(message.replace("%%", "%").split()))
    anything = re.compile("|".join(filled))
    return sorted(text for text in texts if text in plain or anything.fullmatch(text))


def _pattern(message: str) -> str:
    """The message with anything in its places."""
    return ".{1,120}?".join(re.escape(part) for part in PLACEHOLDER.split(" ".join(message.split())))
