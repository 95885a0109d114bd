"""Reads a change form out of its page: what it would send, and what the conflict panel shows."""

from html.parser import HTMLParser

SENT_ONLY_WHEN_PRESSED = ("submit", "button", "file")


class Page(HTMLParser):
    """`fields` holds (name, value) as a browser would send them; `shown` the texts of the conflict panel by class."""

    SHOWN = ("conflict-item__present", "conflict-item__typed")

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.fields: list[tuple[str, str]] = []
        self.shown: dict[str, list[str]] = {name: [] for name in self.SHOWN}
        self._in_form = False
        self._select: str | None = None
        self._textarea: tuple[str, list[str]] | None = None
        self._panel: list[str] | None = None
        self._template = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attribute = dict(attributes)
        if tag == "template":
            self._template += 1
        if tag == "form":
            self._in_form = (attribute.get("id") or "").endswith("_form") and attribute["id"] != "logout-form"
        if tag == "dd" and attribute.get("class") in self.SHOWN:
            self._panel = []
            self.shown[attribute["class"]].append("")
            self._panel_name = attribute["class"]
        if tag == "br" and self._panel is not None:
            self._panel.append("\n")
        name = attribute.get("name")
        if not self._in_form or self._template:
            return
        if tag == "input" and name and "__prefix__" not in name:
            kind = attribute.get("type", "text")
            if kind in SENT_ONLY_WHEN_PRESSED or (kind in ("checkbox", "radio") and "checked" not in attribute):
                return
            self.fields.append((name, attribute.get("value") or ("on" if kind == "checkbox" else "")))
        elif tag == "select":
            self._select = name if name and "__prefix__" not in name else None
        elif tag == "option" and self._select and "selected" in attribute:
            self.fields.append((self._select, attribute.get("value") or ""))
        elif tag == "textarea" and name and "__prefix__" not in name:
            self._textarea = (name, [])

    def handle_data(self, data):
        if self._textarea is not None:
            self._textarea[1].append(data)
        if self._panel is not None:
            self._panel.append(data)

    def handle_endtag(self, tag):
        if tag == "template":
            self._template -= 1
        if tag == "form":
            self._in_form = False
        if tag == "select":
            self._select = None
        if tag == "textarea" and self._textarea is not None:
            name, parts = self._textarea
            # The first line break inside a textarea is markup.
            self.fields.append((name, "".join(parts).removeprefix("\r").removeprefix("\n")))
            self._textarea = None
        if tag == "dd" and self._panel is not None:
            self.shown[self._panel_name][-1] = "".join(self._panel).replace("\n\n", "\n")
            self._panel = None

    def value(self, name: str) -> str:
        return next((value for key, value in self.fields if key == name), "").replace("\r\n", "\n")

    def with_value(self, name: str, value: str) -> list[tuple[str, str]]:
        return [(key, value if key == name else old) for key, old in self.fields]
