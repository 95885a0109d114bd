"""Sets as integers, against Python's own sets."""

import random

import pytest

from events.timeline_data.bitmaps import as_bytes, bits_at, bits_of, counts_below, first, held, places_of

SIZES = [1, 7, 8, 9, 63, 64, 65, 1000, 4096]


def some_places(dice, size):
    """Few or many of the places, in no order."""
    return dice.sample(range(size), k=dice.choice([0, 1, size // 40, size // 3, size]) % (size + 1))


@pytest.mark.parametrize("size", SIZES)
def test_places_and_bits_are_one_another_back(size):
    dice = random.Random(size)
    for _turn in range(12):
        places = some_places(dice, size)
        bits = bits_at(places, size)
        chosen = set(places)
        assert bits == sum(1 << place for place in places)
        assert places_of(bits) == sorted(places)
        flags = bytes(49 if place in chosen else 48 for place in range(size))
        assert bits_of(flags) == bits


@pytest.mark.parametrize("size", SIZES)
def test_counting_below_edges_and_looking_up_places(size):
    dice = random.Random(size)
    for _turn in range(12):
        places = set(some_places(dice, size))
        data = as_bytes(bits_at(list(places), size), size)
        edges = sorted(dice.choices(range(size + 1), k=9)) + [size]
        assert counts_below(data, edges) == [sum(place < edge for place in places) for edge in edges]
        assert held(data, range(size)) == sorted(places)


def test_nothing_has_no_places():
    assert bits_at([], 0) == bits_at([], 9) == bits_of(b"") == first(0) == 0
    assert places_of(0) == []
    assert counts_below(as_bytes(0, 0), [0]) == [0]
