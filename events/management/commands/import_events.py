"""The door for files of any kind: checks them by every rule of the record and writes all of them or nothing."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from events.exchange.files import IMPORTS, read_text, shown_name
from events.exchange.importing import Document, Options, prepare, run
from events.exchange.load import outcome
from events.exchange.report import MOST_MESSAGES, ExchangeError, Report
from events.exchange.shown import plan_lines
from events.exchange.template import template
from events.languages import LANGUAGES

RIGHT = "events.publish_event"


class Command(BaseCommand):
    help = "Import events from YAML, JSON, CSV or TimelineJS (CSV or JSON), all or nothing, as drafts."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", type=Path, help=f"files whose names end in {', '.join(IMPORTS)}")
        parser.add_argument("--check", action="store_true", help="say what would be done, and write nothing")
        parser.add_argument(
            "--update", action="store_true", help="write records that the database holds with other content"
        )
        parser.add_argument("--publish", action="store_true", help="let the files say what is published; needs --as")
        parser.add_argument(
            "--as", dest="name", default="", help="the user whom the history names, and whose right to publish counts"
        )
        parser.add_argument("--reason", default="", help="why, for the history (default: the names of the files)")
        parser.add_argument(
            "--language", choices=LANGUAGES, default="vi", help="the language of a TimelineJS file (default: vi)"
        )
        parser.add_argument(
            "--known-only", action="store_true", help="make no themes and periods out of TimelineJS groups and eras"
        )
        parser.add_argument(
            "--template", action="store_true", help="print an empty sheet of events with an example row"
        )

    def handle(self, *args, **options):
        with translation.override("en"):
            if options["template"]:
                self.stdout.write(template(), ending="")
                return
            try:
                self.take_in(options)
            except ExchangeError as error:
                if error.plan:
                    self.show(error.plan, [], options["verbosity"])
                raise CommandError(str(error)) from None

    def take_in(self, options):
        choice = Options(options["update"], options["publish"], options["language"], not options["known_only"])
        user = self.user(options["name"], options["publish"])
        documents = read_files(options["files"])
        if options["check"]:
            found = prepare(documents, choice, stop_at_conflicts=False, tell=self.tell(options))
        else:
            reason = options["reason"] or ", ".join(document.name for document in documents)
            found = run(documents, choice, reason, user, tell=self.tell(options))
        found.plan.stop_at_conflicts()
        self.show(found.plan, found.notes, options["verbosity"])
        self.stdout.write(
            ("nothing was written; an import would do: " if options["check"] else "") + str(outcome(found.plan))
        )

    def show(self, plan, notes, verbosity):
        if verbosity:
            most = MOST_MESSAGES if verbosity == 1 else len(plan.entries)
            for line in (*map(str, notes[:most]), *plan_lines(plan, most)):
                self.stdout.write(line)
            if len(notes) > most:
                self.stdout.write(f"and {len(notes) - most} more notes")

    def tell(self, options):
        """Stages go to the other output, so that a pipe holds the report alone."""
        return (lambda stage: self.stderr.write(f"{stage} …")) if options["verbosity"] else (lambda stage: None)

    def user(self, name, publish):
        if not name:
            if publish:
                raise CommandError("--publish needs --as NAME: someone who may publish must answer for it.")
            return None
        user = get_user_model().objects.filter(username=name, is_active=True).first()
        if user is None:
            raise CommandError(f'There is no active user "{name}": see manage.py createsuperuser or the admin.')
        if publish and not user.has_perm(RIGHT):
            raise CommandError(f'"{name}" may not publish: import without --publish, the events come as drafts.')
        return user


def read_files(paths) -> list[Document]:
    """The texts of the files; raises ExchangeError when one of them cannot be read."""
    report = Report()
    texts = [(shown_name(path), read_text(path, report, IMPORTS)) for path in paths]
    report.stop_if_any()
    return [Document(name, text) for name, text in texts if text is not None]
