"""Writes the whole record as fixture files in the shape in which contributors write them."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from events.exchange.dump import dump, dumped_files
from events.exchange.report import ExchangeError
from events.exchange.write_yaml import write_yaml


class Command(BaseCommand):
    help = "Write the record as fixtures: below a new folder, or all in one to the standard output."

    def add_arguments(self, parser):
        parser.add_argument("--out", type=Path, help="a folder that does not exist or is empty")

    def handle(self, *args, **options):
        with translation.override("en"):
            try:
                if options["out"]:
                    count = dump(options["out"])
                    self.stdout.write(f"{count} records written below {options['out']}")
                else:
                    records = [record for records in dumped_files().values() for record in records]
                    self.stdout.write(write_yaml(records), ending="")
            except ExchangeError as error:
                raise CommandError(str(error)) from None
