"""The whole record as one columnar file per language, the folded text beside it for search in the browser, and its
vocabulary alone for drawings that ask for one window after the other."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from weakref import WeakKeyDictionary

from events.dates.display import display
from events.languages import borrowed_from

from .encoded import Encoded
from .index import RecordIndex, Row, Term
from .suggest import KINDS, kind_labels, said, span_of_years

# Above so many events the browser asks for windows instead of holding the whole record.
LARGEST_WHOLE = 5_000
# The periodisation that is drawn when the reader has chosen none.
PERIODISATION = "nguyen-thi-thanh-dung-foundation"
APPROXIMATE, UNCERTAIN, OPEN_START, OPEN_END, DIFFERS, INTERVAL = (1 << bit for bit in range(6))


def record(index: RecordIndex, language: str) -> dict:
    """Vocabulary, periods, relations and one list per property of the events; shape in docs/data-model.md."""
    return {
        **vocabulary(index, language),
        "relations": relations_of(index, range(len(index.rows))),
        "events": events_of(index, index.rows, language),
    }


def vocabulary(index: RecordIndex, language: str) -> dict:
    """The record without its events: what the numbers in the columns of events stand for."""
    return {
        "version": str(index.version),
        "language": language,
        "periodisation": PERIODISATION,
        "countries": [
            {"code": t.value, **_named(t, language), "colour": t.details["colour"], "shape": t.details["shape"]}
            for t in index.terms["country"].values()
        ],
        "themes": [{"slug": t.value, **_named(t, language)} for t in index.terms["theme"].values()],
        "organisations": list(index.terms["organisation"]),
        "people": list(index.terms["person"]),
        "sources": [{"key": t.value, **_named(t, language)} for t in index.terms["source"].values()],
        "places": [t.name[language] for t in index.terms["place"].values()],
        "periods": [_period(t, language) for t in index.terms["period"].values()],
    }


def search(index: RecordIndex, language: str) -> dict:
    """The folded text of each event and the folded names of the vocabulary, in the order of the record file; and what
    is offered while a reader types: terms as key, name and number of events, and the words around them."""
    texts = {facet: {named.key: named.search for named in named} for facet, named in index.searching.names.items()}
    return {
        "version": str(index.version),
        "fold": [row.search for row in index.rows],
        "names": {facet: [texts[facet].get(value, "") for value in index.terms[facet]] for facet in texts},
        "terms": {
            kind: [
                [t.value, t.name[language], index.bits[kind][t.value].bit_count()] for t in index.terms[kind].values()
            ]
            for kind in KINDS
        },
        "years": list(span_of_years(index)),
        "kinds": kind_labels(),
        "said": said(),
    }


class Files(Mapping):
    """The files of one version in one language by name, each encoded when it is first asked for.

    A record whose texts are not in memory has its vocabulary alone: the others would be tens of megabytes.
    """

    def __init__(self, index: RecordIndex, language: str, made: dict[str, Encoded]):
        self._makers = {"vocabulary": lambda: vocabulary(index, language)}
        if not index.large:
            self._makers |= {"record": lambda: record(index, language), "search": lambda: search(index, language)}
        self._made = made

    def __getitem__(self, name: str) -> Encoded:
        make = self._makers[name]
        if name not in self._made:
            self._made[name] = encode(make(), lasting=True)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def too_large(index: RecordIndex) -> bool:
    """Whether the browser must ask for windows, since the whole record is too much to send."""
    return index.large or len(index.rows) > LARGEST_WHOLE


def files(index: RecordIndex, language: str) -> Files:
    """All files of a language, encoded once per version of the record."""
    return Files(index, language, _made.setdefault(index, {}).setdefault(language, {}))


# A version's files live as long as its index does, so they must not point to it.
_made: WeakKeyDictionary[RecordIndex, dict[str, dict[str, Encoded]]] = WeakKeyDictionary()


def encode(data: dict, lasting: bool = False) -> Encoded:
    return Encoded(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), lasting)


def _named(term: Term, language: str) -> dict[str, str]:
    """Its name, and `lang` where the name is in another language."""
    name = term.name[language]
    return {"name": name} | ({"lang": code} if (code := borrowed_from(name)) else {})


def _period(term, language):
    details = term.details
    return {
        "slug": term.value,
        **_named(term, language),
        "periodisation": details["periodisation__key"],
        "earliest": details["earliest"],
        "latest": details["latest"],
    }


def relations_of(index: RecordIndex, rows: Sequence[int] | Mapping[int, int]) -> dict:
    """The links between some rows, given as their new numbers by row, or as a range of rows that keep theirs."""
    found = [link for link in index.relations if link[0] in rows and link[1] in rows]
    return {
        "from": [rows[link[0]] for link in found],
        "to": [rows[link[1]] for link in found],
        "kind": [link[2] for link in found],
        "status": [int(link[3]) for link in found],
    }


def events_of(index: RecordIndex, rows: Sequence[Row], language: str) -> dict[str, list | dict]:
    """Rows as one list per property; `borrowed` only where a title is not in the language."""
    places = {slug: i for i, slug in enumerate(index.terms["place"])}
    titles = [row.title[language] for row in rows]
    columns = {
        "slug": [row.slug for row in rows],
        "title": titles,
        "when": [display(row.date, language) for row in rows],
        "earliest": [row.earliest for row in rows],
        "latest": [row.latest for row in rows],
        "certain_from": [row.date.certain_from for row in rows],
        "certain_to": [row.date.certain_to for row in rows],
        "precision": [str(row.date.precision) for row in rows],
        "flags": [flags(row) for row in rows],
        "importance": [row.importance for row in rows],
        "place": [places.get(row.place, -1) for row in rows],
    }
    for facet, name in _LISTS.items():
        number = {value: i for i, value in enumerate(index.terms[facet])}
        columns[name] = [[number[value] for value in row.values[facet]] for row in rows]
    return columns | ({"borrowed": found} if (found := borrowed(titles)) else {})


def borrowed(titles: Sequence[str]) -> dict[str, list[int]]:
    """Which titles stand in for missing ones, by their language: place of the first, how many, place, how many …"""
    runs: dict[str, list[int]] = {}
    places = enumerate(map(borrowed_from, titles))
    for code, members in groupby(places, lambda member: member[1]):
        if code:
            first, *others = members
            runs.setdefault(code, []).extend((first[0], 1 + len(others)))
    return runs


_LISTS = {
    "country": "countries",
    "theme": "themes",
    "organisation": "organisations",
    "person": "people",
    "source": "sources",
}


def flags(row: Row) -> int:
    """What the marks of an event must show, as bits."""
    date = row.date
    return (
        APPROXIMATE * date.approximate
        | UNCERTAIN * date.uncertain
        | OPEN_START * date.open_start
        | OPEN_END * date.open_end
        | DIFFERS * row.differs
        | INTERVAL * date.is_interval
    )
