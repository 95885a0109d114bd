"""Finds runs of words that a text of the record shares with a source text."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

SOURCE_TEXTS = settings.BASE_DIR.parent / "shared" / "sources"
OFFICIAL_NAMES = settings.BASE_DIR / "docs" / "official-names.md"
LONGEST_RUN = {"vi": 15, "en": 7}
WORD = re.compile(r"[^\W_]+")
GAP = "|"


def words_of(text: str) -> str:
    """The words in small letters, each between blanks."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


def official_names(path: Path = OFFICIAL_NAMES) -> list[str]:
    """The words of every name that may stand as it is, longest first."""
    names = [words_of(line[2:]) for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    return sorted(names, key=len, reverse=True)


def runs(text: str, length: int, names: Iterable[str]) -> Iterator[str]:
    """Every run of that many words that no official name interrupts."""
    words = words_of(text)
    for name in names:
        words = words.replace(name, f" {GAP} ")
    tokens = words.split()
    for start in range(len(tokens) - length + 1):
        run = tokens[start : start + length]
        if GAP not in run:
            yield " ".join(run)


class Sources:
    """The runs of all source texts, to be looked up."""

    def __init__(self, texts: Iterable[str], names: list[str]) -> None:
        self.names = names
        texts = list(texts)
        self.runs = {
            language: {run for text in texts for run in runs(text, longest + 1, names)}
            for language, longest in LONGEST_RUN.items()
        }

    def shared(self, text: str, language: str) -> list[str]:
        return [run for run in runs(text, LONGEST_RUN[language] + 1, self.names) if run in self.runs[language]]
