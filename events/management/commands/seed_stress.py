"""Fills the database with made-up events, to see how the site bears a large record."""

import time

from django.core.management.base import BaseCommand, CommandError

from events.models import Country
from events.stress.write import clear, editors_events, stress_events, write


class Command(BaseCommand):
    help = "Write made-up published events of the years 1000 to 2026 beside the record, or take them out again."

    def add_arguments(self, parser):
        parser.add_argument("count", nargs="?", type=int, help="how many events, such as 10000, 100000 or 1000000")
        parser.add_argument("--seed", type=int, default=1, help="another number gives other events (default: 1)")
        parser.add_argument("--clear", action="store_true", help="take out every event whose slug begins “stress-”")
        parser.add_argument("--yes", action="store_true", help="go on although the database holds editors' own events")

    def handle(self, *args, count, seed, clear, yes, **options):
        if clear:
            self.take_out()
        elif count is None or count < 1:
            raise CommandError("Say how many events to write, such as 10000; or --clear.")
        else:
            self.refuse_where_it_would_hurt(yes)
            self.fill(count, seed)

    def take_out(self):
        started = time.perf_counter()
        count = clear()
        self.stdout.write(f"took out {count} events in {time.perf_counter() - started:.1f} s")

    def refuse_where_it_would_hurt(self, yes):
        if not Country.objects.exists():
            raise CommandError("The vocabulary is empty: run manage.py load_fixtures first.")
        if there := stress_events().count():
            raise CommandError(f"{there} made-up events are here already: run seed_stress --clear first.")
        if not yes and (own := editors_events().count()):
            raise CommandError(
                f"This database holds {own} events that editors wrote or changed. Use a scratch database"
                " (DATABASE_URL=sqlite:///stress.sqlite3), or add --yes to write made-up events beside them."
            )

    def fill(self, count, seed):
        started = time.perf_counter()

        def tell(done):
            if done % 20_000 == 0 or done == count:
                rate = done / (time.perf_counter() - started)
                self.stdout.write(f"{done} of {count} events, {rate:.0f} a second")

        write(count, seed, tell)
