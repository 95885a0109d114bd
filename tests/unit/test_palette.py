"""The colours of the countries and of the words, computed from the style sheets for every ground."""

import re
from itertools import combinations

import pytest

from .colours import VISIONS, contrast, distance
from .style_sheets import STYLES, read, resolve, sheets
from .test_style_sheets import CHOICES

SHEETS = sheets()
RAW = {
    name: value
    for rule in read(SHEETS["tokens.css"])
    for name, value in rule.declarations.items()
    if name.startswith("--")
}
COUNTRIES = [f"country-{number}" for number in range(1, 9)]
GROUNDS = ["ground", "surface", "shade", "accent-pale", "wash-1", "wash-2", "wash-3"]


def colours(ground: str) -> dict[str, str]:
    """Every role on one of the four grounds, or on paper, as `#rrggbb`."""
    found = {}
    for rule in read(SHEETS["grounds.css"]):
        chosen = f'[data-theme="{ground}"]' in rule.selectors and len(rule.around) == 1
        if ":root" in rule.selectors or chosen or (ground == "paper" and "@media print" in rule.around):
            found |= {name.removeprefix("--"): resolve(value, RAW) for name, value in rule.declarations.items()}
    return found


def test_the_formulas_give_the_published_values():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    # Two sRGB colours, computed with two other programs.
    assert distance("#ff0000", "#00ff00") == pytest.approx(86.6, abs=0.1)
    assert distance("#1054b8", "#1054b8") == 0
    # Red and green come close for who lacks one of the two, blue and yellow do not.
    assert distance("#a03030", "#506010", "deuteranopia") < 0.5 * distance("#a03030", "#506010")
    assert distance("#0000ff", "#ffff00", "deuteranopia") > 50


@pytest.mark.parametrize("ground", [*CHOICES, "paper"])
def test_every_country_stands_out_from_every_ground(ground):
    roles = colours(ground)
    assert len({roles[country] for country in COUNTRIES}) == 8
    for country in COUNTRIES:
        for under in ("ground", "surface", "wash-1", "wash-2", "wash-3"):
            found = contrast(roles[country], roles[under])
            assert found >= 3, f"{ground}: {country} {roles[country]} on {under} {roles[under]}: {found:.2f}"


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("ground", ["light", "dark"])
def test_countries_look_different_to_everyone(ground, vision):
    """High contrast keeps the inks of its side."""
    roles = colours(ground)
    for one, other in combinations(COUNTRIES, 2):
        found = distance(roles[one], roles[other], vision)
        assert found >= 10, f"{ground}, {vision}: {one} {roles[one]} and {other} {roles[other]}: {found:.1f}"


@pytest.mark.parametrize("ground", [*CHOICES, "paper"])
def test_words_and_lines_are_read_on_every_ground(ground):
    roles = colours(ground)
    least = 7 if "-on-" in ground else 4.5
    for under in GROUNDS:
        for words in ("ink", "ink-2", "accent"):
            found = contrast(roles[words], roles[under])
            assert found >= least, f"{ground}: {words} {roles[words]} on {under} {roles[under]}: {found:.2f}"
    for under in ("ground", "surface"):
        for line in ("line", "focus"):
            assert contrast(roles[line], roles[under]) >= 3, f"{ground}: {line} on {under}"
    assert contrast(roles["ground"], roles["accent"]) >= least, "words on a filled mark"
    if "-on-" in ground:
        assert contrast(roles["hairline"], roles["ground"]) >= 7
        assert colours(ground)["country-1"] == colours("light" if ground == "black-on-white" else "dark")["country-1"]


def test_the_browsers_bar_has_the_colour_of_each_ground():
    project = STYLES.parents[1]
    line = re.search(r"const colours = \{(.+)\};", (project / "static" / "js" / "ui" / "ground.js").read_text())
    told = re.findall(r'"?([a-z-]+)"?: "(#[0-9a-f]+)"', line.group(1))
    assert told == [(ground, colours(ground)["ground"]) for ground in CHOICES]
    metas = re.findall(
        r'prefers-color-scheme: (\w+)\)" content="(#\w+)"', (project / "templates" / "base.html").read_text()
    )
    assert metas == told[:2]
