"""Takes the markup out of a text: what a browser would show stays, and it is said what went."""

import re
from html.parser import HTMLParser

# Elements whose content nobody reads.
HIDDEN = ("script", "style", "template", "noscript")
BREAKS = ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr", "blockquote")
_BLANKS = re.compile(r"[ \t\xa0]+")
_LINES = re.compile(r"\s*\n\s*")


def plain_text(text: str) -> tuple[str, list[str]]:
    """The text without markup, and the names of the elements that were taken out, each once."""
    if "<" not in text and "&" not in text:
        return text, []
    stripper = _Stripper()
    stripper.feed(text)
    stripper.close()
    words = _LINES.sub("\n", _BLANKS.sub(" ", "".join(stripper.parts))).strip()
    return words, list(dict.fromkeys(stripper.elements))


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.elements: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.append(tag)
        self.hidden += tag in HIDDEN
        if tag in BREAKS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.elements.append(tag)
        if tag in BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag in BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append("!--")
