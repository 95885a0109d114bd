"""Filter, index, database and window find what plain counting found; the browser runs the same cases."""

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.utils import translation

from events.filters import EventFilter
from events.filters.facets import counts
from events.filters.params import REPEATABLE
from events.models import Event
from events.search import words
from events.timeline_data.bitmaps import places_of
from events.timeline_data.columnar import record, search, vocabulary
from events.timeline_data.packing import pack
from events.timeline_data.suggest import suggest
from events.timeline_data.window import window
from tests.shared_cases import make

FOLDER = Path(make.__file__).parent
FILTERS = json.loads((FOLDER / "filters.json").read_text("utf-8"))
SEARCHES = json.loads((FOLDER / "searches.json").read_text("utf-8"))
SENT = json.loads((FOLDER / "sent.json").read_text("utf-8"))
SUGGESTIONS = json.loads((FOLDER / "suggestions.json").read_text("utf-8"))
WINDOWS = json.loads((FOLDER / "windows.json").read_text("utf-8"))


def view_of(query, index):
    return EventFilter.from_querydict(QueryDict(query), index)


def test_the_files_hold_what_plain_counting_finds_today():
    for name, content in make.contents().items():
        assert (FOLDER / name).read_text("utf-8") == make.written(content), f"{name}: run tests.shared_cases.make"
    assert len(FILTERS) >= 60
    assert len(WINDOWS) >= 40
    assert len(SEARCHES) >= 60


def test_the_record_file_is_that_of_the_browser(index):
    kept = json.loads((FOLDER / "record.json").read_text("utf-8"))
    made = record(index, "en")
    assert made.pop("version") == "1"
    assert made == kept


def test_the_vocabulary_file_is_that_of_the_browser(index):
    made = vocabulary(index, "en")
    assert made.pop("version") == "1"
    assert made == json.loads((FOLDER / "vocabulary.json").read_text("utf-8"))


@pytest.mark.parametrize("case", SENT, ids=lambda case: f"{case['query'] or 'all'} {case['width']}")
def test_what_is_sent_is_what_the_browser_reads(index, case):
    view = view_of(case["query"], index)
    answer = window(index, view, case["width"], "en", most=case["most"], automatic=case["automatic"])
    assert answer.pop("version") == "1"
    assert pack(answer) == case["answer"]


def test_the_search_file_is_that_of_the_browser(index):
    if not index.large:
        with translation.override("en"):
            made = json.loads(json.dumps(search(index, "en")))
        assert made.pop("version") == "1"
        assert made == json.loads((FOLDER / "search.json").read_text("utf-8"))


@pytest.mark.parametrize("case", SEARCHES, ids=lambda case: ascii(case["q"])[:60])
def test_search(index, case):
    view = view_of(urlencode({"q": case["q"]}), index)
    assert [row.slug for row in index.rows_of(view.bits(index))] == case["slugs"]
    assert list(view.apply(Event.objects.published()).in_order().values_list("slug", flat=True)) == case["slugs"]
    assert view.bits(index.by_end).bit_count() == len(case["slugs"])


@pytest.mark.parametrize("case", SUGGESTIONS, ids=lambda case: ascii(case["q"]))
def test_suggestions(index, case):
    found = [[offered.kind, offered.value] for offered in suggest(index, case["q"], "en")]
    if index.large:
        # Events of a large record are those that the database yields first, each with all words in its own text.
        assert [entry for entry in found if entry[0] != "event"] == [e for e in case["suggestions"] if e[0] != "event"]
        assert {slug for kind, slug in found if kind == "event"} <= {
            index.rows[at].slug for at in _held(index, case["q"])
        }
    else:
        assert found == case["suggestions"]


def _held(index, text):
    return places_of(index.holding(words(text)))


@pytest.mark.parametrize("case", FILTERS, ids=lambda case: case["query"] or "all")
def test_filter(index, case):
    view = view_of(case["query"], index)
    bits = view.bits(index)
    assert [row.slug for row in index.rows_of(bits)] == case["slugs"]
    assert list(view.apply(Event.objects.published()).in_order().values_list("slug", flat=True)) == case["slugs"]
    assert view.bits(index.by_end).bit_count() == len(case["slugs"])
    parts = view.parts(index)
    assert {name: counts(name, index, parts) for name in REPEATABLE} == case["facets"]


@pytest.mark.parametrize("case", WINDOWS, ids=lambda case: f"{case['query'] or 'all'} {case['width']}")
def test_window(index, case):
    view = view_of(case["query"], index)
    answer = window(index, view, case["width"], "en", most=case["most"], automatic=case["automatic"])
    slugs = answer["events"]["slug"]
    assert slugs == case["expected"]["events"]
    for lane in answer["lanes"]:
        lane["marks"] = [slugs[mark] for mark in lane["marks"]]
        assert lane.pop("kind") == lane["key"].partition(":")[0]
    assert answer["lanes"] == case["expected"]["lanes"]
    density = answer["density"]
    assert [density.pop("from"), density.pop("to")] == case["expected"]["covers"] == answer["covers"]
    assert density == case["expected"]["density"]
    assert answer["facets"] == case["expected"]["facets"]
    assert answer["count"] == case["expected"]["count"]
    assert answer["inside"] == case["expected"]["inside"]
