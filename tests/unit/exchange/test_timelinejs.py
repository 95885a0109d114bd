"""TimelineJS: its spreadsheet and its JSON become records, and every row and cell is accounted for."""

import json

import pytest
from django.utils import translation

from events.dates import HistoricalDate
from events.exchange.read_import import read_document
from events.exchange.report import Report
from events.exchange.timelinejs import Context
from events.exchange.timelinejs.dates import from_date, to_edtf
from events.exchange.timelinejs.plain import plain_text
from events.models import Event, Period, Source, Theme

HEADER = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,"
    "Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n"
)
# In the manner of the template that comes with TimelineJS: a title, people's lives, markup, empty rows, an era.
SHEET = HEADER + (
    ',,,,,,,,,Whitney Houston<br/> 1963 - 2012,"<p>Her voice caught the imagination.</p>",https://youtu.be/fSrO91XO1Ck,Unknown,,,title,,\n'
    '1963,8,9,,,,,,,"Houston, we have a baby","<p>Houston was born in Newark, <a href=""https://x.org"">New Jersey</a>.</p>",,,,,,Life,\n'
    ",,,,,,,,,,,,,,,,,\n"
    '1978,,,,,,,,,"The ""debut""",She sang &amp; acted.,http://x.org/a.jpg,A photographer,On stage,,,Music,#fff\n'
    "1985,2,,,1986,5,,,February 1985 to May 1986,The album,Text,,,,,,Music,\n"
    "1987,11,2,10:30,,,,,,The tour,,,,,,,China,\n"
    "-44,3,15,,,,,,44 BCE,Another time,,,,,,,,\n"
    "1980,,,,1989,,,,,The eighties,,,,,,era,,\n"
)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def read(text, name="sheet.csv", **context):
    report = Report()
    context = Context("en", {"china": (Theme, ("sino",))} | context.pop("names", {}), **context)
    records = read_document(name, text, context, report)
    return records, report


def of(records, model):
    return [record for record in records if record.model is model]


class TestTheSheet:
    def test_every_row_becomes_what_it_says(self):
        records, report = read(SHEET)
        assert report.problems == []
        events = of(records, Event)
        assert [(event.key[0], str(event.values["date"])) for event in events] == [
            ("houston-we-have-a-baby-1963", "1963-08-09"),
            ("the-debut-1978", "1978"),
            ("the-album-1985", "1985-02/1986-05"),
            ("the-tour-1987", "1987-11-02"),
            ("another-time-43", "-0043-03-15"),
        ]
        assert [period.key[0] for period in of(records, Period)] == ["the-eighties-1980"]
        assert of(records, Source)[0].values["original_title"] == "Whitney Houston 1963 - 2012"
        assert {event.values["status"] for event in events} == {"draft"}

    def test_texts_are_plain_and_stand_in_the_language_of_the_sheet(self):
        baby, debut = of(read(SHEET)[0], Event)[:2]
        assert baby.values["title_en"] == baby.values["title_vi"] == "Houston, we have a baby"
        assert baby.values["summary_en"] == "Houston was born in Newark, New Jersey."
        assert (baby.values["summary_vi"], debut.values["summary_en"]) == ("", "She sang & acted.")
        assert debut.values["title_en"] == 'The "debut"'

    def test_groups_become_what_the_record_has_by_that_name_or_themes(self):
        records, _report = read(SHEET)
        groups = [event.values["themes"] for event in of(records, Event)]
        assert groups == [(("life",),), (("music",),), (("music",),), (("sino",),), ()]
        assert [theme.key[0] for theme in of(records, Theme)] == ["life", "music"]

    def test_what_is_not_taken_over_is_told_with_its_line(self):
        told = [str(note) for note in read(SHEET)[1].notes]
        assert told[0] == "sheet.csv: 8 rows of TimelineJS: 1 title, 5 event, 1 era, 1 empty"
        for words in (
            'sheet.csv:2: the title slide: its headline names the sheet, it is no event: "Whitney Houston 1963 - 2012"',
            'sheet.csv:2: Media is not taken over: "https://youtu.be/fSrO91XO1Ck"',
            'sheet.csv:2: Media Credit is not taken over: "Unknown"',
            "sheet.csv:3: Text: the markup was taken out (p, a), its words stay",
            'sheet.csv:5: Media Caption is not taken over: "On stage"',
            'sheet.csv:5: Background is not taken over: "#fff"',
            'sheet.csv:6: Display Date is not taken over: "February 1985 to May 1986"',
            "sheet.csv:7: Time is not taken over: the record knows days, not hours",
            "sheet.csv:8: -44 was read as years before our era, -0043-03-15 in the record's own writing",
        ):
            assert words in told

    def test_without_new_vocabulary_groups_and_eras_are_told_too(self):
        records, report = read(SHEET, new_vocabulary=False)
        assert {record.model for record in records} == {Event}
        told = [str(note) for note in report.notes]
        assert any('by the name of the group "Life"' in note for note in told)
        assert any('sheet.csv:9: the era "The eighties" is not taken over' in note for note in told)

    def test_a_long_headline_is_kept_whole_in_the_summary(self):
        headline = "A very long headline " * 6
        event = of(read(HEADER + f"1963,,,,,,,,,{headline},Then this.,,,,,,,\n")[0], Event)[0]
        assert len(event.values["title_en"]) <= 70
        assert event.values["summary_en"] == headline.strip() + "\nThen this."

    def test_equal_headlines_get_slugs_of_their_own(self):
        records, _report = read(HEADER + "1963,,,,,,,,,Same,,,,,,,,\n1963,2,,,,,,,,Same,,,,,,,,\n")
        assert [event.key[0] for event in of(records, Event)] == ["same-1963", "same-1963-2"]

    def test_years_with_a_separator_as_timelinejs_reads_them(self):
        assert str(of(read(HEADER + '"1,963",,,,,,,,,One,,,,,,,,\n')[0], Event)[0].values["date"]) == "1963"


class TestTheJson:
    STORY = {
        "title": {"text": {"headline": "A story", "text": "<p>Told.</p>"}, "media": {"url": "https://x.org/1.jpg", "credit": "Ann"}},
        "scale": "human",
        "events": [
            {"start_date": {"year": 1963, "month": "8", "day": 9}, "text": {"headline": "Born", "text": "<b>Bold</b> text"},
             "group": "Life", "unique_id": "own-slug-1963", "autolink": True, "background": {"color": "#fff"}},
            {"start_date": {"year": "1970"}, "end_date": {"year": "1971", "month": 2}, "display_date": "the seventies",
             "text": {"headline": "Then"}, "location": {"lat": 1, "lon": 2}},
            {"start_date": {"year": "1980", "hour": 10, "minute": "30"}, "text": {"headline": "Late"}, "media": None},
        ],
        "eras": [{"start_date": {"year": "1960"}, "end_date": {"year": "1969"}, "text": {"headline": "Sixties"}}],
    }  # fmt: skip

    def test_every_slide_becomes_what_it_says(self):
        records, report = read(json.dumps(self.STORY, indent=1), "story.json")
        assert report.problems == []
        assert [(event.key[0], str(event.values["date"])) for event in of(records, Event)] == [
            ("own-slug-1963", "1963-08-09"),
            ("then-1970", "1970/1971-02"),
            ("late-1980", "1980"),
        ]
        assert [str(period.values["dates"]) for period in of(records, Period)] == ["1960/1969"]
        told = " ".join(str(note) for note in report.notes)
        for words in ("5 rows of TimelineJS: 1 title, 3 event, 1 era", "Media Credit is not", "location is not",
                      "Background is not", "Display Date is not", "Time is not", "(b)"):  # fmt: skip
            assert words in told


class TestDates:
    @pytest.mark.parametrize(
        ("edtf", "begin", "end"),
        [
            ("1954", {"year": 1954}, None),
            ("1954-07", {"year": 1954, "month": 7}, None),
            ("1954-07-21", {"year": 1954, "month": 7, "day": 21}, None),
            ("1990-09-03/1990-09-04", {"year": 1990, "month": 9, "day": 3}, {"year": 1990, "month": 9, "day": 4}),
            ("1954/1975-04", {"year": 1954}, {"year": 1975, "month": 4}),
            ("2012/..", {"year": 2012}, None),
            ("../1954", {"year": 1954}, None),
            ("1965~", {"year": 1965}, None),
            ("196X", {"year": 1960}, {"year": 1969}),
            ("1965-21", {"year": 1965, "month": 3}, {"year": 1965, "month": 5}),
            ("-0257", {"year": -258}, None),
        ],
    )
    def test_out(self, edtf, begin, end):
        assert from_date(HistoricalDate.parse(edtf)) == (begin, end)

    @pytest.mark.parametrize(
        "edtf", ["1954", "1954-07", "1954-07-21", "1954/1975-04", "-0257", "-0257/-0208", "0001", "0000", "Y17000"]
    )
    def test_out_and_in_is_the_same(self, edtf):
        begin, end = from_date(HistoricalDate.parse(edtf))
        cells = [{name.title(): str(number) for name, number in (each or {}).items()} for each in (begin, end)]
        assert HistoricalDate.parse(to_edtf(*cells)) == HistoricalDate.parse(edtf)


@pytest.mark.parametrize(
    ("text", "plain", "elements"),
    [
        ("plain", "plain", []),
        ("2 < 3 & 4 > 1", "2 < 3 & 4 > 1", []),
        ("<p>One</p><p>Two</p>", "One\nTwo", ["p"]),
        ("a<br>b<br/>c", "a\nb\nc", ["br"]),
        ("<script>alert(1)</script>after", "after", ["script"]),
        ("<b>not closed", "not closed", ["b"]),
        ("x<!-- y -->z", "xz", ["!--"]),
        ("&lt;b&gt; &amp;amp;", "<b> &amp;", []),
        ("<a href='x'>link</a>", "link", ["a"]),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo", ["ul", "li"]),
    ],
)
def test_markup_is_taken_out_and_told(text, plain, elements):
    assert plain_text(text) == (plain, elements)
