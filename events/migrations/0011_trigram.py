from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

from events.search.column import search_text

BATCH = 500


def fill(apps, schema_editor):
    """Spell the searched text of every event anew: its layout is another one than before."""
    Event = apps.get_model("events", "Event")
    pks = list(Event.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), BATCH):
        events = list(Event.objects.filter(pk__in=pks[start : start + BATCH]))
        for event in events:
            event.search = search_text(event)
        Event.objects.bulk_update(events, ["search"])


def on_postgresql(statement):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    """SQLite looks through the column; beside it PostgreSQL has an index of three-letter pieces."""

    # PostgreSQL makes no index on a table with changes that wait in the same transaction.
    atomic = False

    dependencies = [("events", "0010_russian")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        TrigramExtension(),
        migrations.RunPython(
            on_postgresql(
                "CREATE INDEX IF NOT EXISTS event_search_trigram ON events_event USING gin (search gin_trgm_ops)"
            ),
            on_postgresql("DROP INDEX IF EXISTS event_search_trigram"),
        ),
    ]
