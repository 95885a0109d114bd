"""Which numbers are drawn together follows from event, unit and label alone."""

from decimal import Decimal

import pytest
from django.utils import translation

from events.models import Event, Figure
from events.views.figure_groups import YEARS, Kind, is_share, parted, pictures, topic_of, topics

AID, WAR = Event(slug="aid-1954"), Event(slug="war-1965")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def figure(label, value, unit, event=AID, key="", period=""):
    return Figure(
        event=event,
        key=key or label.lower().replace(" ", "-"),
        label_en=label,
        label_vi=label,
        value=None if value is None else Decimal(value),
        unit_en=unit,
        unit_vi=unit,
        period=period,
    )


def labels(picture):
    return [tuple(f.label for f in row) for row in picture.rows]


def test_two_givers_of_one_thing_are_a_pair_even_where_one_number_is_lost():
    tanks = [figure("Tanks - Soviet Union", 687, "tanks"), figure("Tanks - China", 552, "tanks")]
    guns = [figure("Guns - donor unclear", 3, "guns"), figure("Guns - lost cell", None, "guns")]
    (picture,) = pictures(tanks + guns)
    assert picture.kind == Kind.PAIRS
    assert labels(picture) == [("Tanks - Soviet Union", "Tanks - China"), ("Guns - donor unclear", "Guns - lost cell")]
    assert parted(tanks[0]) == ("Tanks", "Soviet Union")


def test_a_hyphen_alone_makes_no_pair():
    assert pictures([figure("Trade Vietnam - Kazakhstan", 800, "million USD")]) == []


def test_different_units_are_never_on_one_scale():
    money = [figure("Aid", 5, "roubles"), figure("Other aid", 7, "yuan"), figure("More aid", 9, "roubles")]
    (picture,) = pictures(money)
    assert (picture.kind, picture.unit, labels(picture)) == (Kind.BARS, "roubles", [("Aid",), ("More aid",)])


def test_a_share_is_drawn_alone_and_growth_is_none():
    share, growth = figure("China's share", 50, "%"), figure("Growth in radar", 200, "%")
    assert is_share(share)
    assert not is_share(growth)
    assert [(picture.kind, labels(picture)) for picture in pictures([share, growth])] == [
        (Kind.SHARES, [("China's share",)])
    ]


def test_a_lost_number_is_not_drawn_as_a_bar():
    assert pictures([figure("a", None, "tonnes"), figure("b", 3, "tonnes")]) == []


def test_different_times_are_noticed():
    (picture,) = pictures([figure("a", 8, "USD", period="2024"), figure("b", 1, "USD", period="2025-01/2025-03")])
    assert picture.periods == {"2024", "2025-01/2025-03"}


def test_an_event_stands_under_one_topic():
    assert topic_of({"war-and-security", "aid"}) == "aid"
    assert topic_of({"east-sea", "war-and-security"}) == "east-sea"


def test_every_figure_stands_in_one_topic_and_years_stand_together():
    mine = [figure("a", 1, "tonnes"), figure("b", 2, "tonnes"), figure("c", 9, YEARS)]
    theirs = [figure("d", 10, YEARS, WAR), figure("e", 5, "troops", WAR)]
    found = topics(mine + theirs, {"aid-1954": ["aid"], "war-1965": ["war-and-security"]})
    assert [topic.slug for topic in found] == ["aid", "war-and-security", YEARS]
    assert [topic.count for topic in found] == [2, 1, 2]
    assert [f.label for f in found[2].others] == ["c", "d"]
