"""Which characters a text may hold, and the one spelling in which it is kept."""

import re
import unicodedata
from typing import NamedTuple

from django.utils.translation import gettext as _

# Controls, soft hyphen, zero-width characters, direction marks and overrides, line and paragraph separators,
# surrogates, private use, the replacement character and noncharacters. Tab and line feed stay allowed.
REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufeff\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
LINE_BREAK = re.compile("[\n\t]")


class RefusedCharacter(NamedTuple):
    """The first character that a text may not hold: its position from 0, and words for it and for the repair."""

    position: int
    text: str


def refused_character(text: str) -> RefusedCharacter | None:
    """Find the first character that no text of the record may hold."""
    match = REFUSED.search(text)
    if match is None:
        return None
    character = match.group()
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    if character == "\ufffd":
        repair = _("%(name)s marks a letter that a wrong encoding has destroyed: type the word again")
    elif unicodedata.category(character) == "Cc":
        repair = _("%(name)s is a control character: delete it")
    elif unicodedata.category(character) in ("Cs", "Co", "Cn"):
        repair = _("%(name)s is not a character of any script: delete it or type the letter again")
    else:
        repair = _("%(name)s is invisible and can change how the text is read: delete it")
    return RefusedCharacter(match.start(), repair % {"name": name})


def normal(text: str) -> str:
    """One spelling: composed letters (NFC), no blanks around."""
    return unicodedata.normalize("NFC", text).strip()
