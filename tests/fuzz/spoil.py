"""Spoils files: bytes turned over, cut, repeated, parts of one file put into another, values exchanged for odd ones."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile_strings import HOSTILE

# What values, keys and cells are exchanged for.
ODD = [
    b"", b"null", b"~", b"true", b"NaN", b"-1", b"0", b"1e999", b"99999999999999999999", b"1945-02-30", b"-0257", b"[[]]",
    b"[]", b"{}", b"[[CN], [CN]]", b"&a x", b"*a", b"!!python/object:os.system x", b"<<", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
    "\u202e".encode(), "\u200b".encode(), "\ud7ff".encode(), b"\xed\xa0\x80", b"\"", b"'", b";", b",", b"\t", b"---", b"...",
    b"a" * 3000, b"[" * 60, b"(" * 200, "Đ".encode(), "e\u0301".encode(), b"=cmd|x", b"published", b"auth.user", b"events.event",
    b"../", b"%00", b"${x}", b"{{ x }}", *[text.encode() for text in HOSTILE[::6]],
]  # fmt: skip
Spoiler = Callable[[random.Random, bytes, list[bytes]], bytes]


def flip(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Turn some bits over."""
    spoiled = bytearray(content)
    for _time in range(rng.randint(1, 8)):
        place = rng.randrange(len(spoiled))
        spoiled[place] ^= 1 << rng.randrange(8)
    return bytes(spoiled)


def cut(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Keep the beginning, the end, or what stands around a hole."""
    one, two = sorted((rng.randrange(len(content)), rng.randrange(len(content))))
    return rng.choice([content[:one], content[two:], content[:one] + content[two:], content[one:two]])


def repeat(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Write a stretch several times."""
    start = rng.randrange(len(content))
    stretch = content[start : start + rng.randint(1, 400)]
    return content[:start] + stretch * rng.randint(2, 40) + content[start:]


def splice(rng: random.Random, content: bytes, others: list[bytes]) -> bytes:
    """Begin as one file and go on as another."""
    other = rng.choice(others)
    return content[: rng.randrange(len(content))] + other[rng.randrange(len(other)) :]


def swap_lines(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    lines = content.split(b"\n")
    for _time in range(rng.randint(1, 6)):
        one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
        lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def odd_value(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    """Put an odd value where a value stands: after a colon, between commas or quotation marks."""
    marks = [place for place, byte in enumerate(content) if byte in b':,"[;']
    if not marks:
        return content + rng.choice(ODD)
    start = rng.choice(marks) + 1
    ends = [place for place in (content.find(mark, start) for mark in (b"\n", b",", b'"', b"]")) if place > 0]
    return content[:start] + rng.choice([b"", b" "]) + rng.choice(ODD) + content[min(ends, default=start) :]


def odd_insert(rng: random.Random, content: bytes, _others: list[bytes]) -> bytes:
    start = rng.randrange(len(content))
    return content[:start] + rng.choice(ODD) + content[start:]


SPOILERS: tuple[Spoiler, ...] = (flip, cut, repeat, splice, swap_lines, odd_value, odd_value, odd_value, odd_insert)


def spoiled_files(seeds: dict[str, list[bytes]], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many names and contents, each of a good file of its kind spoiled one to four times."""
    rng = random.Random(seed)
    suffixes = sorted(seeds)
    for number in range(count):
        suffix = suffixes[number % len(suffixes)]
        content = rng.choice(seeds[suffix])
        for _time in range(rng.choice((1, 1, 1, 2, 3, 4))):
            content = rng.choice(SPOILERS)(rng, content or b" ", seeds[suffix])
        yield f"f{number}{suffix}", content[:200_000]


def pieces(text: str, mark: str, most: int, rng: random.Random) -> list[bytes]:
    """A large file in small ones, each beginning at `mark`."""
    parts = text.split(mark)
    head, parts = parts[0], parts[1:]
    starts = [rng.randrange(len(parts)) for _piece in range(most)]
    return [(head + "".join(mark + part for part in parts[start : start + 6])).encode() for start in starts]


def save(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
