"""One page with all pictures, a row for each kind of page, to be looked through from top to bottom."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Screenshots</title>
<style>body{font:14px system-ui;margin:1rem}div{display:flex;gap:.5rem;overflow-x:auto;align-items:start}
figure{margin:0;flex:none}img{height:26rem;border:1px solid #999}h2{margin:1.5rem 0 .25rem}</style>
"""


def write(folder: Path, shots: Iterable[tuple[str, str, str]]) -> Path:
    """`shots` are page, face and file name; gives the path of the page that shows them."""
    rows: dict[str, list[str]] = {}
    for page, face, file in shots:
        picture = f'<img loading="lazy" src="{escape(file)}" alt="">' if file.endswith(".jpg") else "paper"
        rows.setdefault(page, []).append(
            f'<figure><a href="{escape(file)}">{picture}</a><figcaption>{escape(face)}</figcaption></figure>'
        )
    parts = [f"<h2>{escape(page)}</h2>\n<div>{''.join(figures)}</div>\n" for page, figures in rows.items()]
    target = folder / "index.html"
    target.write_text(HEAD + "".join(parts), encoding="utf-8")
    return target
