"""A find is marked in the text as it is written, and nothing of the text becomes markup."""

import unicodedata

import pytest

from events.search.highlight import highlight, snippet


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Hội nghị Thành Đô", ["thanh", "do"], "Hội nghị <mark>Thành</mark> <mark>Đô</mark>"),
        ("Genève, Geneva", ["gen"], "<mark>Gen</mark>ève, <mark>Gen</mark>eva"),
        ("London và Đông Đô", ["do"], "London và <mark>Đô</mark>ng <mark>Đô</mark>"),
        ("Straße nach Łódź", ["strasse", "lodz"], "<mark>Straße</mark> nach <mark>Łódź</mark>"),
        ("Ёлка 1954–1964", ["елка", "1964"], "<mark>Ёлка</mark> 1954–<mark>1964</mark>"),
        ("quan, quân đội", ["quan", "qua"], "<mark>quan</mark>, <mark>quân</mark> đội"),
        ("<script>alert('1')</script>", ["alert"], "&lt;script&gt;<mark>alert</mark>(&#x27;1&#x27;)&lt;/script&gt;"),
        ("<b>&amp;", ["b", "amp"], "&lt;<mark>b</mark>&gt;&amp;<mark>amp</mark>;"),
        ("không có gì", [], "không có gì"),
        ("", ["a"], ""),
    ],
)
def test_highlight(text, words, marked):
    assert highlight(text, words) == marked


def test_marks_that_stand_apart_go_with_their_letter():
    text = unicodedata.normalize("NFD", "Đổ bộ")
    assert highlight(text, ["do"]) == f"<mark>{text.split()[0]}</mark> {text.split()[1]}"


def test_a_snippet_is_cut_at_words_around_the_first_find():
    text = "Trước đó rất lâu " * 10 + "Hiệp định Giơnevơ <1954> được ký. " + "Sau đó rất lâu nữa " * 10
    cut = snippet(text, ["gionevo"])
    assert "<mark>Giơnevơ</mark> &lt;1954&gt; được ký." in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert all(word in text for word in cut.replace("<mark>", "").replace("</mark>", "").split()[1:4])
    assert len(cut) < 240


def test_a_short_text_is_shown_whole():
    assert snippet("Ngắn thôi", ["thoi"]) == "Ngắn <mark>thôi</mark>"
    assert snippet("a" * 400, ["b"]) == "a" * 160 + " …"
