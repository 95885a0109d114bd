"""The bad inputs that a fixture file may be: what stands in it, and what the message must say."""

from typing import NamedTuple


class Bad(NamedTuple):
    """A row of the list of bad inputs, a file's name and content, and a part of the message expected."""

    row: int
    name: str
    content: str | bytes
    message: str


def theme(**fields: str) -> str:
    """A record that is right but for the fields given, as YAML."""
    return record("theme", {"slug": "bad", "name_vi": "Xấu", "name_en": "Bad"} | fields)


def record(model: str, fields: dict[str, str]) -> str:
    lines = [f"- model: events.{model}", "  fields:", *(f"    {name}: {value}" for name, value in fields.items())]
    return "\n".join(lines) + "\n"


def json_theme(**fields: str) -> str:
    """The same as JSON."""
    values = {"slug": '"bad"', "name_vi": '"Xấu"', "name_en": '"Bad"'} | fields
    inside = ",\n".join(f'"{name}": {value}' for name, value in values.items())
    return '[{"model": "events.theme", "fields": {\n' + inside + "\n}}]"


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"

BAD_FILES = [
    # 1 anchors, aliases, merges
    Bad(1, "a.yaml", BOMB, "a.yaml:1: the anchor &a: delete it"),
    Bad(1, "a.yaml", theme(name_en="&x Bad"), "a.yaml:5: the anchor &x: delete it"),
    Bad(1, "a.yaml", theme(name_en="*x"), "a.yaml:5: the alias *x: write the value out"),
    Bad(1, "a.yaml", theme(**{"<<": "{order: '1'}"}), "a.yaml:6: the merge key <<: write the fields out"),
    # 2 tags
    Bad(2, "a.yaml", theme(name_en="!!python/object/apply:os.system [ls]"), "a.yaml:5: the tag tag:yaml.org"),
    Bad(2, "a.yaml", theme(name_en="!!str Bad"), "every value is read as text"),
    Bad(2, "a.yaml", theme(name_en="!mine Bad"), "a.yaml:5: the tag !mine"),
    Bad(2, "a.yaml", "!!omap\n" + theme(), "the tag tag:yaml.org,2002:omap"),
    # 4 the same key twice
    Bad(4, "a.yaml", theme() + "    slug: again\n", 'a.yaml:6: the key "slug" stands twice, in lines 3 and 6'),
    Bad(4, "a.yaml", "- model: events.theme\n  model: auth.user\n  fields: {}\n", "stands twice, in lines 1 and 2"),
    Bad(4, "a.json", json_theme(order='"1",\n"slug": "again"'), 'the key "slug" stands twice, in lines 2 and 6'),
    Bad(4, "a.json", json_theme(order='"1",\n"\\u0073lug": "again"'), 'the key "slug" stands twice'),
    # 14 characters that no text holds
    Bad(14, "a.yaml", theme(name_en="B\0ad"), "a.yaml:5: column 15: U+0000 is a control character: delete it"),
    Bad(14, "a.yaml", theme(name_en="B\x0bad"), "column 15: U+000B"),
    Bad(14, "a.yaml", theme(name_en="B\x85ad"), "column 15: U+0085"),
    Bad(14, "a.yaml", theme(name_en="B\ufffead"), "column 15: U+FFFE is not a character of any script"),
    Bad(14, "a.yaml", theme(name_en="B\ufffdad"), "a letter that a wrong encoding has destroyed"),
    Bad(14, "a.yaml", theme(name_en="B\ue000ad"), "column 15: U+E000"),
    Bad(14, "a.yaml", theme(name_en='"B\\0ad"'), "a.yaml:5 theme bad name_en: character 2: U+0000"),
    Bad(14, "a.json", json_theme(name_en='"B\\ud800ad"'), "a.json:4 theme bad name_en: character 2: U+D800"),
    Bad(14, "a.json", json_theme(name_en='"B\\u0000ad"'), "a.json:4 theme bad name_en: character 2: U+0000"),
    # 15 direction marks and zero width
    Bad(15, "a.yaml", theme(name_en="B\u202ead"), "column 15: U+202E RIGHT-TO-LEFT OVERRIDE is invisible"),
    Bad(15, "a.yaml", theme(name_en="B\u2066ad"), "U+2066 LEFT-TO-RIGHT ISOLATE"),
    Bad(15, "a.yaml", theme(name_en="B\u200bad"), "U+200B ZERO WIDTH SPACE is invisible"),
    Bad(15, "a.yaml", theme(name_en="B\ufeffad"), "U+FEFF"),
    Bad(15, "a.yaml", theme(name_en='"B\\u202Ead"'), "a.yaml:5 theme bad name_en: character 2: U+202E"),
    # 17 other encodings
    Bad(17, "a.yaml", theme().encode("utf-16"), "looks like UTF-16: open it in your editor and save it as UTF-8"),
    Bad(17, "a.yaml", theme().encode("utf-16-le"), "looks like UTF-16"),
    Bad(17, "a.yaml", theme().encode("utf-32"), "looks like UTF-32"),
    Bad(
        17,
        "a.yaml",
        theme(name_vi="Xau", name_en="Москва, столица").encode("cp1251"),
        "a.yaml:5: the file is not in UTF-8, it looks like Windows-1251",
    ),
    Bad(17, "a.yaml", theme(name_vi="ð").replace("Xấu", "").encode("cp1252"), "looks like Windows-1258"),
    Bad(17, "a.yaml", theme(name_vi="N\xadíc").encode("latin-1"), "looks like TCVN3"),
    Bad(17, "a.yaml", theme(name_vi="Genève", name_en="Genève").encode("cp1252"), "looks like Windows-1252 (Latin-1)"),
    # 19 nothing to load
    Bad(19, "a.yaml", "", "a.yaml: no records: the file is empty"),
    Bad(19, "a.yaml", "   \n\n# a comment\n", "no records"),
    Bad(19, "a.yaml", "[]", "no records"),
    Bad(19, "a.json", "", "a.json: no records"),
    Bad(19, "a.json", " \n", "no records"),
    Bad(19, "a.json", "[]", "no records"),
    Bad(19, "a.yaml", "model: events.theme\n", "a list of records is expected"),
    Bad(19, "a.json", '"text"', "a list of records is expected"),
    # 20 cut off, or not the format at all
    Bad(
        20,
        "a.yaml",
        theme(definition_en='"one two\n    three'),
        "what begins in line 6 has no end: is the file cut off?",
    ),
    Bad(20, "a.yaml", theme(name_en="[[CN], [SU"), "is the file cut off?"),
    Bad(20, "a.yaml", theme(name_en="a: b"), "a.yaml:5: not readable as YAML: mapping values are not allowed"),
    Bad(20, "a.yaml", "- model: events.theme\n\tfields: {}\n", "a.yaml:2: not readable as YAML: found a tab"),
    Bad(20, "a.json", json_theme()[:-20], "is the file cut off?"),
    Bad(20, "a.json", json_theme()[:-3], "is the file cut off?"),
    Bad(20, "a.json", "[{'model': 'events.theme'}]", "a.json:1: not readable as JSON: Expecting property name"),
    Bad(20, "a.json", json_theme() + "\n[]", "a.json:6: not readable as JSON: Extra data"),
    Bad(20, "a.yaml", theme() + "---\n" + theme(), "a.yaml:6: a second document begins here"),
    # 24 what is no number
    Bad(
        24, "a.json", json_theme(order="NaN"), 'a.json:5 theme bad order: NaN is not a text: write it in quotes, "NaN"'
    ),
    Bad(24, "a.json", json_theme(order="-Infinity"), "-Infinity is not a text"),
    Bad(24, "a.json", json_theme(order="1e5"), "1e5 is not a text"),
    Bad(24, "a.json", json_theme(order='"NaN"'), '"NaN" is not a whole number'),
    Bad(24, "a.yaml", theme(order="1" * 30), "is not a whole number"),
    Bad(24, "a.yaml", theme(order="1" * 5000), '…" is not a whole number'),
    Bad(24, "a.yaml", theme(order="99999"), '"99999" is out of range: from 0 to 32767'),
    # 25 depth and size
    Bad(25, "a.yaml", "[" * 100_000, "a.yaml:1: lists nested deeper than 20"),
    Bad(25, "a.json", "[" * 100_000, "a.json:1: lists nested deeper than 20"),
    Bad(25, "a.json", '{"a":' * 100_000, "nested deeper than 20"),
    Bad(25, "a.yaml", "# " + "x" * (5 * 1024 * 1024), "larger than 5 MB: split the file"),
    Bad(25, "a.yaml", "[" + "{}," * 20_001 + "]", "more than 20000 records in one file"),
    Bad(25, "a.json", "[" + "{}," * 20_001 + "{}]", "more than 20000 records in one file"),
    Bad(25, "a.yaml", "[" + "a," * 1_000_001 + "]", "more than 1000000 values in one file"),
]
