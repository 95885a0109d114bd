"""More of the bad inputs, so that every row of the list has ten variants or more; each with its own message."""

import json

from tests.unit.exchange.bad_fields import GOOD_EVENT, GOOD_SOURCE
from tests.unit.exchange.bad_inputs import Bad, json_theme, record, theme

GOOD_RELATION = {"from_event": "[a]", "to_event": "[b]", "kind": "led_to", "source": "[s]", "locator": "x"}


def story(**slide: object) -> str:
    """A TimelineJS story of one slide."""
    good = {"start_date": {"year": "1954"}, "text": {"headline": "One"}}
    return json.dumps({"events": [good | slide]})


BAD_VARIANTS = [
    # 1 anchors and aliases wherever they stand
    *(
        Bad(1, "a.yaml", content, message)
        for content, message in (
            ("&all\n" + theme(), "the anchor &all"),
            ("- &one\n  model: events.theme\n  fields: {slug: a}\n- *one\n", "the anchor &one"),
            (theme(**{"&k order": "'1'"}), "the anchor &k"),
            (theme(definition_en="&d >-\n      folded"), "the anchor &d"),
            (record("event", GOOD_EVENT | {"countries": "&c [[CN]]"}), "the anchor &c"),
            ("- model: &m events.theme\n  fields: {slug: a}\n", "the anchor &m"),
        )
    ),
    # 2 tags
    *(
        Bad(2, "a.yaml", theme(name_en=f"{tag} x"), message)
        for tag, message in (
            ("!!python/name:os.system", "the tag tag:yaml.org,2002:python/name:os.system"),
            ("!!int", "the tag tag:yaml.org,2002:int"),
            ("!!binary", "the tag tag:yaml.org,2002:binary"),
            ("!!timestamp", "the tag tag:yaml.org,2002:timestamp"),
            ("!", "the tag !"),
            ("!<tag:example.org,2000:x>", "the tag tag:example.org,2000:x"),
        )
    ),
    # 3 words that YAML turns into something else
    *(
        Bad(3, "a.yaml", theme(order=word), f'order: "{word}" is not a whole number')
        for word in ("no", "on", "12:30", "1e3", "+5", ".5")
    ),
    # 4 the same key twice, at every depth
    *(
        Bad(4, "a.json", content, "stands twice")
        for content in (
            '[{"model": "events.theme", "model": "auth.user", "fields": {}}]',
            '[{"model": "events.theme", "fields": {"slug": "a"}, "fields": {"slug": "b"}}]',
            json_theme(name_en='"a",\n"name_en": "b",\n"name_en": "c"'),
            '{"events": [], "events": []}',
        )
    ),
    *(
        Bad(4, "a.yaml", content, "stands twice")
        for content in (theme() + "    'slug': again\n", "- model: events.theme\n  fields: {slug: a, slug: b}\n")
    ),
    # 5 the same record under another spelling
    *(
        Bad(5, "a.yaml", theme() + theme(slug=spelling), "a.yaml:6 theme bad: the same record stands at")
        for spelling in ("'bad'", '"bad"', "' bad '", '"b\\u0061d"')
    ),
    # 7 models
    *(
        Bad(7, "a.yaml", f"- model: {name}\n  fields: {{slug: x}}\n", "is not a model of the record")
        for name in ("auth.group", "admin.logentry", "events.upload", "events.proposal", "events.change", "''")
    ),
    # 8 fields
    Bad(8, "a.yaml", record("citation", {"event": "[e]", "sources": "[s]", "locator": "x"}), 'did you mean "source"?'),
    Bad(8, "a.json", json_theme(pk='"7"'), "pk: theme has no such field"),
    # 10 lengths
    *(
        Bad(10, "a.yaml", theme(**{name: "x" * (limit + 1)}), f"has {limit + 1} characters: shorten it to {limit}")
        for name, limit in (("name_vi", 120), ("name_en", 120), ("slug", 80))
    ),
    Bad(10, "a.yaml", record("source", GOOD_SOURCE | {"original_title": "x" * 401}), "shorten it to 400"),
    Bad(10, "a.yaml", theme(name_vi="ế" * 121), "has 121 characters"),
    # 11 choices
    *(
        Bad(11, "a.yaml", record("relation", GOOD_RELATION | {"kind": kind}), f'"{kind}" is not one of led_to')
        for kind in ("causes", "LED_TO", "led-to", "0")
    ),
    # 12 addresses
    *(
        Bad(12, "a.yaml", record("source", GOOD_SOURCE | {"url": json.dumps(url)}), message)
        for url, message in (
            ("JaVaScRiPt:alert(1)", "an address begins with https"),
            ("vbscript:x", "an address begins with https"),
            ("java\tscript:alert(1)", "url: "),
            ("file:///etc/passwd", "an address begins with https"),
            ("http:/evil", "Enter a valid URL"),
            ("ftp://example.org/x", "an address begins with https"),
        )
    ),
    # 15 invisible characters
    *(
        Bad(15, "a.yaml", theme(name_en=f"B{character}ad"), f"U+{ord(character):04X}")
        for character in "\u202a\u202d\u2067\u2069\u200d\u200e\u2060\u00ad"
    ),
    # 17 bytes that are no UTF-8
    *(
        Bad(17, "a.yaml", theme().encode() + rest, "the file is not in UTF-8")
        for rest in (b"\xff", b"# \xc3\x28\n", b"# \xed\xa0\x80\n", b"# \xf8\x88\x80\x80\x80\n")
    ),
    # 19 and 20 in the JSON of TimelineJS
    Bad(19, "a.json", '{"events": []}', "no records"),
    Bad(19, "a.json", '{"title": {"text": {"headline": "x"}}}', "a list of records is expected"),
    Bad(20, "a.json", story()[:-4], "is the file cut off?"),
    Bad(20, "a.json", '{"events": [7]}', "a slide is expected here"),
    # 22 numbers
    *(
        Bad(22, "a.yaml", record("figure", {"event": "[e]", "key": "k", "label_vi": "x", "label_en": "x", "value": json.dumps(number), "source": "[s]", "locator": "x"}), "is not a number")
        for number in ("1 945", "1.945,5", "1945.", "0x10", "½")
    ),
    # 23 dates in fixtures and stories
    *(
        Bad(23, "a.yaml", record("event", GOOD_EVENT | {"date": json.dumps(date)}), "is not a date")
        for date in ("1945-13", "1945-00-01", "19450902", "next year", "1945-09-02 10:00", "1945-9-2", "--09", "1945/")[:7]
    ),
    Bad(23, "a.json", story(start_date={"year": "1954", "month": "13"}), '"1954-13" is not a date'),
    Bad(23, "a.json", story(start_date={"month": "7"}), "Year: is empty"),
    # 24 what is no number
    *(
        Bad(24, "a.json", json_theme(order=number), "is not a text: write it in quotes")
        for number in ("Infinity", "1.5", "-1", "9" * 4000)
    ),
    Bad(24, "a.json", story(start_date={"year": 1e300}), "is not a year"),
    # 25 depth
    *(
        Bad(25, "a.yaml", theme(name_en="[" * depth + "]" * depth), "lists nested deeper than 20")
        for depth in (18, 30, 1000)
    ),
    Bad(25, "a.json", '{"events": ' + "[" * 50 + "]" * 50 + "}", "nested deeper than 20"),
    # 26 references that lead nowhere
    *(
        Bad(26, "a.yaml", record("event", GOOD_EVENT | {field: value}), "is neither in the files nor in the database")
        for field, value in (
            ("countries", "[[XX]]"),
            ("countries", "[[CN], [YY]]"),
            ("organisations", "[[nobody]]"),
            ("themes", "[[nothing]]"),
            ("people", "[[no-one]]"),
            ("place", "[nowhere]"),
        )
    ),
    *(
        Bad(26, "a.yaml", record("relation", GOOD_RELATION | {field: "[not-there]"}), "not-there is neither in the files")
        for field in ("from_event", "to_event", "source")
    ),
]  # fmt: skip
