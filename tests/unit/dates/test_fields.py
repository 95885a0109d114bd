"""Which columns the model field fills, of which models, and what it refuses to leave stale."""

# ruff: noqa: DJ008  (the models of these tests are never shown)

from datetime import date

import pytest
from django.db import models
from django.db.migrations.state import ModelState, StateApps
from django.db.models.signals import pre_save

from events.dates import HistoricalDate
from events.dates.fields import HistoricalDateField, fill_before_save

parse = HistoricalDate.parse
DERIVED = ("earliest", "latest", "precision", "approximate", "uncertain")


def derived(instance):
    return tuple(getattr(instance, column) for column in DERIVED)


def signal(instance, **kwargs):
    """Sends what a save sends before it writes."""
    pre_save.send(sender=type(instance), instance=instance, using="default", **{"raw": False, **kwargs})


@pytest.mark.parametrize("raw", [True, False])
def test_the_signal_fills_the_derived_columns_for_a_fixture_too(dated, raw):
    instance = dated(date="1954-07~")
    signal(instance, raw=raw, update_fields=None)
    assert instance.date == parse("1954-07~")
    assert derived(instance) == (713500, 713530, "month", True, False)


def test_no_date_empties_the_derived_columns(dated):
    instance = dated(date=None, earliest=5, latest=6, precision="day", approximate=True, uncertain=True)
    signal(instance, update_fields=None)
    assert instance.date is None
    assert derived(instance) == (None, None, "", False, False)


def test_open_sides_are_none(dated):
    instance = dated(date="1986/..")
    signal(instance, update_fields=None)
    assert (instance.earliest, instance.latest) == (725007, None)


def test_only_the_columns_that_the_model_has_are_filled(isolated):
    class Term(models.Model):
        term = HistoricalDateField()
        earliest = models.BigIntegerField(null=True)

        class Meta:
            app_label = "events"

    instance = Term(term="1954")
    signal(instance, update_fields=None)
    assert instance.earliest == 713319
    assert not hasattr(instance, "latest")


def test_columns_can_be_named_and_two_dates_live_in_one_model(isolated):
    class Life(models.Model):
        born = HistoricalDateField(prefix="born_")
        died = HistoricalDateField(blank=True, derived={"latest": "last_day", "open_end": "living"})
        note = HistoricalDateField(blank=True, derived={})
        born_earliest = models.BigIntegerField(null=True)
        born_precision = models.CharField(max_length=12)
        last_day = models.BigIntegerField(null=True)
        living = models.BooleanField(default=False)
        earliest = models.BigIntegerField(null=True)

        class Meta:
            app_label = "events"

    instance = Life(born="1890-05-19", died="1969-09-02", note="1954")
    signal(instance, update_fields=None)
    assert (instance.born_earliest, instance.born_precision) == (date(1890, 5, 19).toordinal(), "day")
    assert (instance.last_day, instance.living) == (date(1969, 9, 2).toordinal(), False)


def test_an_unknown_part_is_refused_at_once():
    with pytest.raises(TypeError, match=r"derived names \['first'\]; a date gives \['approximate',"):
        HistoricalDateField(derived={"first": "column"})


def test_children_of_abstract_and_concrete_models_and_proxies_are_filled(isolated):
    class Base(models.Model):
        date = HistoricalDateField()
        earliest = models.BigIntegerField(null=True)

        class Meta:
            app_label = "events"
            abstract = True

    class Parent(Base):
        class Meta:
            app_label = "events"

    class Child(Parent):
        class Meta:
            app_label = "events"

    class Proxy(Parent):
        class Meta:
            app_label = "events"
            proxy = True

    for model in (Parent, Child, Proxy):
        instance = model(date="1954")
        signal(instance, update_fields=None)
        assert instance.earliest == 713319, model


def test_the_models_of_a_migration_are_filled(dated):
    state = ModelState.from_model(dated)
    apps = StateApps([], {})
    state.apps = apps
    copied = state.render(apps)
    instance = copied(date="1954")
    signal(instance, update_fields=None)
    assert instance.earliest == 713319


def test_a_migration_before_the_columns_were_added_is_left_alone(isolated):
    class Early(models.Model):
        date = HistoricalDateField(derived={"earliest": "first_day"})

        class Meta:
            app_label = "events"

    instance = Early(date="1954")
    signal(instance, update_fields=None)
    assert not hasattr(instance, "first_day")
    assert [error.id for error in Early.check()] == ["dates.E001"]


def test_a_column_before_its_date_is_reported(isolated):
    class Wrong(models.Model):
        earliest = models.BigIntegerField(null=True)
        date = HistoricalDateField()

        class Meta:
            app_label = "events"

    assert [error.id for error in Wrong.check()] == ["dates.E002"]


def test_a_right_model_passes_its_checks(dated):
    assert dated.check() == []


def test_saving_a_changed_date_without_its_columns_is_refused(dated):
    instance = dated(date="1954")
    signal(instance, update_fields=None)
    instance.date = parse("1955")
    with pytest.raises(ValueError, match=r"names the date 'date' without approximate, earliest, latest"):
        signal(instance, update_fields=frozenset({"date"}))
    signal(instance, update_fields=frozenset({"date", "note"}))
    instance.date = parse("1956")
    signal(instance, update_fields=frozenset({"date", *DERIVED}))
    instance.date = parse("1957")
    signal(instance, update_fields=frozenset({"note"}))


def test_a_date_that_was_not_loaded_is_not_touched(dated):
    instance = dated.from_db("default", ["id", "note"], [1, "a"])
    fill_before_save(dated, instance)
    assert "date" not in instance.__dict__
