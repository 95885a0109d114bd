"""The index says what a plain look at every row says, small or large."""

import random
import threading
from array import array
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event, RecordVersion
from events.timeline_data import index as index_module
from events.timeline_data.bitmaps import bits_at, first, places_of
from events.timeline_data.days import OPEN_END, OPEN_START, Days
from events.timeline_data.index import RecordIndex
from events.timeline_data.ranking import Ranking


def made_days(dice, size):
    """Random rows in order of their first days: many equal days, long and open ones among them."""
    rows = []
    for _row in range(size):
        start = OPEN_START if dice.random() < 0.05 else dice.randint(-500, 3000)
        length = dice.choice([0, 0, 0, 30, 365, dice.randint(0, 4000)])
        end = OPEN_END if dice.random() < 0.1 else (dice.randint(-500, 3000) if start == OPEN_START else start + length)
        rows.append((start, end))
    rows.sort(key=lambda row: row[0])
    return array("q", [row[0] for row in rows]), array("q", [row[1] for row in rows])


@pytest.mark.parametrize("size", [1, 2, 15, 16, 17, 700])
def test_overlapping_in_both_orders(size):
    dice = random.Random(size)
    starts, latest = made_days(dice, size)
    days = Days(starts, latest)
    assert list(days.by_end) == sorted(range(size), key=latest.__getitem__)
    for _turn in range(60):
        low, high = sorted((dice.randint(-700, 3200), dice.randint(-700, 3200)))
        low, high = dice.choice([(low, high), (None, high), (low, None), (None, None), (low, low)])
        rows = [
            row for row in range(size) if (high is None or starts[row] <= high) and (low is None or latest[row] >= low)
        ]
        assert places_of(days.overlapping(low, high)) == rows
        assert places_of(days.overlapping_by_end(low, high)) == sorted(days.end_place[row] for row in rows)
        day = dice.randint(-700, 3200)
        assert days.begun(day) == sum(start < day for start in starts)
        assert days.ended(day) == sum(end < day for end in latest)
    assert [days.earliest(row) for row in range(size)] == [None if day == OPEN_START else day for day in starts]
    assert [days.latest(row) for row in range(size)] == [None if day == OPEN_END else day for day in latest]


def test_the_extent_is_that_of_the_known_days():
    assert Days(array("q", [OPEN_START, 5]), array("q", [3, OPEN_END])).extent == (3, 5)
    assert Days(array("q", [OPEN_START]), array("q", [OPEN_END])).extent == (1, 366)
    assert Days(array("q"), array("q")).extent == (1, 366)
    assert Days(array("q", [5, 7]), array("q", [90, 8])).extent == (5, 90)


@pytest.mark.parametrize("size", [1, 10, 3000])
def test_the_best_rows_are_the_first_of_the_order(size):
    dice = random.Random(size)
    starts, latest = made_days(dice, size)
    importance = bytes(dice.choices((1, 2, 3), (1, 3, 6), k=size))
    slugs = [f"e-{number}" for number in dice.sample(range(size), k=size)]
    ranking = Ranking(importance, starts, latest, slugs)

    def merit(row):
        is_open = starts[row] == OPEN_START or latest[row] == OPEN_END
        return importance[row], 0 if is_open else 1, 0 if is_open else starts[row] - latest[row], slugs[row]

    order = sorted(range(size), key=merit)
    assert list(ranking.order) == order
    assert ranking.up_to[2] == bits_at([row for row in range(size) if importance[row] <= 2], size)
    for share in (0, 0.02, 0.5, 1):
        rows = set(dice.sample(range(size), k=int(size * share)))
        # A set that lies where the order comes last is the hardest for a walk along the order.
        for chosen in (rows, set(order[len(order) - len(rows) :])):
            wanted = [row for row in order if row in chosen]
            for count in (0, 1, 17, 200, size):
                assert sorted(ranking.best(bits_at(list(chosen), size), count)) == sorted(wanted[:count])


def test_small_and_large_say_the_same(small_record, monkeypatch):
    kept = RecordIndex(version=1)
    monkeypatch.setattr(index_module, "KEPT_WITH_TEXTS", 0)
    stored = RecordIndex(version=1)
    assert not kept.large
    assert stored.large
    assert len(kept.rows) == len(stored.rows) == Event.objects.published().count()
    assert all(row.search for row in kept.rows)
    without_search = [replace(row, search="") for row in kept.rows]
    assert list(stored.rows) == without_search
    assert stored.rows[-1] == without_search[-1]
    assert stored.rows[3:7] == without_search[3:7]
    for row in kept.rows:
        assert kept.position[row.slug] == stored.position[row.slug] == row.at
        assert row.earliest == kept.days.earliest(row.at)
        assert row.latest == kept.days.latest(row.at)
    assert kept.bits == stored.bits
    assert kept.relations == stored.relations
    for words in (["geneve"], ["dien", "phu"], ["nothing"], []):
        assert kept.holding(words) == stored.holding(words)


def test_drafts_and_unknown_slugs_have_no_place(index):
    (draft, *_others) = Event.objects.exclude(status="published")
    assert draft.slug not in index.position
    assert "never-there" not in index.position
    with pytest.raises(KeyError):
        index.position["never-there"]


def test_rows_come_in_order_and_in_parts(index):
    bits = bits_at([80, 3, 41, 40], index.days.size)
    assert [row.at for row in index.rows_of(bits)] == [3, 40, 41, 80]
    assert [row.at for row in index.rows_of(bits, 1, 3)] == [40, 41]
    best = index.best_of(index.everything, 5)
    assert [row.at for row in best] == sorted(index.ranking.order[:5])
    assert {row.importance for row in best} == {1}


def test_sources_that_differ_and_vague_dates_are_bitmaps_too(index):
    rows = index.rows_of(index.everything)
    assert places_of(index.differing) == [row.at for row in rows if row.differs]
    vague = [row for row in rows if row.date.approximate or row.date.uncertain or row.date.precision != "day"]
    assert places_of(index.vague) == [row.at for row in vague]
    assert index.differing
    assert index.vague != first(len(rows))


def test_rows_of_a_large_record_cost_one_query(small_record, monkeypatch):
    monkeypatch.setattr(index_module, "KEPT_WITH_TEXTS", 0)
    stored = RecordIndex(version=1)
    for places in ([5], list(range(50))):
        with CaptureQueriesContext(connection) as queries:
            assert len(stored.rows.at(places)) == len(places)
        assert len(queries) == 1


def test_an_event_withdrawn_meanwhile_is_left_out(small_record, monkeypatch):
    monkeypatch.setattr(index_module, "KEPT_WITH_TEXTS", 0)
    stored = RecordIndex(version=1)
    slug = stored.rows[7].slug
    Event.objects.filter(slug=slug).update(status="draft")
    assert [row.at for row in stored.rows.at([6, 7, 8])] == [6, 8]


def test_while_a_large_record_is_read_others_go_on_with_the_last_version(small_record, monkeypatch):
    monkeypatch.setattr(index_module, "KEPT_WITH_TEXTS", 0)
    first_index = RecordIndex.current()
    assert RecordIndex.current() is first_index
    RecordVersion.bump()
    version = RecordVersion.current()
    monkeypatch.setattr(RecordVersion, "current", lambda: version)
    with RecordIndex._lock:
        # The lock is held by whoever reads the new version, so no one else may wait for it.
        answers = []
        thread = threading.Thread(target=lambda: answers.append(RecordIndex.current()))
        thread.start()
        thread.join(5)
        assert answers == [first_index]
    assert RecordIndex.current().version == version
