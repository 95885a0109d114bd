"""What a view holds, by plain looking at every event: no index, no bitmaps, no code of the filter."""

import math
from urllib.parse import parse_qs

from events.dates import HistoricalDate
from events.dates.day_number import from_day_number
from events.dates.display import display
from events.search import fold

from .made_record import NAMES, RELATIONS, VOCABULARY

LISTS = {
    "country": "countries",
    "theme": "themes",
    "organisation": "organisations",
    "person": "people",
    "source": "sources",
}
NAMED = {"country": "countries", "organisation": "organisations", "person": "people", "place": "places"}
KEYS = {
    name: [entry if isinstance(entry, str) else entry[0] for entry in VOCABULARY[column]]
    for name, column in {**LISTS, "period": "periods"}.items()
}
PERIODS = {slug: HistoricalDate.parse(dates) for slug, _vi, _en, dates, _source in VOCABULARY["periods"]}


def days(row: dict) -> tuple[float, float]:
    date = HistoricalDate.parse(row["date"])
    return (
        -math.inf if date.earliest is None else date.earliest,
        math.inf if date.latest is None else date.latest,
    )


def in_order(rows: list[dict]) -> list[dict]:
    published = [row for row in rows if row["status"] == "published"]
    return sorted(published, key=lambda row: (days(row)[0], row["slug"]))


def tokens(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()


def grouped(*groups: list[str]) -> str:
    return "\n\n".join("\n".join(" " + " ".join(tokens(text)) for text in group if tokens(text)) for group in groups)


def search_text(row: dict) -> str:
    titles, summaries = ([row[f"{name}_{code}"] for code in ("vi", "en")] for name in ("title", "summary"))
    return grouped(titles, other_names(row), [*summaries, row["slug"]])


def other_names(row: dict) -> list[str]:
    return row["alternative_names"].split("; ")


def names_of(facet: str, key: str) -> tuple[list[str], list[str]]:
    """The names of a term and its other names."""
    entry = next(entry for entry in VOCABULARY[NAMED.get(facet, "themes")] if key in (entry, entry[0]))
    own = [entry, entry] if isinstance(entry, str) else list(entry[1:3])
    return own, NAMES.get((facet, key), [])


def finds(row: dict, text: str) -> bool:
    """Whether every word of a search begins a word of the event, or of a name of what it points to."""
    asked = tokens(text)
    texts = [row[f"{name}_{code}"] for name in ("title", "summary") for code in ("vi", "en")]
    texts += [row["slug"], *other_names(row)]
    for facet, column in NAMED.items():
        keys = [row["place"]] if facet == "place" else row[column]
        texts += [name for key in keys if key for group in names_of(facet, key) for name in group]
    there = {token for text in texts for token in tokens(text)}
    return bool(asked) and all(any(token.startswith(word) for token in there) for word in asked)


def touches(row: dict, first: float, last: float) -> bool:
    begin, end = days(row)
    return begin <= last and end >= first


def holds(row: dict, query: dict[str, list[str]], without: str = "") -> bool:
    """Whether a view holds an event; `without` leaves one parameter out."""
    asked = {name: values for name, values in query.items() if name != without}
    for name, column in LISTS.items():
        if name in asked and not set(asked[name]) & set(row[column]):
            return False
    if "period" in asked and not any(touches(row, *_bounds(PERIODS[slug])) for slug in asked["period"]):
        return False
    first = _bounds(HistoricalDate.parse(asked["from"][0]))[0] if "from" in asked else -math.inf
    last = _bounds(HistoricalDate.parse(asked["to"][0]))[1] if "to" in asked else math.inf
    if not touches(row, first, last):
        return False
    if row["importance"] > int(asked.get("importance", ["3"])[0]):
        return False
    text = asked.get("q", [""])[0]
    return not text.strip() or finds(row, text)


def _bounds(date: HistoricalDate) -> tuple[float, float]:
    return (
        -math.inf if date.earliest is None else date.earliest,
        math.inf if date.latest is None else date.latest,
    )


def facets(rows: list[dict], query: dict[str, list[str]]) -> dict[str, dict[str, int]]:
    """Counts per value, each parameter counted as if it alone were not set."""
    found = {}
    for name in ("country", "theme", "organisation", "person", "period", "source"):
        others = [row for row in rows if holds(row, query, without=name)]
        if name == "period":
            found[name] = {slug: sum(touches(row, *_bounds(date)) for row in others) for slug, date in PERIODS.items()}
        else:
            found[name] = {key: sum(key in row[LISTS[name]] for row in others) for key in KEYS[name]}
    return found


def lanes(kept: list[dict], query: dict[str, list[str]], automatic: int) -> dict[str, list[dict]]:
    """The events of each lane by its key."""
    choice = query.get("lanes", [""])[0]
    if choice == "none":
        return {"all": kept}
    kind = "theme" if choice == "theme" else "country"
    chosen = choice.split(",") if choice not in ("", "theme") else query.get(kind, [])
    if not chosen:
        counts = {key: sum(key in row[LISTS[kind]] for row in kept) for key in KEYS[kind]}
        chosen = sorted((key for key in counts if counts[key]), key=lambda key: (-counts[key], KEYS[kind].index(key)))
        chosen = chosen[:automatic]
    found = {f"{kind}:{key}": [row for row in kept if key in row[LISTS[kind]]] for key in chosen}
    if others := [row for row in kept if not set(row[LISTS[kind]]) & set(chosen)]:
        found["others"] = others
    return found


def density(rows: list[dict], first: int, last: int, buckets: int) -> list[int]:
    """How many events each bucket may touch; bucket i holds the days from `first + ceil(i·w/W)`."""
    width = last - first + 1
    edges = [first + math.ceil(i * width / buckets) for i in range(buckets + 1)]
    return [sum(touches(row, edges[i], edges[i + 1] - 1) for row in rows) for i in range(buckets)]


def extent(rows: list[dict]) -> tuple[int, int]:
    known = [day for row in rows for day in days(row) if math.isfinite(day)]
    return int(min(known)), int(max(known))


def merit(row: dict) -> tuple:
    """Rising with less merit: importance, then the longer, then the slug."""
    begin, end = days(row)
    return row["importance"], begin - end, row["slug"]


def shares(wanted: list[int], total: int) -> list[int]:
    """One more for everyone who still wants, from the first to the last, until nothing is left."""
    given = [0] * len(wanted)
    while total and given != wanted:
        for i, want in enumerate(wanted):
            if given[i] < want and total:
                given[i] += 1
                total -= 1
    return given


def window(rows: list[dict], text: str, width: int, automatic: int, most: int) -> dict:
    """The whole answer of a window, events by slug."""
    query = parse_qs(text)
    kept = [row for row in rows if holds(row, query)]
    first, last = extent(rows)
    if "t0" in query:
        first = HistoricalDate.parse(query["t0"][0]).earliest
    if "t1" in query:
        last = HistoricalDate.parse(query["t1"][0]).latest
    by_lane = lanes(kept, query, automatic)
    here = {key: [row for row in members if touches(row, first, last)] for key, members in by_lane.items()}
    sent = {row["slug"] for row in rows if [row["slug"]] == query.get("event")}
    for members, share in zip(here.values(), shares([len(m) for m in here.values()], most - len(sent)), strict=True):
        sent |= {row["slug"] for row in sorted(members, key=merit)[:share]}
    buckets = max(1, min(math.ceil(width / 4), last - first + 1))
    return {
        "count": len(kept),
        "covers": [first, last],
        "inside": sum(touches(row, first, last) for row in kept),
        "lanes": [
            {
                "key": key,
                "count": len(members),
                "inside": len(here[key]),
                "marks": [row["slug"] for row in here[key] if row["slug"] in sent],
            }
            for key, members in by_lane.items()
        ],
        "density": {
            "all": density(rows, first, last, buckets),
            "kept": density(kept, first, last, buckets),
            "lanes": [density(members, first, last, buckets) for members in by_lane.values()],
        },
        "facets": facets(rows, query),
        "events": [row["slug"] for row in rows if row["slug"] in sent],
    }


def search(rows: list[dict]) -> dict:
    """The search file in English, as docs/data-model.md describes it."""
    keys = {**KEYS, "place": [slug for slug, _vi, _en in VOCABULARY["places"]]}
    kinds = {"year": "Year", "country": "Country", "person": "Person", "organisation": "Organisation", "theme": "Theme"}
    return {
        "fold": [search_text(row) for row in rows],
        "names": {facet: [grouped(*names_of(facet, key)) for key in keys[facet]] for facet in (*NAMED, "theme")},
        "terms": {
            kind: [[key, names_of(kind, key)[0][1], sum(key in row[LISTS[kind]] for row in rows)] for key in KEYS[kind]]
            for kind in ("country", "person", "organisation", "theme")
        },
        "years": years(rows),
        "kinds": {**kinds, "event": "Event"},
        "said": "Suggestions: {count}",
    }


def years(rows: list[dict]) -> list[int]:
    """The first and the last year of the record."""
    return [from_day_number(day)[0] for day in extent(rows)]


def record(rows: list[dict]) -> dict:
    """The record file in English, as docs/data-model.md describes it."""
    place = {row["slug"]: i for i, row in enumerate(rows)}
    by_number = {int(row["slug"].rsplit("-", 1)[1]): row["slug"] for row in rows}
    links = sorted(
        (by_number[a], by_number[b], kind, debated)
        for a, b, kind, debated in RELATIONS
        if a in by_number and b in by_number
    )
    places = [slug for slug, _vi, _en in VOCABULARY["places"]]
    dates = [HistoricalDate.parse(row["date"]) for row in rows]
    bits = ("approximate", "uncertain", "open_start", "open_end")
    return {
        "language": "en",
        "periodisation": "nguyen-thi-thanh-dung-foundation",
        "countries": [
            {"code": code, "name": en, "colour": colour, "shape": shape}
            for code, _vi, en, colour, shape in VOCABULARY["countries"]
        ],
        "themes": [{"slug": slug, "name": en} for slug, _vi, en in VOCABULARY["themes"]],
        "organisations": VOCABULARY["organisations"],
        "people": VOCABULARY["people"],
        "sources": [{"key": key, "name": en} for key, _vi, en in VOCABULARY["sources"]],
        "places": [en for _slug, _vi, en in VOCABULARY["places"]],
        "periods": [
            {
                "slug": slug,
                "name": en,
                "periodisation": source,
                "earliest": PERIODS[slug].earliest,
                "latest": PERIODS[slug].latest,
            }
            for slug, _vi, en, _dates, source in VOCABULARY["periods"]
        ],
        "relations": {
            "from": [place[link[0]] for link in links],
            "to": [place[link[1]] for link in links],
            "kind": [link[2] for link in links],
            "status": [int(link[3]) for link in links],
        },
        "events": {
            "slug": [row["slug"] for row in rows],
            "title": [row["title_en"] for row in rows],
            "when": [display(date, "en") for date in dates],
            "earliest": [date.earliest for date in dates],
            "latest": [date.latest for date in dates],
            "certain_from": [date.certain_from for date in dates],
            "certain_to": [date.certain_to for date in dates],
            "precision": [str(date.precision) for date in dates],
            "flags": [
                sum(getattr(date, name) << bit for bit, name in enumerate(bits))
                + 16 * bool(row["differs"])
                + 32 * date.is_interval
                for row, date in zip(rows, dates, strict=True)
            ],
            "importance": [row["importance"] for row in rows],
            "place": [places.index(row["place"]) if row["place"] else -1 for row in rows],
            **{
                column: [[KEYS[name].index(key) for key in row[column]] for row in rows]
                for name, column in LISTS.items()
            },
        },
    }
