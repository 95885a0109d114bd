"""Sets of rows as Python integers: bit i stands for the row at place i. No loop shifts a long integer bit by bit."""

import re
from collections.abc import Iterable, Sequence
from itertools import compress

# Below this share of set bits it is quicker to look for the bytes that are not zero.
_SPARSE = 16
_SET_BITS = [tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)]
_NOT_ZERO = re.compile(rb"[^\0]")
_TO_NUMBERS = bytes.maketrans(b"01", b"\0\1")


def first(count: int) -> int:
    """The first `count` places."""
    return (1 << count) - 1


def bits_at(places: Sequence[int], size: int) -> int:
    """The bitmap of some of `size` places."""
    if len(places) * _SPARSE < size:
        data = bytearray(size // 8 + 1)
        for place in places:
            data[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(data, "little")
    flags = bytearray(b"0") * size
    for place in places:
        flags[place] = 49
    return bits_of(flags)


def bits_of(flags: bytes | bytearray) -> int:
    """The bitmap of one character per place, `0` or `1`."""
    return int(flags[::-1], 2) if flags else 0


def places_of(bits: int) -> list[int]:
    """The places that are set, in rising order."""
    size = bits.bit_length()
    if bits.bit_count() * _SPARSE < size:
        data = as_bytes(bits, size)
        return [match.start() * 8 + bit for match in _NOT_ZERO.finditer(data) for bit in _SET_BITS[data[match.start()]]]
    return list(compress(range(size), f"{bits:b}".encode().translate(_TO_NUMBERS)[::-1])) if bits else []


def as_bytes(bits: int, size: int) -> bytes:
    """The bitmap with the place `i` at bit `i % 8` of byte `i // 8`; one byte longer than `size` needs at most."""
    return bits.to_bytes(size // 8 + 1, "little")


def held(data: bytes, places: Iterable[int]) -> list[int]:
    """Those of the places that are set in a bitmap given as bytes."""
    return [place for place in places if data[place >> 3] >> (place & 7) & 1]


def counts_below(data: bytes, edges: Iterable[int]) -> list[int]:
    """For each of the rising edges, how many places below it are set in a bitmap given as bytes."""
    counts, total, done = [], 0, 0
    for edge in edges:
        whole = edge >> 3
        if whole > done:
            total += int.from_bytes(data[done:whole], "little").bit_count()
            done = whole
        counts.append(total + (data[whole] & ((1 << (edge & 7)) - 1)).bit_count())
    return counts
