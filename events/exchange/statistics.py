"""What PostgreSQL knows of its tables after many rows came at once.

Until its own housekeeping has looked at them, it takes the tables for empty and joins them row by row: the balance of a
record just loaded took half a minute instead of a tenth of a second.
"""

from django.apps import apps
from django.db import connection


def tables() -> list[str]:
    """Every table of the app, sorted."""
    models = apps.get_app_config("events").get_models(include_auto_created=True)
    return sorted(model._meta.db_table for model in models)


def refresh() -> None:
    """Have PostgreSQL count anew, in the transaction that runs; SQLite needs none of it."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(map(connection.ops.quote_name, tables()))}")
