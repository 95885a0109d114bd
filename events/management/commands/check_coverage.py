"""Every year and date of the source documents is accounted for; `--write` makes fixtures/COVERAGE.md anew."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from events.exchange.coverage import document, problems, read, report
from events.exchange.load import read_records


class Command(BaseCommand):
    help = "Check that every year and numeric date of the source documents is accounted for in fixtures/coverage/."

    def add_arguments(self, parser):
        parser.add_argument("--write", action="store_true", help="write fixtures/COVERAGE.md")
        parser.add_argument("--sources", type=Path, default=settings.BASE_DIR.parent / "shared" / "sources")

    def handle(self, *args, write, sources, **options):
        fixtures = settings.BASE_DIR / "fixtures"
        targets = {f"{record.model._meta.model_name}:{'/'.join(map(str, record.key))}" for record in read_records()}
        accounts, found, compared = {}, [], 0
        for path in sorted((fixtures / "coverage").glob("*.tsv")):
            try:
                accounts[path.stem] = read(path)
            except ValueError as error:
                raise CommandError(str(error)) from None
            text = document(path.stem, sources)
            compared += text is not None
            found += problems(path.name, accounts[path.stem], targets, text)
        if found:
            raise CommandError("\n".join([f"{len(found)} problems:", *found[:50]]))
        if write:
            (fixtures / "COVERAGE.md").write_text(report(accounts), encoding="utf-8")
        total = sum(map(len, accounts.values()))
        self.stdout.write(
            f"{total} years and dates in {len(accounts)} documents accounted for; {compared} texts compared"
        )
        if compared < len(accounts):
            self.stdout.write(f"the source texts are not in {sources}: their tokens were not compared")
