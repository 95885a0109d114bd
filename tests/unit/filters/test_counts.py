"""The index, the database and plain counting agree on every view."""

import random

import pytest
from django.http import QueryDict
from django.utils import translation

from events.dates import HistoricalDate
from events.dates.day_number import from_day_number
from events.filters import EventFilter, FilterError, chips, facets, sentence
from events.filters.facets import counts
from events.filters.params import REPEATABLE
from events.models import Event
from events.timeline_data.index import RecordIndex

WORDS = ["hiệp định", "Trung Quoc", "aid", "dầu khí", "congress", "100%", "_", "'", "thành đô", "zzz"]


@pytest.fixture
def index(record):
    return RecordIndex.current()


def random_view(dice: random.Random, index: RecordIndex) -> EventFilter:
    values = {}
    for name in REPEATABLE:
        if dice.random() < 0.3:
            values[name] = tuple(
                sorted(dice.sample(sorted(index.terms[name]), k=min(dice.randint(1, 3), len(index.terms[name]))))
            )
    if dice.random() < 0.3:
        values["since"] = HistoricalDate.parse(str(dice.randint(1940, 2026)))
    if dice.random() < 0.3:
        values["until"] = HistoricalDate.parse(f"{dice.randint(1975, 2030)}-{dice.randint(1, 12):02}")
    if dice.random() < 0.3:
        values["importance"] = dice.randint(1, 2)
    if dice.random() < 0.25:
        values["q"] = dice.choice(WORDS)
    return EventFilter(**values)


def test_two_hundred_random_views_agree_with_the_database(index):
    dice = random.Random(15)
    found_something = 0
    for _turn in range(200):
        view = random_view(dice, index)
        slugs = [row.slug for row in index.rows_of(view.bits(index))]
        assert slugs == list(view.apply(Event.objects.published()).in_order().values_list("slug", flat=True)), view
        found_something += bool(slugs)
    assert found_something > 40


def test_two_hundred_random_facet_counts_equal_plain_database_counts(index):
    dice = random.Random(54)
    compared = 0
    for _turn in range(200):
        view = random_view(dice, index)
        name = dice.choice(REPEATABLE)
        found = counts(name, index, view.parts(index))
        for value in dice.sample(sorted(found), k=min(3, len(found))):
            alone = view.without(name).with_value(name, value)
            assert found[value] == alone.apply(Event.objects.published()).count(), (view, name, value)
            compared += 1
    assert compared > 400


def test_an_option_nobody_would_find_is_disabled_unless_it_is_ticked(index):
    view = EventFilter(country=("KZ",), until=HistoricalDate.parse("1960"))
    options = {option.value: option for facet in facets(view, index) for option in facet.options}
    assert options["KZ"].count == 0
    assert not options["KZ"].disabled
    assert options["RU"].disabled


def test_unknown_keys_are_refused_by_name(index):
    for query, parameter in [
        ("country=XX", "country"),
        ("lanes=CN,XX", "lanes"),
        ("event=nothing", "event"),
        ("periods=x", "periods"),
    ]:
        with pytest.raises(FilterError) as error:
            EventFilter.from_querydict(QueryDict(query), index)
        assert error.value.parameter == parameter


def test_the_sentence_counts_what_is_shown(index, settings):
    view = EventFilter(country=("CN",))
    rows = index.rows_of(view.bits(index))
    with translation.override("en"):
        text = sentence(view, index)
    assert text.startswith(f"{len(rows)} events, 19")
    assert "China" in text


def test_the_sentence_says_what_the_rows_say(index):
    dice = random.Random(75)
    with translation.override("en"):
        for _turn in range(100):
            view = random_view(dice, index)
            rows = index.rows_of(view.bits(index))
            vague = sum(row.date.approximate or row.date.uncertain or row.date.precision != "day" for row in rows)
            first = min((row.earliest for row in rows if row.earliest is not None), default=None)
            last = max((row.latest for row in rows if row.latest is not None), default=None)
            plain = sentence(view, index, EventFilter())
            parts = [f"{len(rows)} event{'s' * (len(rows) != 1)}"]
            if first is not None and last is not None:
                parts[0] += f", {'–'.join(dict.fromkeys(str(from_day_number(day)[0]) for day in (first, last)))}"
            assert plain.split(";")[0].rstrip(".") == parts[0], view
            assert (f"{vague} date" in plain) == bool(vague), view
            assert (f"differ on {sum(row.differs for row in rows)} event" in plain) == any(row.differs for row in rows)


def test_every_part_of_a_view_has_a_chip_that_takes_it_away(index):
    view = EventFilter(country=("CN", "US"), theme=("aid",), q="dầu", since=HistoricalDate.parse("1950"), importance=1)
    found = chips(view, index)
    assert [chip.parameter for chip in found] == ["country", "country", "theme", "q", "from", "importance"]
    for chip in found:
        smaller = EventFilter.from_querydict(QueryDict(chip.remove_query), index)
        assert smaller in (
            view.without(chip.parameter),
            view.without(chip.parameter, "CN"),
            view.without(chip.parameter, "US"),
        )
