"""One number that goes up with every change of the record; each cache key and ETag carries it."""

from django.db import connection, models
from django.db.models import F


class RecordVersion(models.Model):
    number = models.PositiveBigIntegerField(default=1)

    @classmethod
    def current(cls) -> int:
        # Every request asks for it; a queryset would take ten times as long to word the question as the answer takes.
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT number FROM {cls._meta.db_table} WHERE id = 1")
            row = cursor.fetchone()
        return row[0] if row else 0

    @classmethod
    def hold(cls) -> None:
        """Let no other step begin until this transaction ends; SQLite has but one writer of itself."""
        if connection.features.has_select_for_update:
            cls.objects.select_for_update().filter(pk=1).first()

    @classmethod
    def bump(cls) -> None:
        """Count one change, in the caller's transaction."""
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.get_or_create(pk=1)

    def __str__(self):
        return str(self.number)
