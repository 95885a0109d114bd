"""How dates read: words as Vietnamese schools, British English and Russian reference books write them."""

import re
from pathlib import Path

import pytest

from events.dates import HistoricalDate
from events.dates.display import display, display_day, display_short

# EDTF, Vietnamese, English, short Vietnamese, short English
WORDS = [
    ("1954", "năm 1954", "1954", "1954", "1954"),
    ("1954-07", "tháng 7 năm 1954", "July 1954", "7/1954", "Jul 1954"),
    ("1954-07-21", "ngày 21 tháng 7 năm 1954", "21 July 1954", "21/7/1954", "21 Jul 1954"),
    ("1965~", "khoảng năm 1965", "c. 1965", "khoảng 1965", "c. 1965"),
    ("1954-07~", "khoảng tháng 7 năm 1954", "c. July 1954", "khoảng 7/1954", "c. Jul 1954"),
    ("1965?", "năm 1965 (chưa chắc chắn)", "1965 (uncertain)", "1965 (?)", "1965 (?)"),
    ("1965%", "khoảng năm 1965 (chưa chắc chắn)", "c. 1965 (uncertain)", "khoảng 1965 (?)", "c. 1965 (?)"),
    ("1965-21", "mùa xuân năm 1965", "spring 1965", "xuân 1965", "spring 1965"),
    ("1965-22~", "khoảng mùa hè năm 1965", "c. summer 1965", "khoảng hè 1965", "c. summer 1965"),
    ("1965-23", "mùa thu năm 1965", "autumn 1965", "thu 1965", "autumn 1965"),
    ("1965-24", "mùa đông năm 1965–1966", "winter 1965–1966", "đông 1965–1966", "winter 1965–1966"),
    ("196X", "thập niên 1960", "the 1960s", "thập niên 1960", "1960s"),
    ("196X~", "khoảng thập niên 1960", "around the 1960s", "khoảng thập niên 1960", "c. 1960s"),
    ("19XX", "thế kỉ XX", "the 20th century", "thế kỉ XX", "20th century"),
    ("00XX", "thế kỉ I", "the 1st century", "thế kỉ I", "1st century"),
    ("-02XX", "thế kỉ III TCN", "the 3rd century BC", "thế kỉ III TCN", "3rd century BC"),
    ("1XXX", "thiên niên kỉ II", "the 2nd millennium", "thiên niên kỉ II", "2nd millennium"),
    ("-1XXX", "thiên niên kỉ II TCN", "the 2nd millennium BC", "thiên niên kỉ II TCN", "2nd millennium BC"),
    ("-025X", "những năm 260–251 TCN", "260–251 BC", "những năm 260–251 TCN", "260–251 BC"),
    ("004X", "những năm 40–49", "AD 40–49", "những năm 40–49", "AD 40–49"),
    ("1988-XX", "một tháng chưa rõ của năm 1988", "an unknown month of 1988", "1988", "1988"),
    ("1988-12-XX", "một ngày chưa rõ của tháng 12 năm 1988", "an unknown day of December 1988", "12/1988", "Dec 1988"),
    ("1988-XX-XX", "một ngày chưa rõ của năm 1988", "an unknown day of 1988", "1988", "1988"),
    (
        "156X-12-25",
        "ngày 25 tháng 12 của một năm chưa rõ thuộc thập niên 1560",
        "25 December of an unknown year in the 1560s",
        "thập niên 1560",
        "1560s",
    ),
    ("-0257", "năm 258 TCN", "258 BC", "258 TCN", "258 BC"),
    ("0000", "năm 1 TCN", "1 BC", "1 TCN", "1 BC"),
    ("0000-24", "mùa đông năm 1 TCN – năm 1", "winter 1 BC – AD 1", "đông 1 TCN – năm 1", "winter 1 BC – AD 1"),
    ("-0257-03-02", "ngày 2 tháng 3 năm 258 TCN", "2 March 258 BC", "2/3/258 TCN", "2 Mar 258 BC"),
    ("0040-03", "tháng 3 năm 40", "March AD 40", "tháng 3 năm 40", "Mar AD 40"),
    ("0938", "năm 938", "AD 938", "năm 938", "AD 938"),
    ("Y-17000", "năm 17.001 TCN", "17,001 BC", "17.001 TCN", "17,001 BC"),
    ("Y170000", "năm 170.000", "AD 170,000", "170.000", "AD 170,000"),
    ("1954/1964", "giai đoạn 1954–1964", "1954–1964", "1954–1964", "1954–1964"),
    ("-0257/-0207", "giai đoạn 258–208 TCN", "258–208 BC", "258–208 TCN", "258–208 BC"),
    ("-0042/0040", "từ năm 43 TCN đến năm 40", "43 BC – AD 40", "43 TCN – năm 40", "43 BC – AD 40"),
    ("0938/1010", "giai đoạn 938–1010", "AD 938 – 1010", "năm 938 – 1010", "AD 938 – 1010"),
    ("1986-12-05/1986-12-18", "5–18 tháng 12 năm 1986", "5–18 December 1986", "5–18/12/1986", "5–18 Dec 1986"),
    (
        "1991-07-28/1991-08-02",
        "từ ngày 28 tháng 7 đến ngày 2 tháng 8 năm 1991",
        "28 July – 2 August 1991",
        "28/7–2/8/1991",
        "28 Jul – 2 Aug 1991",
    ),
    (
        "1986-12-20/1987-01-03",
        "từ ngày 20 tháng 12 năm 1986 đến ngày 3 tháng 1 năm 1987",
        "20 December 1986 – 3 January 1987",
        "20/12/1986 – 3/1/1987",
        "20 Dec 1986 – 3 Jan 1987",
    ),
    ("1982-03/1982-12", "từ tháng 3 đến tháng 12 năm 1982", "March–December 1982", "3–12/1982", "Mar–Dec 1982"),
    (
        "1982-03/1986-12",
        "từ tháng 3 năm 1982 đến tháng 12 năm 1986",
        "March 1982 – December 1986",
        "3/1982 – 12/1986",
        "Mar 1982 – Dec 1986",
    ),
    ("1954-07/1954", "từ tháng 7 năm 1954 đến năm 1954", "July 1954 – 1954", "7/1954 – 1954", "Jul 1954 – 1954"),
    ("1954/1954", "năm 1954", "1954", "1954", "1954"),
    (
        "1947~/1949~",
        "từ khoảng năm 1947 đến khoảng năm 1949",
        "c. 1947 – c. 1949",
        "khoảng 1947 – khoảng 1949",
        "c. 1947 – c. 1949",
    ),
    (
        "1954/1964?",
        "từ năm 1954 đến năm 1964 (chưa chắc chắn)",
        "1954 – 1964 (uncertain)",
        "1954 – 1964 (?)",
        "1954 – 1964 (?)",
    ),
    (
        "196X/198X",
        "từ thập niên 1960 đến thập niên 1980",
        "from the 1960s to the 1980s",
        "thập niên 1960 – thập niên 1980",
        "1960s – 1980s",
    ),
    (
        "1988-XX/1990",
        "từ một tháng chưa rõ của năm 1988 đến năm 1990",
        "from an unknown month of 1988 to 1990",
        "1988 – 1990",
        "1988 – 1990",
    ),
    ("1986/..", "từ năm 1986 (chưa kết thúc)", "from 1986 (still open)", "từ 1986", "from 1986"),
    ("../1986", "đến năm 1986 (mốc đầu để mở)", "until 1986 (open start)", "đến 1986", "until 1986"),
    ("1986/", "từ năm 1986 (chưa rõ mốc cuối)", "from 1986 (end unknown)", "1986 – ?", "1986 – ?"),
    ("/1986", "đến năm 1986 (chưa rõ mốc đầu)", "until 1986 (start unknown)", "? – 1986", "? – 1986"),
]

# EDTF, Russian, short Russian
RUSSIAN = [
    ("1954", "1954\u00a0г.", "1954"),
    ("1954-07", "июль 1954\u00a0г.", "июль 1954"),
    ("1954-07-21", "21 июля 1954\u00a0г.", "21.07.1954"),
    ("1965~", "около 1965\u00a0г.", "ок. 1965"),
    ("1954-07~", "около июля 1954\u00a0г.", "ок. июля 1954"),
    ("1965?", "1965\u00a0г. (под вопросом)", "1965 (?)"),
    ("1965%", "около 1965\u00a0г. (под вопросом)", "ок. 1965 (?)"),
    ("1965-21", "весна 1965\u00a0г.", "весна 1965"),
    ("1965-22~", "около лета 1965\u00a0г.", "ок. лета 1965"),
    ("1965-23", "осень 1965\u00a0г.", "осень 1965"),
    ("1965-24", "зима 1965–1966\u00a0гг.", "зима 1965–1966"),
    ("196X", "1960-е годы", "1960-е"),
    ("196X~", "около 1960-х годов", "ок. 1960-х"),
    ("19XX", "XX\u00a0век", "XX\u00a0в."),
    ("00XX", "I\u00a0век", "I\u00a0в."),
    ("-02XX", "III\u00a0век до\u00a0н.\u00a0э.", "III\u00a0в. до\u00a0н.\u00a0э."),
    ("1XXX", "II\u00a0тысячелетие", "II\u00a0тыс."),
    ("-1XXX", "II\u00a0тысячелетие до\u00a0н.\u00a0э.", "II\u00a0тыс. до\u00a0н.\u00a0э."),
    ("-025X", "260–251\u00a0гг. до\u00a0н.\u00a0э.", "260–251\u00a0гг. до\u00a0н.\u00a0э."),
    ("004X", "40–49\u00a0гг.", "40–49\u00a0гг."),
    ("1988-XX", "неизвестный месяц 1988\u00a0г.", "1988"),
    ("1988-12-XX", "неизвестный день декабря 1988\u00a0г.", "декабрь 1988"),
    ("1988-XX-XX", "неизвестный день 1988\u00a0г.", "1988"),
    ("156X-12-25", "25 декабря неизвестного года 1560-х годов", "1560-е"),
    ("-0257", "258\u00a0г. до\u00a0н.\u00a0э.", "258\u00a0г. до\u00a0н.\u00a0э."),
    ("0000", "1\u00a0г. до\u00a0н.\u00a0э.", "1\u00a0г. до\u00a0н.\u00a0э."),
    (
        "0000-24",
        "зима 1\u00a0г. до\u00a0н.\u00a0э. – 1\u00a0г. н.\u00a0э.",
        "зима 1\u00a0г. до\u00a0н.\u00a0э. – 1\u00a0г. н.\u00a0э.",
    ),
    ("-0257-03-02", "2 марта 258\u00a0г. до\u00a0н.\u00a0э.", "2 марта 258\u00a0г. до\u00a0н.\u00a0э."),
    ("0040-03", "март 40\u00a0г.", "март 40\u00a0г."),
    ("0938", "938\u00a0г.", "938\u00a0г."),
    ("Y-17000", "17\u202f001\u00a0г. до\u00a0н.\u00a0э.", "17\u202f001\u00a0г. до\u00a0н.\u00a0э."),
    ("Y170000", "170\u202f000\u00a0г.", "170\u202f000\u00a0г."),
    ("1954/1964", "1954–1964\u00a0гг.", "1954–1964"),
    ("-0257/-0207", "258–208\u00a0гг. до\u00a0н.\u00a0э.", "258–208\u00a0гг. до\u00a0н.\u00a0э."),
    (
        "-0042/0040",
        "43\u00a0г. до\u00a0н.\u00a0э. – 40\u00a0г. н.\u00a0э.",
        "43\u00a0г. до\u00a0н.\u00a0э. – 40\u00a0г. н.\u00a0э.",
    ),
    ("0938/1010", "938–1010\u00a0гг.", "938–1010\u00a0гг."),
    ("1986-12-05/1986-12-18", "5–18 декабря 1986\u00a0г.", "05–18.12.1986"),
    ("1991-07-28/1991-08-02", "28 июля – 2 августа 1991\u00a0г.", "28.07–02.08.1991"),
    ("1986-12-20/1987-01-03", "20 декабря 1986\u00a0г. – 3 января 1987\u00a0г.", "20.12.1986 – 03.01.1987"),
    ("1982-03/1982-12", "март–декабрь 1982\u00a0г.", "март–декабрь 1982"),
    ("1982-03/1986-12", "март 1982\u00a0г. – декабрь 1986\u00a0г.", "март 1982 – декабрь 1986"),
    ("1954-07/1954", "июль 1954\u00a0г. – 1954\u00a0г.", "июль 1954 – 1954"),
    ("1954/1954", "1954\u00a0г.", "1954"),
    ("1947~/1949~", "около 1947\u00a0г. – около 1949\u00a0г.", "ок. 1947 – ок. 1949"),
    ("1954/1964?", "1954\u00a0г. – 1964\u00a0г. (под вопросом)", "1954 – 1964 (?)"),
    ("196X/198X", "1960-е годы – 1980-е годы", "1960-е – 1980-е"),
    ("1988-XX/1990", "неизвестный месяц 1988\u00a0г. – 1990\u00a0г.", "1988 – 1990"),
    ("1986/..", "с 1986\u00a0г. (продолжается)", "с 1986"),
    ("../1986", "по 1986\u00a0г. (начало открыто)", "по 1986"),
    ("1986/", "с 1986\u00a0г. (конец неизвестен)", "1986 – ?"),
    ("/1986", "по 1986\u00a0г. (начало неизвестно)", "? – 1986"),
    ("1965~/..", "примерно с 1965\u00a0г. (продолжается)", "с ок. 1965"),
    ("../1965-21", "по весну 1965\u00a0г. (начало открыто)", "по весну 1965"),
    ("../196X~", "примерно по 1960-е годы (начало открыто)", "по ок. 1960-х"),
    ("1954-07/..", "с июля 1954\u00a0г. (продолжается)", "с июля 1954"),
    ("18XX/..", "с XIX\u00a0века (продолжается)", "с XIX\u00a0в."),
    ("156X-12", "декабрь неизвестного года 1560-х годов", "1560-е"),
]


@pytest.mark.parametrize(("text", "vi", "en", "short_vi", "short_en"), WORDS)
def test_words(text, vi, en, short_vi, short_en):
    date = HistoricalDate.parse(text)
    assert [display(date, "vi"), display(date, "en")] == [vi, en]
    assert [display_short(date, "vi"), display_short(date, "en")] == [short_vi, short_en]


@pytest.mark.parametrize(("text", "long", "short"), RUSSIAN)
def test_words_in_russian(text, long, short):
    date = HistoricalDate.parse(text)
    assert (display(date, "ru"), display_short(date, "ru")) == (long, short)


def test_every_form_has_its_words_in_every_language():
    assert {text for text, *_words in RUSSIAN} >= {text for text, *_words in WORDS}


@pytest.mark.parametrize(
    ("day_number", "vi", "en", "ru"),
    [
        (713520, "ngày 21 tháng 7 năm 1954", "21 July 1954", "21 июля 1954\u00a0г."),
        (1, "ngày 1 tháng 1 năm 1", "1 January AD 1", "1 января 1\u00a0г."),
        (-94232, "ngày 1 tháng 1 năm 258 TCN", "1 January 258 BC", "1 января 258\u00a0г. до\u00a0н.\u00a0э."),
    ],
)
def test_words_of_a_day_number(day_number, vi, en, ru):
    assert [display_day(day_number, language) for language in ("vi", "en", "ru")] == [vi, en, ru]


def test_a_region_does_not_matter_and_another_language_is_refused():
    date = HistoricalDate.parse("1954-07")
    assert display(date, "en-gb") == "July 1954"
    with pytest.raises(ValueError, match='no date words for the language "fr"; known are vi, en, ru'):
        display(date, "fr")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("00XX", "1st"),
        ("01XX", "2nd"),
        ("02XX", "3rd"),
        ("03XX", "4th"),
        ("10XX", "11th"),
        ("11XX", "12th"),
        ("20XX", "21st"),
        ("21XX", "22nd"),
    ],
)
def test_ordinals(text, words):
    assert display(HistoricalDate.parse(text), "en") == f"the {words} century"


@pytest.mark.parametrize(("text", "numeral"), [("03XX", "IV"), ("08XX", "IX"), ("13XX", "XIV"), ("39XX", "XL")])
def test_roman_centuries(text, numeral):
    assert display(HistoricalDate.parse(text), "vi") == f"thế kỉ {numeral}"


def test_the_tables_of_the_docs_show_what_the_program_writes():
    page = (Path(__file__).parents[3] / "docs" / "dates.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", page, re.MULTILINE)
    assert len(rows) > 30
    for text, *words in rows:
        date = HistoricalDate.parse(text)
        assert [display(date, language) for language in ("vi", "en", "ru")] == words
