"""The record goes out in every format and comes in again: byte for byte where the format is our own."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.exchange.export import FORMATS, whole_record, write
from events.exchange.written import in_order
from events.models import Citation, Event, Figure, LessonStep, Relation
from tests.fixtures_small import SMALL
from tests.integration.exchange_help import export_events, import_events, last_line, person
from tests.integration.record_state import empty_record, record_state

MARK = "planted-draft-marker"


@pytest.mark.parametrize("extension", ["yaml", "json"])
def test_the_whole_record_goes_round_byte_for_byte(record, tmp_path, extension):
    text = export_events(everything=True, format=extension)
    before = record_state()
    path = tmp_path / f"all.{extension}"
    path.write_text(text, encoding="utf-8")
    assert last_line(import_events(path)).startswith("created 0, updated 0, unchanged ")
    empty_record()
    import_events(path, publish=True, name=person("publisher").username)
    assert export_events(everything=True, format=extension) == text
    assert record_state() == before


def test_the_sheet_goes_round_byte_for_byte(record, tmp_path):
    text = export_events(everything=True, format="csv")
    path = tmp_path / "all.csv"
    path.write_text(text, encoding="utf-8", newline="")
    assert last_line(import_events(path)).startswith("created 0, updated 0, unchanged ")
    events = Event.objects.count()
    for model in (Citation, Relation, Figure, LessonStep, Event):
        for field in model._meta.many_to_many:
            field.remote_field.through.objects.all()._raw_delete(connection.alias)
        model.objects.all()._raw_delete(connection.alias)
    import_events(path, publish=True, name=person("publisher").username)
    assert Event.objects.count() == events
    assert export_events(everything=True, format="csv") == text


@pytest.mark.django_db
def test_any_order_of_records_and_files_gives_the_same_record(tmp_path):
    call_command("load_fixtures", *SMALL, verbosity=0)
    all_records = whole_record()
    publisher = person("publisher").username
    wanted = record_state()
    runs = iter(range(10_000))

    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.permutations(all_records), st.lists(st.sampled_from(["yaml", "json"]), min_size=1, max_size=4))
    def same(shuffled, extensions):
        empty_record()
        folder = tmp_path / str(next(runs))
        folder.mkdir()
        paths = []
        for number, extension in enumerate(extensions):
            paths.append(folder / f"{number}.{extension}")
            paths[-1].write_text(write(shuffled[number :: len(extensions)], extension), encoding="utf-8")
        import_events(*paths, publish=True, name=publisher)
        assert record_state() == wanted

    same()


class TestViews:
    def test_a_view_holds_its_events_and_what_hangs_on_them(self, record):
        text = export_events(view="country=CN&from=1986&to=1991", format="json")
        models = {each["model"] for each in json.loads(text)}
        assert models == {"events.event", "events.citation", "events.relation", "events.figure"} or models == {
            "events.event", "events.citation", "events.relation"
        }  # fmt: skip
        events = [each["fields"] for each in json.loads(text) if each["model"] == "events.event"]
        assert events
        assert all(["CN"] in event["countries"] for event in events)

    def test_a_wrong_view_names_the_parameter(self, record):
        with pytest.raises(CommandError, match="--view: country='XX'"):
            export_events(view="country=XX")

    def test_everything_takes_no_view(self, record):
        with pytest.raises(CommandError, match="--everything is the whole record"):
            export_events(view="country=CN", everything=True)

    def test_a_file_is_never_overwritten(self, record, tmp_path):
        path = tmp_path / "a.csv"
        export_events(out=path, format="csv")
        with pytest.raises(CommandError, match="name a new one"):
            export_events(out=path)

    def test_the_sheet_is_one_row_an_event(self, record):
        rows = list(csv.DictReader(io.StringIO(export_events(format="csv"))))
        assert len(rows) == Event.objects.published().count()
        assert len({row["slug"] for row in rows}) == len(rows)

    def test_a_story_has_every_event_and_the_periods(self, record):
        story = json.loads(export_events(format="timelinejs", language="en"))
        assert len(story["events"]) == Event.objects.published().count()
        assert {slide["unique_id"] for slide in story["events"]} == set(
            Event.objects.published().values_list("slug", flat=True)
        )
        assert len(story["eras"]) == 5
        assert all(era["start_date"] and era["end_date"] for era in story["eras"])
        assert all(slide["display_date"] for slide in story["events"])
        rows = list(csv.DictReader(io.StringIO(export_events(format="timelinejs.csv", language="en"))))
        assert len(rows) == 1 + len(story["events"]) + len(story["eras"])

    def test_a_story_comes_in_again_with_every_row_accounted_for(self, record, tmp_path):
        for extension, name in (("timelinejs", "story.json"), ("timelinejs.csv", "story.csv")):
            empty = tmp_path / name
            empty.write_text(export_events(format=extension, language="en"), encoding="utf-8", newline="")
        before = Event.objects.count()
        empty_record()
        told = import_events(tmp_path / "story.json", language="en")
        assert f"1 title, {before} event, 5 era" in told
        assert Event.objects.count() == before
        assert set(Event.objects.values_list("status", flat=True)) == {"draft"}


@pytest.mark.parametrize("extension", FORMATS)
def test_drafts_are_in_no_public_file(record, client, extension):
    events = Event.objects.order_by("pk")
    Event.objects.filter(pk=events[0].pk).update(
        status="draft", title_vi=MARK, title_en=MARK, summary_vi=MARK, summary_en=MARK
    )
    Event.objects.filter(pk=events[1].pk).update(status="withdrawn", title_vi=MARK, title_en=MARK)
    Citation.objects.filter(event=events[0]).update(note_vi=MARK, note_en=MARK)
    Figure.objects.filter(event=events[0]).update(label_vi=MARK, label_en=MARK)
    drafts = [events[0].slug, events[1].slug]
    for text in (client.get(f"/api/v1/events.{extension}").content.decode(), export_events(format=extension)):
        assert len(text) > 10_000
        assert MARK not in text
        assert not [slug for slug in drafts if f'"{slug}"' in text or f"[{slug}]" in text]


@pytest.mark.parametrize("extension", FORMATS)
def test_the_api_gives_the_same_files(record, client, extension):
    answer = client.get(f"/api/v1/events.{extension}", {"country": "CN", "from": "1990"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == FORMATS[extension].content_type
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.content.decode() == export_events(format=extension, view="country=CN&from=1990")
    again = client.get(
        f"/api/v1/events.{extension}",
        {"from": "1990", "country": "CN"},
        headers={"if-none-match": answer.headers["ETag"]},
    )
    assert again.status_code == 304
    assert client.post(f"/api/v1/events.{extension}").status_code == 405


def test_the_api_refuses_what_it_does_not_know(record, client):
    assert client.get("/api/v1/events.xlsx").status_code == 404
    assert client.get("/api/v1/events.csv?language=en").status_code == 400
    assert client.get("/api/v1/events.timelinejs?language=fr").status_code == 400
    russian = client.get("/api/v1/events.timelinejs?language=ru").json()["events"]
    assert all(event["text"]["headline"] for event in russian)
    assert client.get("/api/v1/events.csv?country=XX").status_code == 400
    assert client.get("/api/v1/events.csv?limit=5").status_code == 400


def test_in_order_is_the_same_for_any_order(record):
    records = whole_record()
    assert [each.name for each in in_order(reversed(records))] == [each.name for each in records]
