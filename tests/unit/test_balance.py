"""Shares are counted right, and what rests on one voice is said."""

from events.balance import FEW, Cited, balance


def event(countries=("CN",), themes=("aid",), decade="1950", tellers=("a",), **citations):
    return Cited(countries, themes, decade, citations or dict.fromkeys(tellers, 1), frozenset(tellers))


EVENTS = [
    event(a=2),
    event(countries=("CN", "SU"), tellers=("a", "b"), a=1, b=3),
    event(countries=("KZ",), themes=("energy",), decade="2020", tellers=("c",), c=1, general=1),
    event(countries=("KZ",), themes=("energy", "aid"), decade="2020", tellers=("c",), c=1),
]


def shares(found, dimension):
    return {share.value: share for share in found.shares[dimension]}


def test_events_and_citations_are_counted_for_each_value():
    found = balance(EVENTS, {"country": ["CH"]})
    assert (found.events, found.citations, found.single) == (4, 9, 3)
    countries = shares(found, "country")
    assert {code: (s.events, s.citations, s.single, s.per_cent) for code, s in countries.items()} == {
        "CN": (2, 6, 1, 50),
        "SU": (1, 4, 0, 25),
        "KZ": (2, 3, 2, 50),
        "CH": (0, 0, 0, 0),
    }


def test_a_source_counts_its_own_citations_only():
    sources = shares(balance(EVENTS, {}), "source")
    assert {key: (s.events, s.citations) for key, s in sources.items()} == {
        "a": (2, 3),
        "b": (1, 3),
        "c": (2, 2),
        "general": (1, 1),
    }


def test_the_largest_comes_first_and_decades_in_time():
    found = balance(EVENTS, {"country": ["CH"]})
    assert [share.value for share in found.shares["country"]] == ["CN", "KZ", "SU", "CH"]
    assert [share.value for share in found.shares["decade"]] == ["1950", "2020"]


def test_what_one_source_alone_tells_is_named():
    found = balance(EVENTS, {})
    assert [(name, share.value, share.only_source) for name, share in found.on_one_source] == [
        ("country", "KZ", "c"),
        ("theme", "energy", "c"),
        ("decade", "2020", "c"),
    ]


def test_few_are_below_the_bound_and_not_without_events():
    many = [event()] * 20 + [event(countries=("FR",))] + [event(countries=("TH",))] * 2
    assert [share.value for share in balance(many, {"country": ["CH"]}).few] == ["FR"]
    assert 100 / 23 < FEW < 200 / 23


def test_an_empty_record_has_a_balance():
    found = balance([], {"country": ["CN"]})
    assert (found.events, found.single, found.few, found.on_one_source) == (0, 0, [], [])
