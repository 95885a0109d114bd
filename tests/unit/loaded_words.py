"""Finds words that take a side and stand without the one who says them."""

import re
from pathlib import Path

from django.conf import settings

LOADED_WORDS = settings.BASE_DIR / "docs" / "loaded-words.md"
HEADINGS = {"vi": "Tiếng Việt", "en": "English"}
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"")
SENTENCE = re.compile(r"(?<=[.!?…])[”’\"]?\s+")


def sections(path: Path = LOADED_WORDS) -> dict[str, list[str]]:
    """The lists of the page by their headings."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found[line[3:]] = []
        elif line.startswith("- "):
            found[list(found)[-1]].append(line[2:].strip())
    return found


def pattern(words: list[str]) -> re.Pattern:
    """Matches any of the words as a whole word; a star at the end stands for any ending."""
    parts = [re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


class LoadedWords:
    """The lists of one language, ready to look through texts."""

    def __init__(self, language: str, lists: dict[str, list[str]]) -> None:
        heading = HEADINGS[language]
        self.loaded = pattern(lists[heading])
        self.attribution = pattern(lists[f"Attribution: {heading}"])
        self.names = pattern(sorted(lists[f"Names and terms: {heading}"], key=len, reverse=True))

    def unattributed(self, text: str) -> list[tuple[str, str]]:
        """Each loaded word with its sentence, unless it is quoted, part of a name, or said by somebody."""
        found = []
        for sentence in SENTENCE.split(text):
            plain = self.names.sub("", QUOTED.sub("", sentence))
            if not self.attribution.search(plain):
                found += [(match.group(), sentence) for match in self.loaded.finditer(plain)]
        return found
