"""What a load does with records that the database already holds with other content."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from events.exchange import load as load_module
from events.models import Citation, Event, Relation, Source
from tests.fixtures_small import SMALL
from tests.integration.record_state import record_state

SLUG = "geneva-accords-1954"


@pytest.fixture
def files(db, tmp_path):
    """A copy of the small record, loaded; `edit` changes the files, `load` loads them."""
    return Files(tmp_path)


class Files:
    def __init__(self, folder):
        self.paths = [folder / path.name for path in SMALL]
        for path, original in zip(self.paths, SMALL, strict=True):
            path.write_text(original.read_text())
        self.load()

    def edit(self, old, new):
        texts = {path: path.read_text() for path in self.paths}
        assert sum(text.count(old) for text in texts.values()) == 1
        for path, text in texts.items():
            path.write_text(text.replace(old, new))

    def load(self, existing="refuse"):
        out = StringIO()
        call_command("load_fixtures", *self.paths, existing=existing, stdout=out)
        return out.getvalue().strip()

    def refused(self, existing="refuse"):
        before = record_state()
        with pytest.raises(CommandError) as error:
            self.load(existing)
        assert record_state() == before
        return str(error.value)


def edited_by_an_editor(**changes):
    """What the admin does: the change, and the version one up."""
    Event.objects.filter(slug=SLUG).update(version=F("version") + 1, **changes)


class TestRefuse:
    def test_it_shows_the_difference_and_the_repair(self, files):
        files.edit("title_en: The Geneva Accords", "title_en: The Geneva Agreements")
        files.edit("    place: [geneva]\n", "")
        message = files.refused()
        assert f"event {SLUG}: the database holds other content" in message
        assert "title_en The Geneva [-Accords-]{+Agreements+}; place [-geneva-]" in message
        assert message.endswith("to write it, load with --existing update")

    def test_a_long_text_is_shown_where_it_differs(self, files):
        files.edit("planned for two years later", "planned for three years later")
        assert (
            "summary_en The Geneva conference ended with … an election planned for [-two-]{+three+} years later."
            in files.refused()
        )

    def test_order_and_form_are_no_difference(self, files):
        files.edit("[[CN], [SUHH]]\n    organisations", "[[SUHH], [CN]]\n    organisations")
        files.edit('value: "24.50"', 'value: "24.5"')
        assert files.load() == "created 0, updated 0, unchanged 22"


class TestUpdate:
    def test_an_event_and_its_links(self, files):
        files.edit("title_en: The Geneva Accords", "title_en: The Geneva Agreements")
        files.edit("[[CN], [SUHH]]\n    organisations", "[[CN]]\n    organisations")
        assert files.load("update") == "created 0, updated 1, unchanged 21"
        event = Event.objects.get(slug=SLUG)
        assert event.title_en == "The Geneva Agreements"
        assert [country.code for country in event.countries.all()] == ["CN"]
        assert "agreements" in event.search
        assert (event.version, event.loaded_version) == (2, 2)
        assert files.load() == "created 0, updated 0, unchanged 22"

    def test_what_belongs_to_an_event_raises_its_version_once(self, files):
        files.edit('stated_value: "1954-07-20"', 'stated_value: "1954-07-22"')
        files.edit("note_en: The copy has lost this cell.", "note_en: Lost in the copy.")
        files.edit("So the author says.", "The author says so.")
        assert files.load("update") == "created 0, updated 3, unchanged 19"
        assert dict(Event.objects.values_list("slug", "version")) == {
            SLUG: 2,
            "geneva-conference-1954": 2,
            "unfinished-draft": 1,
        }
        assert Citation.objects.get(stance="differs").stated_value == "1954-07-22"

    def test_vocabulary_has_no_version(self, files):
        files.edit("original_title: Bài thứ nhất", "original_title: Bài đầu tiên")
        files.edit("successor: [RU]\n", "successor: [CN]\n")
        assert files.load("update") == "created 0, updated 2, unchanged 20"
        assert Source.objects.get(key="first-article").original_title == "Bài đầu tiên"

    def test_the_preferred_date_moves_from_one_citation_to_another(self, files):
        files.edit("    preferred: true\n", "")
        files.edit('    stated_value: "1954-07-20"\n', '    stated_value: "1954-07-20"\n    preferred: true\n')
        assert files.load("update") == "created 0, updated 2, unchanged 20"
        files.edit("    preferred: true\n", "")
        files.edit(
            '    locator: "§1"\n    supports: date\n', '    locator: "§1"\n    supports: date\n    preferred: true\n'
        )
        assert files.load("update") == "created 0, updated 2, unchanged 20"

    def test_someone_who_is_quicker_is_not_overwritten(self, files, monkeypatch):
        files.edit("title_en: The Geneva Accords", "title_en: Mine")
        plan = load_module.make_plan

        def plan_then_edit(*arguments):
            result = plan(*arguments)
            edited_by_an_editor(title_en="Theirs")
            return result

        monkeypatch.setattr(load_module, "make_plan", plan_then_edit)
        with pytest.raises(CommandError, match="was changed in the database at this moment: load again"):
            files.load("update")


class TestAnEditorsWork:
    """An event whose version is not the loaded one was edited since; a load leaves it and what belongs to it alone."""

    @pytest.mark.parametrize("existing", ["refuse", "update"])
    def test_is_not_overwritten(self, files, existing):
        edited_by_an_editor(title_en="Theirs")
        message = files.refused(existing)
        assert f"event {SLUG}: event {SLUG} was changed by an editor in the database since it was loaded" in message
        assert "take its present text from dump_fixtures" in message

    def test_covers_its_citations_figures_and_relations(self, files):
        edited_by_an_editor()
        files.edit('stated_value: "1954-07-20"', 'stated_value: "1954-07-22"')
        files.edit("note_en: The copy has lost this cell.", "note_en: Lost in the copy.")
        files.edit("So the author says.", "The author says so.")
        message = files.refused("update")
        for label in ("citation", "figure", "relation"):
            assert f" {label} " in message
        assert message.startswith("3 problems")

    def test_a_citation_that_an_editor_deleted_does_not_come_back(self, files):
        Citation.objects.filter(event__slug=SLUG, stance="differs").delete()
        edited_by_an_editor()
        assert "second-article / note 8: event" in files.refused("update")
        assert files.load("keep") == "created 0, updated 0, unchanged 21, kept 1"
        assert not Citation.objects.filter(stance="differs").exists()

    def test_an_event_written_in_the_admin_is_theirs_too(self, files):
        Event.objects.filter(slug=SLUG).update(loaded_version=None, title_en="Theirs")
        assert "was written by an editor in the database" in files.refused("update")

    def test_the_same_content_is_no_conflict(self, files):
        edited_by_an_editor()
        assert files.load() == "created 0, updated 0, unchanged 22"

    def test_a_file_that_states_the_present_version_knows_of_it(self, files):
        edited_by_an_editor(title_en="Theirs")
        files.edit("title_en: The Geneva Accords", 'version: "2"\n    title_en: Mine after theirs')
        assert files.load("update") == "created 0, updated 1, unchanged 21"
        event = Event.objects.get(slug=SLUG)
        assert (event.title_en, event.version, event.loaded_version) == ("Mine after theirs", 3, 3)

    def test_a_file_that_states_an_older_version_does_not(self, files):
        files.edit("title_en: The Geneva Accords", 'version: "1"\n    title_en: Mine')
        files.load("update")
        files.edit("title_en: Mine", "title_en: Mine again")
        message = files.refused("update")
        assert "has version 2 in the database and 1 in the file, so it was changed since" in message


def test_check_counts_a_difference_and_refuses_to_touch_an_editors_work(files):
    files.edit("title_en: The Geneva Accords", "title_en: Mine")
    out = StringIO()
    call_command("check_fixtures", *files.paths, stdout=out)
    assert "created 0, updated 1, unchanged 21" in out.getvalue()
    assert Event.objects.get(slug=SLUG).title_en == "The Geneva Accords"
    edited_by_an_editor()
    with pytest.raises(CommandError, match="was changed by an editor"):
        call_command("check_fixtures", *files.paths)


def test_keep_leaves_what_differs_and_creates_what_is_missing(files):
    Relation.objects.filter(kind="part_of").delete()
    edited_by_an_editor(title_en="Theirs")
    files.edit("note_en: The copy has lost this cell.", "note_en: Lost in the copy.")
    files.edit("original_title: Bài thứ nhất", "original_title: Bài đầu tiên")
    Event.objects.filter(slug="unfinished-draft").delete()
    assert files.load("keep") == "created 1, updated 0, unchanged 17, kept 4"
    assert Event.objects.get(slug=SLUG).title_en == "Theirs"
    assert Source.objects.get(key="first-article").original_title == "Bài thứ nhất"
    assert Event.objects.filter(slug="unfinished-draft").exists()


def test_a_stated_version_is_kept_when_the_event_is_new(files, tmp_path):
    path = tmp_path / "new.yaml"
    path.write_text(
        '- model: events.event\n  fields: {slug: n, date: "1999", title_vi: M, title_en: M, version: "7"}\n'
    )
    call_command("load_fixtures", path, stdout=StringIO())
    assert Event.objects.values_list("version", "loaded_version").get(slug="n") == (7, 7)
