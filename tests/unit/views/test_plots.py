"""Plots are drawn to scale, say every number in words, and look as they were last looked at."""

import os
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from events.views.plots import Bar, Part, Plot, bars, em, pairs, percent

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "plots"

PLOTS = {
    "bars": bars([Bar("Growth in artillery", "205%", 205), Bar("Growth in light weapons", "140%", 140)]),
    "shares": bars([Bar("China's share of aid", "about 50%", 50, loose=True)], whole=100),
    "pairs": pairs(
        [
            ("Tanks", Part("Soviet Union", "687", 687, "country-2"), Part("China", "552", 552, "country-1")),
            ("Anti-aircraft guns", Part("donor unclear", "3,229", 3229), Part("lost cell", "lost in the copy", None)),
        ]
    ),
}


def drawn(plot: Plot) -> str:
    return render_to_string("_components/plot.html", {"plot": plot, "name": "plot-x", "title": "Arms: a plot"})


@pytest.mark.parametrize("name", PLOTS)
def test_golden(name):
    """Set GOLDEN=write to accept what is drawn now; look at it first."""
    path = GOLDEN / f"{name}.svg"
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn(PLOTS[name]), encoding="utf-8")
    assert drawn(PLOTS[name]) == path.read_text(encoding="utf-8")


def test_bars_share_one_scale_from_zero():
    plot = bars([Bar("a", "1", 1), Bar("b", "4", 4), Bar("c", "0", 0)])
    assert [rect.width for rect in plot.rects] == ["25%", "100%", "0%"]
    assert {rect.x for rect in plot.rects} == {"0%"}


def test_a_share_is_measured_against_the_whole():
    frame, bar = bars([Bar("a", "49%", 49)], whole=100).rects
    assert (frame.css, frame.width) == ("plot__whole", "100%")
    assert (bar.css, bar.width) == ("plot__bar", "49%")


def test_a_loose_number_has_a_striped_end_inside_its_bar():
    bar, end = bars([Bar("a", "about 2", 2, loose=True)]).rects
    assert end.css == "plot__stripes"
    assert (end.x, end.width) == ("96%", "4%")
    assert bar.width == "100%"
    tiny = bars([Bar("a", "100", 100), Bar("b", "about 1", 1, loose=True)]).rects[-1]
    assert (tiny.x, tiny.width) == ("0%", "1%")


def test_a_pair_divides_its_sum():
    left, right, stripes = pairs([("x", Part("A", "1", 1), Part("B", "3", 3))]).rects
    assert (left.x, left.width) == ("0%", "25%")
    assert (right.x, right.width) == (stripes.x, stripes.width) == ("25%", "75%")


def test_a_lost_number_has_words_and_no_bar():
    plot = pairs([("x", Part("A", "1", 1), Part("B", "lost", None))])
    assert plot.rects == []
    assert [text.words for text in plot.texts] == ["x", "A: 1; lost"]


def test_every_word_and_value_is_written_and_nothing_overlaps():
    label = "Share of the army's modern weapons that were bought abroad in the years told"
    plot = bars([Bar(label, "more than 80%", 80), Bar("b", "1", 1)])
    assert " ".join(text.words for text in plot.texts).split()[:-1] == label.split()
    assert [text.value for text in plot.texts if text.value] == ["more than 80%", "1"]
    heights = [float(text.y.removesuffix("em")) for text in plot.texts]
    assert all(b - a >= 1.5 for a, b in zip(heights, heights[1:], strict=False))
    assert float(plot.height.removesuffix("em")) > heights[-1]


def test_no_numbers_make_an_empty_plot():
    assert bars([]).rects == []
    assert pairs([]).height == "0em"


def test_it_has_a_name_and_carries_no_style():
    svg = drawn(PLOTS["pairs"])
    assert 'role="img" aria-labelledby="plot-x-title"' in svg
    assert '<title id="plot-x-title">Arms: a plot</title>' in svg
    assert not re.search(r"style=|<script|fill=\"#", svg)


def test_lengths_are_rounded():
    assert em(1.23456) == "1.23em"
    assert percent(100 / 3) == "33.33%"
