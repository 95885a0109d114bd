"""What goes over the line for a window, put together from the record file and what plain counting found."""

from .plain import KEYS

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-"


def vocabulary(record: dict) -> dict:
    return {name: value for name, value in record.items() if name not in ("relations", "events")}


def sent(record: dict, found: dict, total: int, extent: tuple[int, int]) -> dict:
    """The answer as it is sent: neighbouring counts as differences, facets as lists, certain days as distances."""
    columns = record["events"]
    rows = [columns["slug"].index(slug) for slug in found["events"]]
    events = {name: [column[row] for row in rows] for name, column in columns.items()}
    first, last = events.pop("certain_from"), events.pop("certain_to")
    events["sure_after"] = [_minus(sure, day) for sure, day in zip(first, events["earliest"], strict=True)]
    events["sure_before"] = [_minus(day, sure) for sure, day in zip(last, events["latest"], strict=True)]
    links = record["relations"]
    both = [i for i in range(len(links["from"])) if links["from"][i] in rows and links["to"][i] in rows]
    density = found["density"]
    return {
        "language": record["language"],
        "count": found["count"],
        "total": total,
        "from": extent[0],
        "to": extent[1],
        "covers": found["covers"],
        "inside": found["inside"],
        "lanes": [
            {
                **lane,
                "kind": lane["key"].partition(":")[0],
                "marks": _steps([found["events"].index(s) for s in lane["marks"]]),
            }
            for lane in found["lanes"]
        ],
        "density": {
            "from": found["covers"][0],
            "to": found["covers"][1],
            "steps": {
                "all": _written(density["all"]),
                "kept": _written(density["kept"]),
                "lanes": [_written(counts) for counts in density["lanes"]],
            },
        },
        "facets": {name: [found["facets"][name][key] for key in KEYS[name]] for name in found["facets"]},
        "relations": {
            name: [rows.index(column[i]) if name in ("from", "to") else column[i] for i in both]
            for name, column in links.items()
        },
        "events": events,
    }


def _written(counts: list[int]) -> str:
    """Differences in digits of five bits, the lowest first; capitals of the alphabet and `a` to `f` end a number."""
    text = ""
    for step in _steps(counts):
        bits = f"{2 * abs(step) - (step < 0):b}"
        digits = [int(bits[max(0, end - 5) : end], 2) for end in range(len(bits), 0, -5)]
        text += "".join(ALPHABET[digit + 32] for digit in digits[:-1]) + ALPHABET[digits[-1]]
    return text


def _minus(a, b):
    return None if a is None or b is None else a - b


def _steps(counts: list[int]) -> list[int]:
    return [count - (counts[i - 1] if i else 0) for i, count in enumerate(counts)]
