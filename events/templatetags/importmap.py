"""Maps the plain addresses of our modules to the hashed ones of the static manifest, so that imports stay relative."""

import base64
import hashlib
import json
import posixpath
import re
from functools import cache

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from timeline.script_bundle import JOINED

register = template.Library()

# `import … from "./x.js"` and `export … from "./x.js"`; `import("./x.js")` is fetched when it is needed.
_STATIC_IMPORT = re.compile(r'^(?:import|export)\b[^"();]*?"(\.{1,2}/[^"]+)"', re.MULTILINE)


@register.simple_tag
def importmap():
    """`<script type="importmap">` where static names are hashed; nothing where they are plain."""
    source = _source()
    return mark_safe(f'<script type="importmap">{source}</script>') if source else ""


@register.simple_tag
def modulepreload(*names: str):
    """Preload links for modules and all that they import, so that the browser need not find them one by one."""
    return _preloads(names, getattr(staticfiles_storage, "manifest_hash", ""))


@cache
def _preloads(names: tuple[str, ...], manifest_hash: str) -> str:
    if not manifest_hash:
        return ""
    return format_html_join(
        "\n", '<link rel="modulepreload" href="{}">', ((static(name),) for name in _with_imports(names))
    )


def _with_imports(names: tuple[str, ...]) -> list[str]:
    """Names of modules and of what they import, each once, in the order in which a browser would meet them."""
    found, waiting = [], list(names)
    sent = _page_modules(staticfiles_storage.hashed_files)
    for plain in waiting:
        # A joined file asks for others by the names of their first modules, as the import map knows them.
        name = sent.get(plain, plain)
        if name in found or name not in staticfiles_storage.hashed_files:
            continue
        found.append(name)
        with staticfiles_storage.open(name) as module:
            paths = _STATIC_IMPORT.findall(module.read().decode())
        waiting += [posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) for path in paths]
    return found


def script_hash() -> str:
    """The source expression that lets the content policy pass the import map; empty where there is none."""
    return _hashed(_source())


def _source() -> str:
    # Storages without a manifest serve plain names, and need no map.
    return _encoded(getattr(staticfiles_storage, "manifest_hash", ""))


@cache
def _encoded(manifest_hash: str) -> str:
    """The map of one manifest, as the text between the script tags."""
    if not manifest_hash:
        return ""
    address = staticfiles_storage.base_url
    hashed_files = staticfiles_storage.hashed_files
    imports = {address + plain: address + hashed_files[name] for plain, name in _page_modules(hashed_files).items()}
    # `<` never stands in a static name, but an inline script must not be closed early by anything.
    return json.dumps({"imports": imports}, separators=(",", ":")).replace("<", "\\u003c")


def page_modules() -> list[str]:
    """The hashed addresses of all modules that a page may load, at once or later; none where names are plain."""
    if not getattr(staticfiles_storage, "manifest_hash", ""):
        return []
    return [static(name) for name in _page_modules(staticfiles_storage.hashed_files).values()]


def _page_modules(names) -> dict[str, str]:
    """Plain name of a module → the file that is sent for it."""
    modules = {name: name for name in sorted(names) if _is_page_module(name)}
    # The drawing's many small modules travel as one, those of its pictures as another.
    return modules | {entry: name for name, entry in JOINED.items()}


def _is_page_module(name: str) -> bool:
    return name == "js/main.js" or (name.startswith("js/ui/") and name.endswith(".js"))


@cache
def _hashed(source: str) -> str:
    if not source:
        return ""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
