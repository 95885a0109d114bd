"""The bad inputs that stand in readable files: models, fields and values that the record does not have."""

from tests.unit.exchange.bad_inputs import Bad, json_theme, record, theme

GOOD_SOURCE = {"key": "s", "kind": "press", "csl_type": "book", "original_title": "T", "title_vi": "T", "title_en": "T"}
GOOD_EVENT = {"slug": "e", "date": '"1954"', "title_vi": "T", "title_en": "T"}
BAD_FIELDS = [
    # 3 what YAML 1.1 would have turned into something else is text, and judged as text
    Bad(3, "a.yaml", record("event", GOOD_EVENT | {"date": "12:30"}), 'date: "12:30" is not a date'),
    Bad(3, "a.yaml", theme(order="0755"), 'order: "0755" is not a whole number'),
    Bad(3, "a.yaml", theme(order="0x1F"), '"0x1F" is not a whole number'),
    Bad(3, "a.yaml", theme(order="1_000"), '"1_000" is not a whole number'),
    Bad(3, "a.yaml", record("event", GOOD_EVENT | {"date": "-257"}), 'date: "-257" is not a date'),
    # 7 models that are not of the record
    Bad(
        7,
        "a.yaml",
        "- model: auth.user\n  fields: {username: x, is_superuser: true}\n",
        'a.yaml:1: "auth.user" is not a model of the record; there are events.country',
    ),
    Bad(7, "a.yaml", "- model: events.recordversion\n  fields: {number: '1'}\n", "is not a model of the record"),
    Bad(7, "a.yaml", "- model: events.evnt\n  fields: {slug: x}\n", 'did you mean "events.event"?'),
    Bad(7, "a.yaml", "- model: Events.Theme\n  fields: {slug: x}\n", 'did you mean "events.theme"?'),
    Bad(7, "a.yaml", "- model: [events.theme]\n  fields: {slug: x}\n", "is not a model of the record"),
    Bad(7, "a.yaml", "- fields: {slug: x}\n", "is not a model of the record"),
    Bad(7, "a.json", '[{"model": "sessions.session", "fields": {}}]', '"sessions.session" is not a model'),
    # 8 unknown fields
    Bad(8, "a.yaml", theme(titel="x"), "a.yaml:6 theme bad titel: theme has no such field"),
    Bad(8, "a.yaml", theme(nam_vi="x"), 'theme has no such field; did you mean "name_vi"?'),
    Bad(8, "a.yaml", theme(id="7"), "id: is filled in by the program: delete the line"),
    Bad(8, "a.yaml", record("event", GOOD_EVENT | {"search": "x"}), "search: is filled in by the program"),
    Bad(
        8,
        "a.yaml",
        record("event", GOOD_EVENT | {"loaded_version": "9"}),
        "loaded_version: is filled in by the program",
    ),
    Bad(
        8,
        "a.yaml",
        "- model: events.theme\n  pk: '1'\n  fields: {slug: a, name_vi: b, name_en: c}\n",
        "a.yaml:2: records are found by their natural key: delete the line pk",
    ),
    Bad(8, "a.yaml", "- model: events.theme\n  field: {slug: a}\n", '"field" is unknown here; did you mean "fields"?'),
    Bad(8, "a.yaml", "- model: events.theme\n", '"fields" is missing'),
    Bad(8, "a.yaml", "- events.theme\n", 'a record is expected, with "model" and "fields"'),
    # 9 wrong types
    Bad(
        9,
        "a.json",
        json_theme(name_en="1945"),
        'a.json:4 theme bad name_en: 1945 is not a text: write it in quotes, "1945"',
    ),
    Bad(9, "a.json", json_theme(name_en="null"), "name_en: nothing is written here (null)"),
    Bad(9, "a.yaml", theme(name_en="null"), "name_en: nothing is written here (null)"),
    Bad(9, "a.yaml", theme(name_en="~"), "nothing is written here (null)"),
    Bad(9, "a.yaml", theme(name_en=""), "nothing is written here (null)"),
    Bad(9, "a.yaml", theme(name_en="[a, b]"), "name_en: a list stands where one text is expected"),
    Bad(9, "a.yaml", theme(name_en="{a: b}"), "keys with values stand where one text is expected"),
    Bad(9, "a.yaml", theme(name_en="'  '"), "name_en: is empty, but the field is required"),
    Bad(9, "a.yaml", record("theme", {"slug": "bad", "name_vi": "X"}), "a.yaml:1 theme bad name_en: is missing"),
    Bad(
        9,
        "a.yaml",
        record("event", GOOD_EVENT | {"countries": "[CN, SUHH]"}),
        "countries: every key needs brackets of its own: write [[CN], [SUHH]]",
    ),
    Bad(9, "a.yaml", record("event", GOOD_EVENT | {"countries": "CN"}), "write [[CN]]"),
    Bad(9, "a.yaml", record("event", GOOD_EVENT | {"countries": "[[CN], [CN]]"}), '"CN" stands twice in the list'),
    Bad(9, "a.yaml", record("event", GOOD_EVENT | {"countries": "[[[CN]]]"}), "one key in brackets is expected"),
    Bad(
        9, "a.yaml", record("event", GOOD_EVENT | {"place": "hanoi"}), "place: a key stands in brackets: write [hanoi]"
    ),
    Bad(9, "a.yaml", record("event", GOOD_EVENT | {"place": "[]"}), "or leave the line out"),
    Bad(9, "a.yaml", record("event", GOOD_EVENT | {"place": "[a, b]"}), "one key in brackets is expected"),
    Bad(9, "a.json", '[{"model": "events.event", "fields": {"slug": "e", "place": 7}}]', "place: 7 is not a text"),
    Bad(
        9,
        "a.yaml",
        record("citation", {"event": "[e]", "source": "[s]", "locator": "x", "preferred": "yes"}),
        '"yes" is neither true nor false',
    ),
    # 10 too long
    Bad(10, "a.yaml", record("event", GOOD_EVENT | {"title_en": "x" * 71}), '…" has 71 characters: shorten it to 70'),
    Bad(10, "a.yaml", theme(slug="x" * 81), "has 81 characters: shorten it to 80"),
    Bad(
        10,
        "a.yaml",
        record("country", {"code": "SOVIET", "name_vi": "x", "name_en": "x"}),
        '"SOVIET" has 6 characters: shorten it to 4',
    ),
    Bad(
        10,
        "a.yaml",
        record("place", {"slug": "p", "name_vi": "x", "name_en": "x", "latitude": '"1.23456"'}),
        "at most 3 digits before the point and 4 after it",
    ),
    Bad(10, "a.yaml", theme(name_en='"a\\nb"'), "has a line break or a tab"),
    # 11 choices
    Bad(
        11,
        "a.yaml",
        record("event", GOOD_EVENT | {"status": "publish"}),
        '"publish" is not one of draft, in_review, published, withdrawn; did you mean "published"?',
    ),
    Bad(11, "a.yaml", record("event", GOOD_EVENT | {"importance": "4"}), '"4" is not one of 1, 2, 3'),
    Bad(11, "a.yaml", record("source", GOOD_SOURCE | {"kind": "Press"}), '"Press" is not one of primary'),
    # 12 addresses
    Bad(
        12,
        "a.yaml",
        record("source", GOOD_SOURCE | {"url": "javascript:alert(1)"}),
        "an address begins with https:// or http://",
    ),
    Bad(
        12,
        "a.yaml",
        record("source", GOOD_SOURCE | {"url": "data:text/html,x"}),
        "an address begins with https:// or http://",
    ),
    Bad(
        12,
        "a.yaml",
        record("source", GOOD_SOURCE | {"url": "//example.org"}),
        "an address begins with https:// or http://",
    ),
    Bad(
        12,
        "a.yaml",
        record("source", GOOD_SOURCE | {"url": "https://user:word@example.org/"}),
        "a user name or a password",
    ),
    Bad(12, "a.yaml", record("source", GOOD_SOURCE | {"url": '"https://exa mple.org"'}), "Enter a valid URL"),
    Bad(12, "a.yaml", record("source", GOOD_SOURCE | {"url": '"https://[x"'}), "is not an address"),
    # 22 numbers in other forms, keys in other forms
    Bad(
        22,
        "a.yaml",
        record("place", {"slug": "p", "name_vi": "x", "name_en": "x", "latitude": '"1,945"'}),
        '"1,945" is not a number',
    ),
    Bad(22, "a.yaml", theme(order='"1.0"'), '"1.0" is not a whole number'),
    Bad(22, "a.yaml", theme(order='"١٢"'), "is not a whole number"),
    Bad(
        22, "a.yaml", theme(slug="Điện Biên Phủ"), 'write small letters a-z, digits and single hyphens, "dien-bien-phu"'
    ),
    Bad(22, "a.yaml", theme(slug="Đ"), '"d"'),
    # 23 dates
    Bad(
        23,
        "a.yaml",
        record("event", GOOD_EVENT | {"date": '"1990-09-31"'}),
        'a.yaml:4 event e date: "1990-09-31" is not a date: September has 30 days',
    ),
    Bad(23, "a.yaml", record("event", GOOD_EVENT | {"date": '"02/09/1945"'}), "either way round"),
    Bad(23, "a.yaml", record("event", GOOD_EVENT | {"date": '"1954/1953"'}), "before it begins"),
    # what the constraints of the database say, in their own words
    Bad(
        9,
        "a.yaml",
        record("place", {"slug": "p", "name_vi": "x", "name_en": "x", "latitude": '"1.5"'}),
        "Give both latitude and longitude, or neither.",
    ),
    Bad(
        9,
        "a.yaml",
        record(
            "country", {"code": "XX", "name_vi": "x", "name_en": "x", "first_year": '"1991"', "last_year": '"1922"'}
        ),
        "The first year is after the last year.",
    ),
    Bad(
        9,
        "a.yaml",
        record("citation", {"event": "[e]", "source": "[s]", "locator": "x", "stance": "differs"}),
        "must say which value it gives",
    ),
    Bad(
        26,
        "a.yaml",
        record("relation", {"from_event": "[e]", "to_event": "[e]", "kind": "led_to", "source": "[s]", "locator": "x"}),
        "An event cannot be related to itself.",
    ),
    # 5 the same record twice
    Bad(5, "a.yaml", theme() + theme(), "a.yaml:6 theme bad: the same record stands at"),
    Bad(5, "a.yaml", theme() + theme(name_en="Other"), "a.yaml:1: keep one"),
]
