"""The record of the project itself: what every record must be, whoever wrote it."""

from collections import Counter, defaultdict

import pytest
from django.utils import translation

from events.dates import HistoricalDate
from events.dates.display import display
from events.dates.names import MONTHS_EN
from events.exchange.fields import fields_of
from events.exchange.records import Record
from events.exchange.report import Report
from events.exchange.rules import check_references, check_rules
from events.models import (
    Citation,
    Country,
    Event,
    Figure,
    Office,
    Organisation,
    Period,
    Person,
    Place,
    Relation,
    Source,
    Theme,
)
from tests.unit.project_record import all_records
from tests.unit.told_numbers import ENGLISH_MONTH, NUMBER

EXPECTED_EVENTS = (
    "geneva-accords-1954",
    "resolution-15-1959",
    "chengdu-talks-1990",
    "vietsovpetro-1981",
    "comprehensive-strategic-partnership-russia-2012",
)
# Event and person who were not alive together, each with the reason why they are linked all the same.
OUTSIDE_THEIR_LIVES: dict[tuple[str, str], str] = {
    ("putin-article-2024", "ho-chi-minh"): "the article is about him; he takes no part in its appearance",
}
# What uses a record of a kind: a country that only a place names is used, a person whom only an office names is not.
USED_BY = {
    Country: (Event, Organisation, Person, Office, Place, Country),
    Organisation: (Event, Office),
    Theme: (Event,),
    Person: (Event,),
    Place: (Event,),
    Source: (Citation, Relation, Figure, Period),
}


def records_of(model) -> list[Record]:
    return [record for record in all_records() if record.model is model]


def dates() -> list[HistoricalDate]:
    return [value for record in all_records() for value in record.values.values() if isinstance(value, HistoricalDate)]


def test_it_is_as_large_as_a_first_record_should_be():
    counts = Counter(record.model for record in all_records())
    assert counts[Event] >= 45
    assert counts[Relation] >= 40
    assert {record.key[0] for record in records_of(Event)} >= set(EXPECTED_EVENTS)


def test_all_references_resolve_and_all_rules_hold():
    records = all_records()
    known = defaultdict(set)
    for record in records:
        known[record.model].add(record.key)
    report = Report()
    with translation.override("en"):
        check_references(records, known, report)
        assert not report.count, report.lines()
        check_rules(records, {record.name: record for record in records}, report)
        assert not report.count, report.lines()


@pytest.mark.parametrize("model", USED_BY, ids=lambda model: model.__name__)
def test_nothing_stands_there_unused(model):
    users = [record for record in all_records() if record.model in USED_BY[model]]
    used = {name for record in users for _field, name in record.references() if name != record.name}
    assert [record.label for record in records_of(model) if record.name not in used] == []


def test_every_event_has_a_citation_with_its_place_in_the_source():
    cited = {record.values["event"] for record in records_of(Citation) if record.values["locator"]}
    assert [record.label for record in records_of(Event) if record.key not in cited] == []


def test_dates_come_back_as_they_were_written():
    assert len(dates()) > 150
    for date in dates():
        assert HistoricalDate.parse(str(date)) == date
        assert (date.earliest is None or date.latest is None) or date.earliest <= date.latest


def test_people_take_part_while_they_live():
    lives = {record.key: (record.values["born"], record.values["died"]) for record in records_of(Person)}
    outside = set()
    for event in records_of(Event):
        for person in event.values["people"]:
            born, died = lives[person]
            if not event.values["date"].overlaps(born and born.earliest, died and died.latest):
                outside.add((event.key[0], person[0]))
    assert outside == set(OUTSIDE_THEIR_LIVES)
    assert all(OUTSIDE_THEIR_LIVES.values())


def test_terms_of_office_lie_inside_lives():
    people = {record.key: record.values for record in records_of(Person)}
    for office in records_of(Office):
        person, term = people[office.values["person"]], office.values["term"]
        assert term.overlaps(person["born"] and person["born"].earliest, person["died"] and person["died"].latest), (
            office.label
        )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_label_claims_more_than_its_date(language):
    """Every number and every month in the words stands in the date itself."""
    for date in dates():
        label = display(date, language)
        written = {
            int(number)
            for number in NUMBER["en"].findall(date.text.replace("X", "0").replace("/", " ").replace("-", " "))
        }
        told = {int(number) for number in NUMBER["en"].findall(label)}
        told |= {MONTHS_EN.index(name) for name in ENGLISH_MONTH.findall(label) if language == "en"}
        assert told <= written, f"{date.text} is shown as {label}"


def test_two_states_never_look_the_same():
    looks = Counter((record.values["colour"], record.values["shape"]) for record in records_of(Country))
    assert [look for look, count in looks.items() if count > 1] == []


def test_titles_fit():
    for event in records_of(Event):
        for language in ("vi", "en"):
            assert len(event.values[f"title_{language}"]) <= 70, event.label


def test_every_field_of_every_model_has_a_rule():
    for model in {record.model for record in all_records()}:
        assert set(fields_of(model)) == set(records_of(model)[0].values)
