"""The empty sheet of events: its columns, what to write in each, and one example row that can be imported."""

from django.utils.translation import gettext as _

from events.languages import LANGUAGES

from .sheet import COMMENT, SOURCES, columns, write_rows

EXAMPLE = {
    "slug": "example-talks-1990",
    "date": "1990-09-03/1990-09-04",
    "title_vi": "Hội đàm mẫu",
    "title_en": "Example talks",
    "title_ru": "",
    "summary_vi": "Hai đến bốn câu, 40 đến 90 chữ, trung lập, bằng lời của mình.",
    "summary_en": "Two to four sentences, 40 to 90 words, neutral, in your own words.",
    "summary_ru": "",
    "significance_vi": "Một câu: ai cho rằng sự kiện này quan trọng, và vì sao.",
    "significance_en": "One sentence: who says it mattered, and why.",
    "significance_ru": "",
    "alternative_names_vi": "",
    "alternative_names_en": "",
    "alternative_names_ru": "",
    "importance": "2",
    "countries": "CN; SUHH",
    "organisations": "",
    "themes": "diplomacy; normalization",
    "people": "",
    "place": "hanoi",
    SOURCES: "pham-phuc-vinh-normalization §3; bui-thanh-son-interview answer 3",
    "status": "draft",
    "version": "",
}


def template() -> str:
    """The sheet as CSV: header, a comment row that explains every column, an example."""
    help_row = [_help(name) for name in columns()]
    help_row[0] = f"{COMMENT} {help_row[0]}"
    return write_rows([columns(), help_row, [EXAMPLE[name] for name in columns()]])


def _help(name: str) -> str:
    stem = next((name.removesuffix(f"_{code}") for code in LANGUAGES if name.endswith(f"_{code}")), name)
    return {
        "slug": _(
            "a key of small letters, digits and hyphens, with the year; never used before (delete this row or keep it)"
        ),
        "date": _("EDTF: 1954, 1954-07, 1954-07-21, 1990-09-03/1990-09-04, 1965~ (about), 2012/.. (still open)"),
        "title": _("up to 70 characters"),
        "summary": _("40 to 90 words, neutral, in your own words"),
        "significance": _("one sentence: who says it mattered, and why"),
        "alternative_names": _("other usual names, with a semicolon between them"),
        "importance": _("1 a textbook would show it, 2 worth showing, 3 detail; empty is 2"),
        "countries": _("codes with a semicolon between them, Vietnam is never listed: CN; SUHH"),
        "organisations": _("keys with a semicolon between them"),
        "themes": _("keys with a semicolon between them"),
        "people": _("keys with a semicolon between them"),
        "place": _("one key"),
        SOURCES: _("key of a source, a blank, the place in it; a semicolon between them (inside one: \\;)"),
        "status": _("draft or in_review; published needs the right to publish"),
        "version": _("as the export wrote it; empty for a new event"),
    }[stem]
