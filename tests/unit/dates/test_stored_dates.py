"""The model field in the database and in fixtures."""

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.serializers.base import DeserializationError
from django.db import connection

from events.dates import HistoricalDate

parse = HistoricalDate.parse
DERIVED = ("earliest", "latest", "precision", "approximate", "uncertain")


def derived(instance):
    return tuple(getattr(instance, column) for column in DERIVED)


@pytest.fixture
def stored(dated, transactional_db):
    """The model with a table of its own in the test database."""
    with connection.schema_editor() as editor:
        editor.create_model(dated)
    yield dated
    with connection.schema_editor() as editor:
        editor.delete_model(dated)


def test_the_column_holds_the_text(stored):
    for text in ("1954-07~", "-0257/-0208", "Y-17000", "1986/..", ""):
        pk = stored.objects.create(date=text).pk
        assert stored.objects.extra(select={"raw": "date"}).values_list("raw", flat=True).get(pk=pk) == text
        assert stored.objects.get(pk=pk).date == (parse(text) if text else None)


def test_rows_are_found_by_text_and_by_day(stored):
    stored.objects.bulk_create([stored(date="1954-07"), stored(date="1965~"), stored(date="")])
    assert stored.objects.get(date="1954-07").date == parse("1954-07")
    assert stored.objects.get(date=parse("1965~")).approximate
    assert stored.objects.filter(date__in=["1954-07", "1965~"]).count() == 2
    assert stored.objects.filter(date="").count() == 1
    assert stored.objects.filter(date__startswith="19").count() == 2
    assert stored.objects.filter(earliest__lte=parse("1960").earliest).count() == 1
    with pytest.raises(ValidationError, match="September has 30 days"):
        stored.objects.filter(date="1990-09-31")


def test_bulk_create_fills_the_derived_columns(stored):
    stored.objects.bulk_create([stored(date="1954-07"), stored(date="1965?")])
    assert list(stored.objects.order_by("earliest").values_list(*DERIVED)) == [
        (713500, 713530, "month", False, False),
        (717337, 717701, "year", False, True),
    ]


def test_update_or_create_leaves_an_unchanged_date_in_peace(stored):
    one = stored.objects.create(date="1954-07")
    stored.objects.update_or_create(pk=one.pk, defaults={"note": "changed"})
    one.refresh_from_db()
    assert (one.note, one.earliest) == ("changed", 713500)


def test_a_fixture_is_written_and_loaded_again(stored, isolated, monkeypatch):
    monkeypatch.setattr("django.core.serializers.python.apps", isolated)
    stored.objects.create(date="1947~/1949~")
    stored.objects.create(date="")
    text = serializers.serialize("json", stored.objects.order_by("pk"), fields=["date"])
    assert '"date": "1947~/1949~"' in text
    stored.objects.all().delete()
    for record in serializers.deserialize("json", text):
        record.save()
    loaded, blank = stored.objects.order_by("pk")
    assert (loaded.date, derived(loaded)) == (parse("1947~/1949~"), (710762, 711857, "year", True, False))
    assert (blank.date, derived(blank)) == (None, (None, None, "", False, False))


def test_a_fixture_with_a_wrong_date_is_refused(dated, isolated, monkeypatch):
    monkeypatch.setattr("django.core.serializers.python.apps", isolated)
    fixture = '- model: events.dated\n  fields: {date: "1990-09-31"}\n'
    with pytest.raises(DeserializationError, match="September has 30 days") as caught:
        list(serializers.deserialize("yaml", fixture))
    assert "field_value was '1990-09-31'" in str(caught.value)
