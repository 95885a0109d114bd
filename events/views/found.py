"""What a search found first, each with the words that it found; and what may have been meant where it found nothing."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from events.dates import HistoricalDate
from events.filters import EventFilter
from events.languages import LANGUAGES, borrowed_from, columns
from events.models import Event
from events.search.column import SEARCHED_FIELDS
from events.search.fold import spelled
from events.search.highlight import highlight, snippet
from events.search.names import FINDING, called
from events.search.ranking import Query
from events.timeline_data.did_you_mean import mended
from events.timeline_data.index import RecordIndex, Row

BEST = 5
# Finds that are ranked, the most important first; of a large record fewer, since their texts come from the database.
RANKED, RANKED_STORED = 1_000, 200
# Searches that are tried out in place of one that found nothing; in a large record each may take a while.
TRIED, TRIED_STORED = 20, 4


@dataclass(frozen=True, slots=True)
class Found:
    """One event; `language` and `snippet_language` are those of the two texts."""

    slug: str
    date: HistoricalDate
    title: SafeString
    language: str
    snippet: SafeString
    snippet_language: str


@dataclass(frozen=True, slots=True)
class Meant:
    """Another search that finds something, with the rest of the view kept."""

    text: str
    query: str


def best_matches(index: RecordIndex, view: EventFilter, language: str) -> list[Found]:
    """The events of the view that fit its search best."""
    query = Query(view.q)
    rows = index.best_of(view.bits(index), RANKED_STORED if index.large else RANKED)
    texts = index.searching.texts([row.at for row in rows])
    order = sorted(
        (query.level(text), not query.has_marks_of(list(row.title.values())), row.importance, row.at, place)
        for place, (row, text) in enumerate(zip(rows, texts, strict=True))
    )
    best = [rows[place] for *_order, place in order[:BEST]]
    # The reader's language first.
    languages = tuple(sorted(LANGUAGES, key=lambda code: code != language))
    told_in = [name for code in languages for field in SEARCHED_FIELDS for name in columns(field, (code,))]
    told = {
        values["slug"]: values
        for values in Event.objects.filter(slug__in=[r.slug for r in best]).values("slug", *told_in)
    }
    return [_found(index, query, row, told.get(row.slug, {}), language) for row in best]


def meant(index: RecordIndex, view: EventFilter) -> Meant | None:
    """The search one slip away from the view's that finds most in it."""
    tried = mended(index, view.q)[: TRIED_STORED if index.large else TRIED]
    views = [view.with_value("q", text) for text in tried]
    counts = [other.bits(index).bit_count() for other in views]
    if not any(counts):
        return None
    fullest = views[counts.index(max(counts))]
    return Meant(fullest.q, fullest.to_querystring())


def _found(index: RecordIndex, query: Query, row: Row, texts: dict[str, str], language: str) -> Found:
    title = row.title[language]
    shown = _words_in(query, title)
    missing = [word for word in query.words if word not in shown]
    own = [(name.rpartition("_")[2], text) for name, text in texts.items() if name != "slug" and text]
    names = [(language, text) for text in _names(index, row, missing, language)]
    # What the reader's language says comes first: its texts, then names, then the texts of other languages.
    candidates = sorted([*own, *names], key=lambda told: told[0] != language)
    held = [len(_words_in(query, text) & set(missing)) for _code, text in candidates]
    code, text = candidates[held.index(max(held))] if candidates else (language, "")
    return Found(
        row.slug,
        row.date,
        highlight(title, query.words),
        borrowed_from(title) or language,
        snippet(text, query.words),
        code,
    )


def _words_in(query: Query, text: str) -> set[str]:
    there = spelled(text)
    return {word for word in query.words if f" {word}" in there}


def _names(index: RecordIndex, row: Row, words: list[str], language: str) -> list[str]:
    """Names of what the event points to that hold one of the words, after the usual name."""
    found = []
    for facet in FINDING:
        keys = (row.place,) if facet == "place" else row.values[facet]
        for word in words:
            for named in called(index.searching.names[facet], word):
                if named.key in keys:
                    usual = index.terms[facet][named.key].name[language]
                    other = next((name for name in named.names if f" {word}" in spelled(name)), usual)
                    found.append(usual if f" {word}" in spelled(usual) else f"{usual} · {other}")
    return found
