"""What records must say together, told over the files alone."""

from collections import defaultdict

import pytest
from django.utils import translation

from events.exchange.load import read_records
from events.exchange.report import Report
from events.exchange.rules import check_references, check_rules
from tests.unit.exchange.bad_fields import GOOD_EVENT, GOOD_SOURCE
from tests.unit.exchange.bad_inputs import record, theme

TEXTS = {f"{name}_{code}": "x" for name in ("summary", "significance") for code in ("vi", "en")}
SOURCE = record("source", GOOD_SOURCE)


@pytest.fixture
def problems(tmp_path):
    """The messages about a file, from references and rules."""

    def problems_of(content):
        path = tmp_path / "a.yaml"
        path.write_text(content)
        records = read_records([path])
        known = defaultdict(set)
        for one in records:
            known[one.model].add(one.key)
        report = Report()
        with translation.override("en"):
            check_references(records, known, report)
            if not report.count:
                check_rules(records, {one.name: one for one in records}, report)
        return "\n".join(map(str, report.problems))

    return problems_of


def event(slug, **fields):
    titles = {"title_vi": f"Việc {slug}", "title_en": f"About {slug}"}
    return record("event", GOOD_EVENT | titles | {"slug": slug} | fields)


def citation(slug, **fields):
    return record("citation", {"event": f"[{slug}]", "source": "[s]", "locator": "§1"} | fields)


def relation(start, kind, end):
    fields = {"from_event": f"[{start}]", "to_event": f"[{end}]", "kind": kind, "source": "[s]", "locator": "§1"}
    return record("relation", fields)


def test_a_reference_to_nothing_names_its_nearest_neighbour(problems):
    found = problems(theme(slug="diplomacy") + event("e", themes="[[diplomcy]]", place="[geneva]"))
    assert (
        'a.yaml:12 event e themes: theme diplomcy is neither in the files nor in the database; did you mean "diplomacy"?'
        in found
    )
    assert "a.yaml:13 event e place: place geneva is neither in the files nor in the database" in found


def test_a_reference_may_stand_before_what_it_points_to(problems):
    assert problems(citation("e") + event("e") + SOURCE) == ""


class TestPublished:
    def test_needs_both_languages_and_a_source(self, problems):
        found = problems(event("e", status="published", summary_vi="x", summary_en="x", significance_vi="x"))
        assert "event e significance_en: a published event needs this text" in found
        assert "a.yaml:7 event e status: a published event needs at least one source" in found

    def test_is_content_with_them(self, problems):
        assert problems(event("e", status="published", **TEXTS) + citation("e") + SOURCE) == ""

    def test_a_draft_needs_nothing(self, problems):
        assert problems(event("e")) == ""


def test_a_citation_that_differs_needs_both_notes(problems):
    found = problems(event("e") + citation("e", stance="differs", stated_value="1955", note_vi="x") + SOURCE)
    assert "note_en: a citation that differs needs its note in both languages" in found
    assert "note_vi" not in found


def test_a_figure_that_is_lost_needs_both_notes(problems):
    figure = {"event": "[e]", "key": "k", "label_vi": "x", "label_en": "x", "source": "[s]", "locator": "x"}
    found = problems(event("e") + SOURCE + record("figure", figure))
    assert "figure e / k note_vi: a figure without value needs a note" in found
    assert problems(event("e") + SOURCE + record("figure", figure | {"value": '"0"'})) == ""


def test_one_preferred_date_per_event(problems):
    found = problems(
        event("e")
        + SOURCE
        + citation("e", supports="date", preferred="true")
        + citation("e", locator="§2", supports="date", preferred="true")
        + citation("e", locator="§3", supports="fact", preferred="true")
    )
    assert found.count("already gives the preferred date") == 2
    assert "citation e / s / §2 preferred: citation e / s / §1 already" in found


@pytest.mark.parametrize(
    ("kind", "first", "second", "is_refused"),
    [
        ("led_to", "1990", "1989", True),
        ("led_to", "1989", "1990", False),
        ("led_to", "1990-05", "1990", False),
        ("followed_by", "1990-05", "1990-04", True),
        ("responded_to", "1989", "1990", True),
        ("responded_to", "1990", "1989", False),
        ("ended", "1989-12-31", "1990-01-01", True),
        ("reaffirmed", "1990", "../1980", False),
        ("part_of", "1990", "1980", False),
    ],
)
def test_a_cause_may_not_surely_begin_after_its_effect(problems, kind, first, second, is_refused):
    found = problems(event("a", date=f'"{first}"') + event("b", date=f'"{second}"') + SOURCE + relation("a", kind, "b"))
    assert ("relation a / b / " + kind + " kind: The earlier event" in found) == is_refused


class TestCircles:
    def test_nothing_is_part_of_itself_by_way_of_others(self, problems):
        events = "".join(event(slug, date=f'"19{50 + number}"') for number, slug in enumerate("abcd"))
        links = relation("a", "part_of", "b") + relation("b", "part_of", "c") + relation("d", "part_of", "a")
        assert problems(events + SOURCE + links) == ""
        found = problems(events + SOURCE + links + relation("c", "part_of", "a"))
        assert "a circle: a → b → c → a; take one link out" in found

    def test_no_state_succeeds_itself(self, problems):
        names = {"name_vi": "x", "name_en": "x"}
        countries = [
            record("country", {"code": one, "successor": f"[{two}]"} | names)
            for one, two in (("AA", "BB"), ("BB", "AA"))
        ]
        assert "country AA successor: a circle: AA → BB → AA" in problems("".join(countries))

    def test_a_long_chain_is_no_circle_and_no_recursion(self, problems):
        events = "".join(event(f"e{number}", date=f'"{number}"') for number in range(1000, 3000))
        links = "".join(relation(f"e{number}", "part_of", f"e{number + 1}") for number in range(1000, 2999))
        assert problems(events + SOURCE + links) == ""


class TestDuplicates:
    def test_the_same_happening_twice_is_refused(self, problems):
        found = problems(
            event("one", date='"1954-07-20"', title_vi="Hiệp định Giơnevơ được ký", title_en="A")
            + event("two", date='"1954-07-21"', title_vi="Hiệp định Gionevo được kí", title_en="B")
        )
        assert "event two: looks like event one: the same days and countries" in found

    @pytest.mark.parametrize(
        "other",
        [
            {"date": '"1954-07-28"'},
            {"date": '"1954-07"'},
            {"title_en": "A completely different matter", "title_vi": "Một việc khác hẳn"},
            {"title_en": "Geneva meeting 2", "title_vi": "Họp Giơnevơ lần 2"},
        ],
    )
    def test_another_day_title_or_number_is_another_event(self, problems, other):
        fields = {"date": '"1954-07-20"', "title_vi": "Họp Giơnevơ lần 1", "title_en": "Geneva meeting 1"}
        assert problems(event("one", **fields) + event("two", **fields | other)) == ""

    def test_another_country_is_another_event(self, problems):
        names = {"name_vi": "x", "name_en": "x"}
        assert (
            problems(
                record("country", {"code": "CN"} | names)
                + event("one", title_vi="Như nhau", title_en="The same")
                + event("two", title_vi="Như nhau", title_en="The same", countries="[[CN]]")
            )
            == ""
        )
