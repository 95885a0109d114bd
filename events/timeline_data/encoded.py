"""Bytes with their compressed copies, each made when the first reader asks for it and kept with the bytes."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

import brotli

_REFUSED = re.compile(r"q\s*=\s*0(\.0*)?")


@dataclass(frozen=True)
class Encoded:
    """`lasting` bytes are sent often and stand long: they are compressed as far as it goes (some 30 ms for 40 kB)."""

    content: bytes
    lasting: bool = False

    def in_encoding(self, name: str) -> bytes:
        """The copy for `br`, `gzip`, or the plain bytes for ""."""
        return {"br": lambda: self.brotli, "gzip": lambda: self.compressed}.get(name, lambda: self.content)()

    @cached_property
    def brotli(self) -> bytes:
        return brotli.compress(self.content, quality=11 if self.lasting else 5)

    @cached_property
    def compressed(self) -> bytes:
        return gzip.compress(self.content, 9 if self.lasting else 5, mtime=0)

    @cached_property
    def hash(self) -> str:
        return hashlib.sha256(self.content).hexdigest()[:16]


@lru_cache(256)
def best_encoding(accepted: str) -> str:
    """The best encoding that an Accept-Encoding header takes: `br`, `gzip` or ""; `br;q=0` refuses it."""
    parts = (part.partition(";") for part in accepted.lower().split(","))
    taken = {name.strip() for name, _semicolon, weight in parts if not _REFUSED.fullmatch(weight.strip())}
    return next((name for name in ("br", "gzip") if name in taken), "")
