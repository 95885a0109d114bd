"""The site's style sheets as a test reads them: blocks with their conditions, selectors and declarations."""

import re
from dataclasses import dataclass
from pathlib import Path

STYLES = Path(__file__).resolve().parents[2] / "static" / "css"


@dataclass(frozen=True)
class Rule:
    """One block of declarations: at-rules around it from the outside in, selectors, and its declarations."""

    around: tuple[str, ...]
    selectors: tuple[str, ...]
    declarations: dict[str, str]


def read(text: str) -> list[Rule]:
    """The rules of a sheet in their order; blocks inside blocks only as at-rules have them."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    rules, around, start = [], [], 0
    for found in re.finditer(r"[{};]", text):
        words = " ".join(text[start : found.start()].split())
        if found.group() == "{":
            around.append((words, {}))
        elif found.group() == ";" and around:
            name, _colon, value = words.partition(":")
            around[-1][1][name.strip()] = value.strip()
        elif found.group() == "}":
            selector, declarations = around.pop()
            if declarations:
                rules.append(Rule(tuple(w for w, _d in around), tuple(_split(selector)), declarations))
        start = found.end()
    return rules


def sheets() -> dict[str, str]:
    """Text by name, of every sheet of the public site."""
    return {
        str(path.relative_to(STYLES)): path.read_text()
        for path in sorted(STYLES.rglob("*.css"))
        if path.parent.name != "admin"
    }


def resolve(value: str, tokens: dict[str, str]) -> str:
    """A value with every `var()` put in."""
    while found := re.search(r"var\((--[a-z0-9-]+)\)", value):
        value = value.replace(found.group(), tokens[found.group(1)])
    return value


def _split(selector: str) -> list[str]:
    return [part.strip() for part in re.split(r",(?![^(]*\))", selector)]
