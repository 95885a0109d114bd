"""Writes the whole record as a folder of fixture files in the shape in which contributors write them."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from events.exchange.dump import dump
from events.exchange.report import ExchangeError


class Command(BaseCommand):
    help = "Write the record as fixtures below a new folder; as one file of any format it is written by export_events."

    def add_arguments(self, parser):
        parser.add_argument("--out", type=Path, required=True, help="a folder that does not exist or is empty")

    def handle(self, *args, **options):
        with translation.override("en"):
            try:
                count = dump(options["out"])
                self.stdout.write(f"{count} records written below {options['out']}")
            except ExchangeError as error:
                raise CommandError(str(error)) from None
