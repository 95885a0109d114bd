"""The order of the style sheets: tokens in three tiers, one component a file, one layer a file, grounds alike."""

import re

from .style_sheets import read, resolve, sheets

SHEETS = sheets()
RULES = {name: read(text) for name, text in SHEETS.items()}
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklab|oklch|color)\(", re.IGNORECASE)
LAYERS = ("reset", "base", "layout", "components", "timeline", "utilities", "print")
CHOICES = ("light", "dark", "black-on-white", "white-on-black")


def tokens(*names: str) -> dict[str, str]:
    return {
        name: value
        for sheet in names
        for rule in RULES[sheet]
        for name, value in rule.declarations.items()
        if name.startswith("--")
    }


def test_every_sheet_stands_in_exactly_one_layer():
    assert SHEETS["tokens.css"].startswith(f"@layer {', '.join(LAYERS)};")
    for name, text in SHEETS.items():
        outer = (
            re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).removeprefix(f"@layer {', '.join(LAYERS)};").split("{")[0]
        )
        found = {rule.around[0] for rule in RULES[name]}
        assert found == {outer.strip()}, name
        layer = found.pop().removeprefix("@layer ")
        expected = {"components": "components", "timeline": "timeline"}.get(name.partition("/")[0])
        own = name.removesuffix(".css")
        # Sheets of single pages are components that only these pages load.
        assert layer == (
            expected or {"tokens": "base", "grounds": "base"}.get(own, own if own in LAYERS else "components")
        )
        assert len(text.splitlines()) <= 300, name


def test_colours_are_raw_then_named_then_roles():
    raw = {name for name, value in tokens("tokens.css").items() if COLOUR.match(value)}
    named = {name for name, value in tokens("tokens.css").items() if re.fullmatch(r"var\(--[a-z]+-\d+\)", value)}
    assert len(raw) > 40
    assert len(named) > 40
    for name in raw:
        assert re.fullmatch(r"--(white|black|[a-z]+-\d+)", name), f"{name}: a raw colour is a hue and a lightness"
    for name in named:
        assert resolve(f"var({name})", tokens("tokens.css")).startswith("#"), name
    for rule in RULES["grounds.css"]:
        for name, value in rule.declarations.items():
            if value.startswith("var("):
                assert name not in raw | named, f"{name} is no role"
                assert value[4:-1] in named | {"--white", "--black"} | {
                    n for n in raw if n.startswith(("--grey", "--soot"))
                }, f"{name}: {value} is not a named colour"


def test_other_sheets_use_roles_only():
    roles = set(tokens("grounds.css")) | {
        name for name, value in tokens("tokens.css").items() if not COLOUR.match(value) and not value.startswith("var(")
    }
    for name, rules in RULES.items():
        if name in ("tokens.css", "grounds.css"):
            continue
        own = {token for rule in rules for token in rule.declarations if token.startswith("--")}
        for rule in rules:
            for prop, value in rule.declarations.items():
                assert not COLOUR.search(value), f"{name}: {prop}: {value} is a colour of its own"
                used = set(re.findall(r"var\((--[a-z0-9-]+)", value))
                assert used <= roles | own | {"--country"}, f"{name}: {prop}: {sorted(used - roles - own)} is no role"


def test_every_token_is_used():
    text = "".join(SHEETS.values())
    unused = {name for name in tokens("tokens.css", "grounds.css") if f"var({name})" not in text}
    assert unused == set()


def test_a_ground_is_the_same_for_the_device_and_for_the_reader():
    blocks: dict[frozenset, list] = {}
    for rule in RULES["grounds.css"]:
        media = [around for around in rule.around if around.startswith("@media") and "print" not in around]
        if media and "forced" not in media[0]:
            assert rule.selectors == (':root:is(:not([data-theme]), [data-theme="auto"])',)
            blocks[frozenset(rule.declarations.items())] = []
    assert len(blocks) == 3
    for rule in RULES["grounds.css"]:
        if len(rule.around) == 1 and frozenset(rule.declarations.items()) in blocks:
            blocks[frozenset(rule.declarations.items())].append(rule.selectors)
    assert sorted(blocks.values()) == [
        [('[data-theme="black-on-white"]',)],
        [('[data-theme="dark"]', '[data-theme="white-on-black"]')],
        [('[data-theme="white-on-black"]',)],
    ]


def test_no_id_and_nothing_important_outside_reset_and_print():
    for name, rules in RULES.items():
        for rule in rules:
            assert not any("#" in selector for selector in rule.selectors), f"{name}: {rule.selectors}"
            if name not in ("reset.css", "print.css") and "@media print" not in rule.around:
                assert not any("!important" in value for value in rule.declarations.values()), (
                    f"{name}: {rule.selectors}"
                )
