"""What the shared cases do not show of a window: fairness, a steady choice while panning, what is sent."""

import random

import pytest
from django.http import QueryDict

from events.dates.day_number import from_day_number
from events.filters import EventFilter
from events.timeline_data.density import buckets_of
from events.timeline_data.packing import DIGITS, pack, written
from events.timeline_data.window import fair_shares, window, window_of


def view_of(query, index):
    return EventFilter.from_querydict(QueryDict(query), index)


def answer_of(index, query, width=400, **options):
    return window(index, view_of(query, index), width, "vi", **options)


@pytest.mark.parametrize(
    ("wanted", "total", "shares"),
    [
        ([], 5, []),
        ([3], 5, [3]),
        ([100, 100, 100], 10, [4, 3, 3]),
        ([1, 100, 100], 11, [1, 5, 5]),
        ([0, 2, 100], 11, [0, 2, 9]),
        ([100, 100, 100], 2, [1, 1, 0]),
        ([100, 0, 100], 0, [0, 0, 0]),
        ([4, 4], 100, [4, 4]),
    ],
)
def test_shares_are_fair(wanted, total, shares):
    assert fair_shares(wanted, total) == shares


def test_random_shares_use_all_and_favour_nobody():
    dice = random.Random(3)
    for _turn in range(300):
        wanted = [dice.choice([0, 1, 5, 40, 1000]) for _lane in range(dice.randint(0, 13))]
        total = dice.randint(0, 300)
        shares = fair_shares(wanted, total)
        assert sum(shares) == min(total, sum(wanted))
        for share, want in zip(shares, wanted, strict=True):
            assert share <= want
            assert share == want or share >= max(shares, default=0) - 1


@pytest.mark.parametrize(
    ("width", "days", "buckets"), [(1200, 10_000, 300), (1, 50, 1), (3, 50, 1), (5, 50, 2), (1200, 31, 31), (400, 1, 1)]
)
def test_a_bucket_is_four_pixels_and_never_less_than_a_day(width, days, buckets):
    assert buckets_of(width, 1, days) == buckets


def test_a_missing_side_of_the_window_is_that_of_the_record(index):
    first, last = index.days.extent
    day = view_of("t0=1960-01-01", index).t0.earliest
    assert window_of(index, view_of("", index)) == (first, last)
    assert window_of(index, view_of("t0=1960-01-01", index)) == (day, last)
    assert window_of(index, view_of("t1=1960-01-01", index)) == (first, day)
    assert window_of(index, view_of("t0=../1960&t1=1960/..", index)) == (first, last)
    start, end = window_of(index, view_of("t0=3000", index))
    assert start == end > last
    start, end = window_of(index, view_of("t1=-3000", index))
    assert start == end < first


def test_what_is_more_important_is_never_left_out_for_what_is_less(index):
    """Panning day by day: whatever comes into the window takes only the places of lesser events."""
    rank = index.ranking.rank
    first, last = index.days.extent
    for start in range(last - 60_000, last - 9_000, 977):
        t0, t1 = ("{:04}-{:02}-{:02}".format(*from_day_number(day)) for day in (start, start + 9_000))
        answer = answer_of(index, f"lanes=none&t0={t0}&t1={t1}", most=12)
        sent = {index.position[slug] for slug in answer["events"]["slug"]}
        inside = index.rows_of(index.overlapping(start, start + 9_000))
        assert sent == set(sorted((row.at for row in inside), key=rank.__getitem__)[:12])


def test_an_event_stands_in_all_of_its_lanes(index):
    answer = answer_of(index, "lanes=CN,FR,RU", most=40)
    events = answer["events"]
    codes = list(index.terms["country"])
    for number, held in enumerate(events["countries"]):
        lanes = {lane["key"] for lane in answer["lanes"] if number in lane["marks"]}
        assert lanes == (
            {f"country:{codes[i]}" for i in held} & {"country:CN", "country:FR", "country:RU"} or {"others"}
        )
    assert all(lane["marks"] == sorted(lane["marks"]) for lane in answer["lanes"])


def test_the_selected_event_is_sent_however_little_it_matters(index):
    worst = index.rows[index.ranking.order[-1]]
    for query in (f"event={worst.slug}", f"event={worst.slug}&lanes=none&importance=3"):
        answer = answer_of(index, query, most=3)
        assert worst.slug in answer["events"]["slug"]
        assert len(answer["events"]["slug"]) <= 3
    for query in ("importance=1", "t0=-8999&t1=-8998"):
        answer = answer_of(index, f"event={worst.slug}&{query}", most=3)
        number = answer["events"]["slug"].index(worst.slug)
        assert all(number not in lane["marks"] for lane in answer["lanes"])


def test_links_are_those_between_events_that_are_sent(index):
    whole = answer_of(index, "")
    assert len(whole["relations"]["from"]) == len(index.relations) == 3
    for a, b in zip(whole["relations"]["from"], whole["relations"]["to"], strict=True):
        slugs = whole["events"]["slug"]
        assert (index.position[slugs[a]], index.position[slugs[b]]) in {link[:2] for link in index.relations}
    assert answer_of(index, "t0=2020&t1=2021", most=1)["relations"]["from"] == []


def test_a_packed_answer_says_the_same(index):
    for query in ("", "country=CN&t0=1900&t1=1990", "q=nothing+like+it"):
        answer = answer_of(index, query)
        packed = pack(answer)
        steps = packed["density"]["steps"]
        assert [added(steps["all"]), added(steps["kept"])] == [answer["density"]["all"], answer["density"]["kept"]]
        assert [added(lane) for lane in steps["lanes"]] == answer["density"]["lanes"]
        for lane, whole in zip(packed["lanes"], answer["lanes"], strict=True):
            assert [sum(lane["marks"][: i + 1]) for i in range(len(lane["marks"]))] == whole["marks"]
        for name, counts in answer["facets"].items():
            assert packed["facets"][name] == [counts[value] for value in index.terms[name]]
        events, whole = packed["events"], answer["events"]
        assert events.keys() - whole.keys() == {"sure_after", "sure_before"}
        for column, base, sign in (("certain_from", "earliest", 1), ("certain_to", "latest", -1)):
            distances = events["sure_after" if sign > 0 else "sure_before"]
            known = [
                None if distance is None else day + sign * distance
                for day, distance in zip(whole[base], distances, strict=True)
            ]
            assert known == whole[column]


def added(text):
    """Reads numbers of five bits a digit, the lowest first, the last bit of each its sign, and adds them up."""
    total, number, shift, counts = 0, 0, 0, []
    for digit in map(DIGITS.index, text):
        number += digit % 32 << shift
        shift += 5
        if digit < 32:
            total += -(number + 1) // 2 if number % 2 else number // 2
            number = shift = 0
            counts.append(total)
    return counts


def test_numbers_are_written_like_those_of_source_maps():
    assert written([0, -1, 1, 15, 16, -16, 1_000_000]) == "ABCegBfgkh9B"
    dice = random.Random(8)
    numbers = [dice.randint(-(10**n), 10**n) for n in range(1, 9) for _turn in range(20)]
    sums = [sum(numbers[: i + 1]) for i in range(len(numbers))]
    assert added(written(numbers)) == sums
