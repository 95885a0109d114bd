"""A find in the title comes before one in a name, that before one in the text; typed marks decide between equals."""

import pytest

from events.search.column import grouped
from events.search.ranking import BEGINNING, NAME, PHRASE, TEXT, TITLE, WHOLE, Query

TEXT_OF_EVENT = grouped(
    ["Hội nghị Thành Đô", "Chengdu talks"], ["Cuộc gặp bí mật", "Secret meeting"], ["Hai bên nhất trí về Campuchia"]
)


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("hoi nghi thanh do", WHOLE),
        ("CHENGDU TALKS", WHOLE),
        ("chengdu", BEGINNING),
        ("hoi nghi th", BEGINNING),
        ("thanh do", PHRASE),
        ("thanh nghi", TITLE),
        ("chengdu thanh", TITLE),
        ("bi mat", NAME),
        ("secret chengdu", NAME),
        ("liên xô", NAME),
        ("campuchia", TEXT),
        ("chengdu campuchia", TEXT),
    ],
)
def test_level(typed, level):
    assert Query(typed).level(TEXT_OF_EVENT) == level


def test_an_event_without_other_names_has_no_names_to_be_found_by():
    assert Query("tri").level(grouped(["Một"], [], ["Hai bên nhất trí"])) == TEXT


@pytest.mark.parametrize(
    ("typed", "titles", "found"),
    [
        ("thành đô", ["Hội nghị Thành Đô"], True),
        ("Thành Đô", ["Hội nghị Thành Đô"], True),
        ("thành đô", ["Thanh do"], False),
        ("thành", ["Thanh", "Thành Đô"], True),
        ("thanh do", ["Hội nghị Thành Đô"], True),
        ("съезд", ["XX Съезд КПСС"], True),
    ],
)
def test_marks(typed, titles, found):
    assert Query(typed).has_marks_of(titles) is found
