"""The events of a view, or the whole record, as one file of any format."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict
from django.utils import translation

from events.api.downloads import view_file
from events.exchange.export import FORMATS, whole_record, write
from events.exchange.report import ExchangeError
from events.filters import EventFilter, FilterError
from events.languages import LANGUAGES
from events.timeline_data.index import RecordIndex


class Command(BaseCommand):
    help = (
        "Write published events as one file: a view of them (--view), or with --everything the whole record with drafts,"
        " vocabulary, sources and lessons. A folder of fixture files is written by dump_fixtures."
    )

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=FORMATS, default="yaml", help="(default: %(default)s)")
        parser.add_argument("--view", default="", help='the query string of a page, such as "country=CN&from=1986"')
        parser.add_argument("--everything", action="store_true", help="the whole record; only without --view")
        parser.add_argument("--language", choices=LANGUAGES, default="vi", help="of a TimelineJS story (default: vi)")
        parser.add_argument("--out", type=Path, help="a new file; without it the text goes to the standard output")

    def handle(self, *args, **options):
        if options["everything"] and (options["view"] or FORMATS[options["format"]].is_story):
            raise CommandError("--everything is the whole record in csv, json or yaml: leave --view out.")
        with translation.override("en"):
            try:
                text = self.text(options)
            except ExchangeError as error:
                raise CommandError(str(error)) from None
            except FilterError as error:
                raise CommandError(f"--view: {error}") from None
        self.put(text, options["out"])

    def text(self, options):
        if options["everything"]:
            return write(whole_record(), options["format"])
        index = RecordIndex.current()
        view = EventFilter.from_querydict(QueryDict(options["view"]), index)
        return view_file(view, index, options["format"], options["language"])

    def put(self, text, path):
        if path is None:
            self.stdout.write(text, ending="")
            return
        try:
            with path.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
        except OSError as error:
            raise CommandError(f"{path}: the file cannot be written ({error.strerror}): name a new one.") from None
        self.stdout.write(f"written to {path}")
