"""Prints the JSON Schema of a fixture file; docs/record.schema.json is kept equal to it."""

import json

from django.core.management.base import BaseCommand

from events.exchange.schema import record_schema


class Command(BaseCommand):
    help = "Print the JSON Schema of a fixture file, for editors that complete and warn."

    def handle(self, *args, **options):
        self.stdout.write(json.dumps(record_schema(), ensure_ascii=False, indent=1))
