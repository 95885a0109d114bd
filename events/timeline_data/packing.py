"""The answer of a window as it is sent: the same facts in fewer bytes; static/js/data/remote-source.js unpacks it.

Counts of neighbouring buckets differ little, so each is sent as its difference from the one before, written like the
numbers of source maps; so are the marks of a lane, as plain numbers. Facet counts stand in the order of the vocabulary,
without the names that it holds, and certain days as distances from the first and last possible day, which for most dates
is nought. Together this saves a quarter of what goes over the line.
"""

import string
from itertools import pairwise

# Digits of five bits each; one of the latter half says that more follow.
DIGITS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+-"


def pack(answer: dict) -> dict:
    """The answer of `window()` with `density.steps` for its counts, facets as lists, and `sure_after`, `sure_before`."""
    density, events = answer["density"], dict(answer["events"])
    first, last = events.pop("certain_from"), events.pop("certain_to")
    events["sure_after"] = _distances(events["earliest"], first)
    events["sure_before"] = _distances(last, events["latest"])
    steps = {name: written(_steps(density[name])) for name in ("all", "kept")}
    return {
        **answer,
        "lanes": [{**lane, "marks": _steps(lane["marks"])} for lane in answer["lanes"]],
        "density": {
            "from": density["from"],
            "to": density["to"],
            "steps": {**steps, "lanes": [written(_steps(counts)) for counts in density["lanes"]]},
        },
        "facets": {name: list(counts.values()) for name, counts in answer["facets"].items()},
        "events": events,
    }


def written(numbers: list[int]) -> str:
    """Whole numbers as text, the last bit of each its sign: 0 is `A`, -1 is `B`, 1 is `C`, 16 is `gB`."""
    text = []
    for number in numbers:
        rest = number * 2 if number >= 0 else -number * 2 - 1
        while rest > 31:
            text.append(DIGITS[32 + (rest & 31)])
            rest >>= 5
        text.append(DIGITS[rest])
    return "".join(text)


def _steps(numbers: list[int]) -> list[int]:
    return numbers[:1] + [after - before for before, after in pairwise(numbers)]


def _distances(earlier: list[int | None], later: list[int | None]) -> list[int | None]:
    return [None if a is None or b is None else b - a for a, b in zip(earlier, later, strict=True)]
