"""A page as a test reads it: elements with attributes, ancestors and text, by the standard library's parser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parent: "Element | None"
    content: list["Element | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    @property
    def classes(self) -> list[str]:
        return self.get("class").split()

    @property
    def children(self) -> list["Element"]:
        return [part for part in self.content if isinstance(part, Element)]

    @property
    def texts(self) -> list[str]:
        """Its own text, without that of its children."""
        return [part for part in self.content if isinstance(part, str)]

    @property
    def text(self) -> str:
        return " ".join("".join(self._all_texts()).split())

    def _all_texts(self):
        for part in self.content:
            if isinstance(part, str):
                yield part
            else:
                yield from part._all_texts()

    @property
    def language(self) -> str:
        """The nearest `lang` at or above it."""
        return self.get("lang") or (self.parent.language if self.parent else "")

    def spoken_texts(self, language: str) -> list[str]:
        """What it says to a reader or to a screen reader by itself, where that is in the language."""
        # A title cannot say that a part of it is in another language; its words stand in the page, too.
        if self.tag in ("script", "code", "title") or self.language != language:
            return []
        attributes = [self.get(name) for name in ("aria-label", "title", "alt", "placeholder")]
        return [text for part in (*self.texts, *attributes) if (text := " ".join(part.split()))]

    def inside(self, tag: str) -> bool:
        return self.tag == tag or bool(self.parent and self.parent.inside(tag))


class Page(HTMLParser):
    """Parse once, then ask: `page.all("a", rel="next")`, `page.by_id("list")`."""

    def __init__(self, response):
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.unclosed: list[str] = []
        self.feed(response.content.decode())
        self.unclosed += [element.tag for element in self._open]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs}, self._open[-1] if self._open else None)
        if element.parent:
            element.parent.content.append(element)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag):
        if self._open and self._open[-1].tag == tag:
            self._open.pop()
        else:
            self.unclosed.append(f"</{tag}>")

    def handle_data(self, data):
        if self._open:
            self._open[-1].content.append(data)

    def all(self, tag: str = "", **attributes) -> list[Element]:
        return [
            element
            for element in self.elements
            if (not tag or element.tag == tag)
            and all(element.attributes.get(name.strip("_")) == value for name, value in attributes.items())
        ]

    def by_class(self, name: str) -> list[Element]:
        return [element for element in self.elements if name in element.classes]

    def by_id(self, name: str) -> Element:
        found = self.all(id=name)
        assert len(found) == 1, f"{len(found)} elements have the id {name}"
        return found[0]

    def slugs(self) -> list[str]:
        """The events of the list, in its order."""
        return [element["data-slug"] for element in self.elements if "data-slug" in element.attributes]

    def text_of(self, tag: str) -> str:
        return self.all(tag)[0].text


def read_all(client, address: str) -> tuple[list[str], list[Page]]:
    """The slugs of a view's whole list, page by page as a reader turns them, and the pages."""
    pages = []
    while address:
        response = client.get(address)
        assert response.status_code == 200, address
        pages.append(Page(response))
        later = pages[-1].all("a", rel="next")
        address = later[0]["href"] if later else ""
    return [slug for page in pages for slug in page.slugs()], pages
