"""Timings, printed as figures of this machine and as ratios; tests never measure time."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from events.benchmarks import classroom, dates, drawing, index, page, search, server, window
from events.benchmarks.browser import NoBrowser
from events.models import Event
from events.stress.write import stress_events, write

PARTS = {
    "classroom": classroom.measure,
    "dates": dates.measure,
    "drawing": drawing.measure,
    "index": index.measure,
    "page": page.measure,
    "search": search.measure,
    "server": server.measure,
    "window": window.measure,
}


class Command(BaseCommand):
    help = (
        "Measures one part of the site: `classroom` lets 40 pupils open it at once on a line of 10 Mbit/s, "
        "`dates` parses 10,000 different EDTF texts, `drawing` moves the drawing in a browser with scratch records of up to 100,000 events (ten minutes), `index` reads the record into memory, "
        "`page` opens pages on a slow network with a slow processor (three minutes), `search` searches in eight ways, "
        "`server` holds requests a second against a bare view (two minutes), `window` answers 200 windows. "
        "docs/benchmarks.md has the latest figures."
    )

    def add_arguments(self, parser):
        parser.add_argument("part", choices=list(PARTS))
        parser.add_argument(
            "--events",
            type=int,
            default=0,
            help="add so many made-up events first (2,000 a second), and take them back afterwards",
        )

    def handle(self, *args, part, events, **options):
        if part in ("index", "search", "window") and not Event.objects.published().exists():
            raise CommandError("The record is empty: run manage.py load_fixtures first.")
        if not events:
            return self.tell(part)
        with transaction.atomic():
            if there := stress_events().count():
                raise CommandError(f"{there} made-up events are here already: measure them without --events.")
            write(events, seed=1)
            self.tell(part)
            transaction.set_rollback(True)

    def tell(self, part):
        try:
            for line in PARTS[part]():
                self.stdout.write(line)
        except NoBrowser as reason:
            raise CommandError(str(reason)) from None
