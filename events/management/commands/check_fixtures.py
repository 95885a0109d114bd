"""All that load_fixtures does, except writing."""

from django.core.management.base import CommandError
from django.utils import translation

from events.exchange.load import check
from events.exchange.plan import Existing
from events.exchange.report import ExchangeError

from .load_fixtures import Command as LoadCommand


class Command(LoadCommand):
    help = "Check fixtures and say what load_fixtures would do; writes nothing."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        # Nothing is overwritten here: what differs from the database is counted, not refused.
        parser.set_defaults(existing=str(Existing.UPDATE))

    def handle(self, *args, **options):
        with translation.override("en"):
            try:
                outcome = check(options["paths"], Existing(options["existing"]))
            except ExchangeError as error:
                raise CommandError(str(error)) from None
            for model, count in outcome.models.items():
                self.stdout.write(f"{count:5} {model}")
            self.stdout.write(f"no problem found; load_fixtures --existing {options['existing']} would do: {outcome}")
