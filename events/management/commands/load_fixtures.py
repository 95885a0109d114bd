"""The contributors' door: checks fixtures by every rule of the record and loads all of them or none."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from events.exchange.load import load
from events.exchange.plan import Existing
from events.exchange.report import ExchangeError


class Command(BaseCommand):
    help = "Check fixtures and load them into the database, all or nothing."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="*", help="YAML or JSON files; without any, all of fixtures/")
        parser.add_argument(
            "--existing",
            choices=list(map(str, Existing)),
            default=str(Existing.REFUSE),
            help="a record that the database holds with other content: refuse the load, update it, or keep it (default: %(default)s)",
        )

    def handle(self, *args, **options):
        with translation.override("en"):
            try:
                outcome = load(options["paths"], Existing(options["existing"]))
            except ExchangeError as error:
                raise CommandError(str(error)) from None
            if options["verbosity"]:
                self.stdout.write(str(outcome))
