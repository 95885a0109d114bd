"""Marks in a text what a search found in it; matched on the folded spelling, shown in the text's own."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .fold import fold

# Characters of a snippet, and how many of them may stand before the first find.
LENGTH, BEFORE = 160, 50


def highlight(text: str, words: list[str]) -> SafeString:
    """The escaped text with `<mark>` around each beginning of a word that is one of the folded words."""
    return _marked(text, spans(text, words))


def snippet(text: str, words: list[str]) -> SafeString:
    """A piece of the text around the first find, highlighted; cut at blanks, with `…` where it was cut."""
    found = spans(text, words)
    start = _word_before(text, found[0][0] - BEFORE) if found and found[0][0] > BEFORE else 0
    end = _word_before(text, start + LENGTH) or start + LENGTH if len(text) - start > LENGTH else len(text)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in found if a < end and b > start]
    piece = _marked(text[start:end].rstrip(), inside)
    return format_html("{}{}{}", "… " if start else "", piece, " …" if end < len(text) else "")


def spans(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where words of the text begin with one of the folded words: from and to, in characters of the text."""
    if not words:
        return []
    folded, origin = _folded(text)
    # The longest first, so that of two words with one beginning the longer is marked.
    choice = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    found = []
    for match in re.finditer(rf"(?<![^\W_])(?:{choice})", folded):
        end = origin[match.end() - 1] + 1
        while end < len(text) and not fold(text[end]):
            end += 1
        found.append((origin[match.start()], end))
    return found


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of the one in the text that it comes from."""
    pieces, origin = [], []
    for place, character in enumerate(text):
        piece = fold(character)
        pieces.append(piece)
        origin += [place] * len(piece)
    return "".join(pieces), origin


def _marked(text: str, found: list[tuple[int, int]]) -> SafeString:
    parts, done = [], 0
    for start, end in found:
        parts += [text[done:start], format_html("<mark>{}</mark>", text[start:end])]
        done = end
    return format_html_join("", "{}", ((part,) for part in [*parts, text[done:]]))


def _word_before(text: str, place: int) -> int:
    """Where the word begins in which a place lies."""
    return text.rfind(" ", 0, place + 1) + 1
