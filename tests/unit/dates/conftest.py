"""A model with a date for the field tests; Django is imported only where it is used, the other tests need none."""

import pytest


@pytest.fixture
def isolated():
    """A registry of models of the test's own."""
    from django.test.utils import isolate_apps

    with isolate_apps("events") as apps:
        yield apps


@pytest.fixture
def dated(isolated):
    """A model with a date and its five derived columns."""
    from django.db import models

    from events.dates.fields import HistoricalDateField

    class Dated(models.Model):
        date = HistoricalDateField(blank=True, default="")
        earliest = models.BigIntegerField(null=True)
        latest = models.BigIntegerField(null=True)
        precision = models.CharField(max_length=12)
        approximate = models.BooleanField(default=False)
        uncertain = models.BooleanField(default=False)
        note = models.CharField(max_length=20, default="")

        class Meta:
            app_label = "events"

        def __str__(self):
            return str(self.date)

    return Dated
