"""Every year of the source documents is accounted for, and the page that says so is current."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from events.exchange.coverage import ACCOUNTS, DOCUMENTS, TOKEN, Occurrence, document, problems, read, report
from tests.unit.own_words import SOURCE_TEXTS
from tests.unit.project_record import all_records

FOLDER = settings.BASE_DIR / "fixtures" / "coverage"
FILES = sorted(FOLDER.glob("*.tsv"))
GOOD = Occurrence(1, "1954", "§1", "record", "event:geneva-accords-1954")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("in 1954 and 1954-1975", ["1954", "1954", "1975"]),
        ("ngày 21/7/1954, 7/1954, 21-7-1954", ["21/7/1954", "7/1954", "21-7-1954"]),
        ("2.362.682 tấn, 1,954 and 1954.", ["1954"]),
        ("19541, 3000, 1000", ["1000"]),
        ("(1986–1991)", ["1986", "1991"]),
        ("doi 10.1234/2020", ["2020"]),
    ],
)
def test_what_counts_as_a_year(text, tokens):
    assert TOKEN.findall(text) == tokens


def test_a_line_is_read_with_and_without_its_target(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text("1\t1954\t§1\trecord\tevent:geneva-accords-1954\n2\t1998\tnote 1\tbibliographic\n")
    assert read(path) == [GOOD, Occurrence(2, "1998", "note 1", "bibliographic", "")]


@pytest.mark.parametrize("line", ["1\t1954\t§1", "one\t1954\t§1\trecord\tx", "1 1954 §1 record x", ""])
def test_a_line_that_cannot_be_read_is_named(tmp_path, line):
    path = tmp_path / "a.tsv"
    path.write_text("1\t1954\t§1\trecord\tx\n" + line + "\n")
    with pytest.raises(ValueError, match=r"a\.tsv:2: write number, token, locator, account and target, with tabs"):
        read(path)


@pytest.mark.parametrize(
    ("occurrence", "message"),
    [
        (Occurrence(2, "1954", "§1", "context", ""), "a.tsv:1: 1954: number 2 stands where 1 should stand"),
        (
            Occurrence(1, "1954", "§1", "recrod", ""),
            f"a.tsv:1: 1954: account “recrod” is not known: write one of {', '.join(ACCOUNTS)}",
        ),
        (Occurrence(1, "1954", "§1", "record", "event:x"), "a.tsv:1: 1954: the record has no “event:x”"),
        (Occurrence(1, "1954", "§1", "repeated", ""), "a.tsv:1: 1954: the record has no “”"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(occurrence, message):
    assert problems("a.tsv", [occurrence], {"event:geneva-accords-1954"}, None) == [message]


def test_an_account_that_parts_from_its_document_says_where():
    targets = {GOOD.target}
    assert problems("a.tsv", [GOOD], targets, "Signed in 1954.") == []
    assert problems("a.tsv", [GOOD], targets, "Signed in 1955.") == [
        "a.tsv: the document has 1 years and dates, the account 1; they part at number 1: "
        "['1955'] in the document, ['1954'] in the account"
    ]
    assert problems("a.tsv", [GOOD], targets, "1954, 1956") == [
        "a.tsv: the document has 2 years and dates, the account 1; they part at number 2: "
        "['1956'] in the document, [] in the account"
    ]


def test_the_report_counts_and_lists(tmp_path):
    text = report({"a": [GOOD, Occurrence(2, "1998", "note 1", "bibliographic", "a book")]})
    assert "| a | 1 | 0 | 1 | 0 | 0 | 2 |" in text
    assert "| 2 | 1998 | note 1 | bibliographic | a book |" in text
    assert all(f"- **{account}**: " in text for account in ACCOUNTS)


def test_every_document_has_an_account():
    assert {path.stem for path in FILES} == set(DOCUMENTS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_accounts_of_the_record_hold(path):
    targets = {f"{record.model._meta.model_name}:{'/'.join(map(str, record.key))}" for record in all_records()}
    occurrences = read(path)
    assert problems(path.name, occurrences, targets, document(path.stem, SOURCE_TEXTS)) == []
    assert len(occurrences) > 5
    assert not [one for one in occurrences if "|" in one.target + one.locator], "a bar would break the table"


def test_the_accounts_were_compared_with_the_texts():
    missing = [path.stem for path in FILES if document(path.stem, SOURCE_TEXTS) is None]
    if missing:
        pytest.skip(f"not in {SOURCE_TEXTS}: {', '.join(missing)}; their years were NOT compared")


def test_the_page_is_current():
    page = (settings.BASE_DIR / "fixtures" / "COVERAGE.md").read_text(encoding="utf-8")
    assert page == report({path.stem: read(path) for path in FILES}), "run manage.py check_coverage --write"


def test_the_command_says_what_it_compared(tmp_path):
    out = StringIO()
    call_command("check_coverage", sources=tmp_path, stdout=out)
    assert "accounted for; 0 texts compared" in out.getvalue()
    assert f"the source texts are not in {tmp_path}" in out.getvalue()


def test_the_command_refuses_another_text(tmp_path):
    (tmp_path / "002_x.txt").write_text("nothing happened in 1999")
    with pytest.raises(CommandError, match="bui-thanh-son-interview.tsv: the document has 1 years and dates"):
        call_command("check_coverage", sources=tmp_path, stdout=StringIO())
