"""import_events: drafts by default, nothing published without the right, nothing overwritten unseen, all or nothing."""

import os

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from events.models import Change, Citation, Country, Event, Theme
from tests.fixtures_small import SMALL
from tests.hostile_strings import HOSTILE
from tests.integration.exchange_help import export_events, import_events, last_line, person, refused
from tests.integration.record_state import record_state

SLUG = "geneva-accords-1954"
HEADER = "slug,date,title_vi,title_en,summary_vi,summary_en,significance_vi,significance_en,sources,status\n"
FULL = "new-1955,1955,Mới,New,Tóm tắt,Summary,Vì sao,Why,first-article §3,"


@pytest.fixture(autouse=True)
def _small(db):
    call_command("load_fixtures", *SMALL, verbosity=0)


@pytest.fixture
def write(tmp_path):
    def write_file(text, name="a.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write_file


class TestWhatItDoes:
    def test_new_events_are_drafts_whatever_the_file_says(self, write):
        told = import_events(write(HEADER + FULL + "published\n"))
        assert "1 event keeps its state or becomes a draft" in told
        assert "create    event new-1955" in told
        assert last_line(told) == "created 2, updated 0, unchanged 0"
        assert Event.objects.get(slug="new-1955").status == "draft"
        assert Citation.objects.get(event__slug="new-1955").locator == "§3"

    def test_a_published_event_stays_published_whatever_the_file_says(self, write):
        assert last_line(import_events(write(f"slug,status\n{SLUG},draft\n"))) == "created 0, updated 0, unchanged 1"
        assert Event.objects.get(slug=SLUG).status == "published"

    def test_the_second_time_nothing_changes(self, write):
        path = write(HEADER + FULL + "published\n")
        import_events(path)
        before = record_state()
        assert last_line(import_events(path)) == "created 0, updated 0, unchanged 2"
        assert record_state() == before

    def test_check_says_the_same_and_writes_nothing(self, write):
        path = write(HEADER + FULL + "\n")
        other = write(f"slug,title_en\n{SLUG},Another name\n", "b.csv")
        before = record_state()
        told = refused(path, other, check=True)
        assert "create    event new-1955" in told
        assert f"conflict  event {SLUG}" in told
        assert "title_en: [-The Geneva Accords-]{+Another name+}" in told
        told = import_events(path, check=True)
        assert last_line(told) == "nothing was written; an import would do: created 2, updated 0, unchanged 0"
        assert record_state() == before

    def test_a_column_that_is_not_there_is_left_alone(self, write):
        before = Event.objects.get(slug=SLUG)
        path = write(f"slug,title_en\n{SLUG},The Accords\n")
        assert f"event {SLUG}: the database holds other content" in refused(path)
        told = import_events(path, update=True)
        assert "title_en: The [-Geneva-] Accords" in told or "title_en: The [-Geneva -]Accords" in told
        after = Event.objects.get(slug=SLUG)
        assert after.title_en == "The Accords"
        assert (after.summary_en, after.date, after.status) == (before.summary_en, before.date, before.status)
        assert after.version == before.version + 1

    def test_an_empty_cell_of_a_column_empties_the_field(self, write):
        import_events(write(f"slug,alternative_names_en,place,people\n{SLUG},,,\n"), update=True)
        event = Event.objects.get(slug=SLUG)
        assert (event.alternative_names_en, event.place, event.people.count()) == ("", None, 0)

    def test_one_step_of_history_with_the_reason(self, write):
        user = person("editor")
        import_events(write(HEADER + FULL + "\n"), name=user.username, reason="the new article")
        change = Change.objects.latest("pk")
        assert (change.reason, change.user, change.kind) == ("the new article", user, "loaded")
        assert Event.history.filter(change=change).count() == Citation.history.filter(change=change).count() == 1

    def test_files_of_all_kinds_go_together(self, write):
        theme = "- model: events.theme\n  fields: {slug: trade, name_vi: Thương mại, name_en: Trade}\n"
        sheet = "slug,date,title_vi,title_en,themes\nnew-1956,1956,Mới,New,trade; war\n"
        told = import_events(write(sheet), write(theme, "b.yaml"))
        assert last_line(told) == "created 2, updated 0, unchanged 0"

    def test_the_template_is_a_sheet_that_can_be_imported(self, write, capsys):
        call_command("load_fixtures", "--existing", "keep", verbosity=0)
        call_command("import_events", template=True)
        text = capsys.readouterr().out
        assert text.startswith("slug,date,title_vi")
        assert last_line(import_events(write(text))) == "created 3, updated 0, unchanged 0"
        assert Event.objects.get(slug="example-talks-1990").countries.count() == 2


class TestPublishing:
    def test_needs_somebody_who_answers_for_it(self, write):
        with pytest.raises(CommandError, match="--publish needs --as NAME"):
            import_events(write(HEADER + FULL + "published\n"), publish=True)

    @pytest.mark.parametrize("role", ["contributor", "editor"])
    def test_needs_the_right(self, write, role):
        with pytest.raises(CommandError, match="may not publish: import without --publish"):
            import_events(write(HEADER + FULL + "published\n"), publish=True, name=person(role).username)
        assert not Event.objects.filter(slug="new-1955").exists()

    def test_with_the_right_the_file_decides(self, write):
        import_events(write(HEADER + FULL + "published\n"), publish=True, name=person("publisher").username)
        assert Event.objects.get(slug="new-1955").status == "published"

    def test_the_rules_of_publication_hold(self, write):
        path = write("slug,date,title_vi,title_en,status\nnew-1955,1955,Mới,New,published\n")
        assert "A published event needs its title and summary in both" in refused(
            path, publish=True, name=person("publisher").username
        )


class TestAnEditorsWork:
    @pytest.fixture
    def edited(self):
        Event.objects.filter(slug=SLUG).update(version=F("version") + 1, title_en="Theirs")

    @pytest.mark.parametrize("update", [False, True])
    def test_is_never_overwritten_by_a_file_that_does_not_know_of_it(self, write, edited, update):
        before = record_state()
        told = refused(write(f"slug,title_en\n{SLUG},Mine\n"), update=update)
        assert "was changed by an editor in the database since it was loaded" in told
        assert record_state() == before

    def test_an_export_carries_the_version_and_goes_on_from_there(self, write, edited):
        sheet = export_events(format="csv", everything=True)
        assert last_line(import_events(write(sheet.replace("Theirs", "Theirs and mine")), update=True)).startswith(
            "created 0, updated 1"
        )
        assert Event.objects.get(slug=SLUG).title_en == "Theirs and mine"
        assert "so it was changed since" in refused(write(sheet.replace("Theirs", "Mine")), update=True)

    def test_what_an_import_changed_in_a_published_event_is_safe_from_the_fixtures(self, write):
        import_events(write(f"slug,title_en\n{SLUG},Better\n"), update=True)
        with pytest.raises(CommandError, match="was changed by an editor"):
            call_command("load_fixtures", *SMALL, existing="update")

    def test_a_draft_of_a_file_may_be_mended_by_the_file_again_and_again(self, write):
        for title in ("One", "Two", "Three"):
            import_events(write(f"slug,date,title_vi,title_en\nnew-1955,1955,Mới,{title}\n"), update=True)
        assert Event.objects.get(slug="new-1955").title_en == "Three"


class TestWhatSpreadsheetsDo:
    """Rows 13, 16, 18, 21 and 22 of the list of bad inputs: what must be taken, and taken right."""

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    def test_separators_marks_and_line_ends(self, write, separator, mark, line_end):
        rows = [["slug", "date", "title_vi", "title_en", "countries"], ["new-1955", "1955", "Mới", "New", '"CN; SUHH"']]
        text = line_end.join(separator.join(row) for row in [*rows, [""] * 5]) + line_end
        import_events(write(mark + text.encode()))
        event = Event.objects.get(slug="new-1955")
        assert set(event.countries.values_list("code", flat=True)) == {"CN", "SUHH"}

    @pytest.mark.parametrize("name", ["a.yaml", "a.json"])
    def test_a_mark_before_a_fixture(self, write, name):
        texts = {"a.yaml": "- model: events.theme\n  fields: {slug: t, name_vi: T, name_en: T}\n",
                 "a.json": '[{"model": "events.theme", "fields": {"slug": "t", "name_vi": "T", "name_en": "T"}}]'}  # fmt: skip
        import_events(write(b"\xef\xbb\xbf" + texts[name].encode(), name))
        assert Theme.objects.filter(slug="t").exists()

    def test_blanks_around_and_decomposed_letters(self, write):
        import_events(
            write("slug , date,title_vi,title_en\n  new-1955 , 1955 ,  Ha\u0300 No\u0323\u0302i  ,\u00a0New \n")
        )
        event = Event.objects.get(slug="new-1955")
        assert (event.title_vi, event.title_en) == ("Hà Nội", "New")

    def test_sixty_hostile_strings_come_in_as_text_and_go_out_as_text(self, write):
        cells = [text.replace('"', '""') for text in HOSTILE if len(text) <= 70 and "\n" not in text]
        assert len(cells) > 30
        rows = [f'new-{n},{1500 + n},"{cell}","{n} {cell[:60]}"' for n, cell in enumerate(cells)]
        import_events(write("slug,date,title_vi,title_en\n" + "\n".join(rows) + "\n"))
        sheet = export_events(format="csv", everything=True)
        before = record_state()
        assert "created 0, updated 0" in import_events(write(sheet, "b.csv"))
        assert record_state() == before

    @pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "'=1", "''=1"])
    def test_a_cell_that_a_spreadsheet_would_reckon_comes_back_as_it_was(self, write, text):
        Event.objects.filter(slug=SLUG).update(title_en=text)
        sheet = export_events(format="csv", everything=True)
        assert f",'{text}," in sheet
        Event.objects.filter(slug=SLUG).update(title_en="other", version=F("version"))
        import_events(write(sheet), update=True)
        assert Event.objects.get(slug=SLUG).title_en == text


class TestWhatIsNoRegularFile:
    """Row 27: only regular files are read, once."""

    def test_all_kinds(self, tmp_path):
        (tmp_path / "folder.csv").mkdir()
        (tmp_path / "link.csv").symlink_to("real.csv")
        (tmp_path / "real.csv").write_text("slug\n")
        os.mkfifo(tmp_path / "pipe.csv")
        names = [
            "folder.csv",
            "link.csv",
            "pipe.csv",
            "none.csv",
            "x.txt",
            "x",
            "x.CSV",
            "x.csv.gz",
            "../no/x.csv",
            "x.xlsx",
        ]
        for name in names:
            assert "nothing was written" in refused(tmp_path / name)
        assert "this is a symbolic link" in refused(tmp_path / "link.csv")
        assert "its name must end in .yaml, .yml, .json, .csv" in refused(tmp_path / "x.xlsx")


def test_many_records_ask_the_database_little(write, django_assert_max_num_queries):
    rows = [f"many-{n},19{n:02d},Mới,New {n} {n * 7}" for n in range(90)]
    path = write("slug,date,title_vi,title_en\n" + "\n".join(rows) + "\n")
    with django_assert_max_num_queries(60):
        import_events(path)


def test_a_published_name_that_nobody_has(write):
    with pytest.raises(CommandError, match='There is no active user "nobody"'):
        import_events(write(HEADER + FULL + "\n"), name="nobody")


def test_countries_are_found_by_their_codes(write):
    import_events(write("slug,date,title_vi,title_en,countries\nnew-1955,1955,Mới,New,RU\n"))
    assert Country.objects.get(events__slug="new-1955").code == "RU"
