"""Prints what the page about/balance/ shows: how the published record is spread over countries, sources, decades, themes."""

from django.core.management.base import BaseCommand
from django.utils import translation

from events.balance import FEW
from events.languages import LANGUAGES
from events.timeline_data.index import RecordIndex
from events.views.balance import context


class Command(BaseCommand):
    help = (
        "Report how many events and citations each country, source, decade and theme has, and what rests on one source."
    )

    def add_arguments(self, parser):
        parser.add_argument("--language", choices=LANGUAGES, default="en", help="the language of names and headings")

    def handle(self, *args, language, **options):
        index = RecordIndex.current()
        with translation.override(language):
            for line in lines(context(index)):
                self.stdout.write(line)


def lines(shown: dict):
    """The report, a line at a time."""
    found = shown["balance"]
    yield f"{found.events} events, {found.citations} citations, {found.single} events told by one source only"
    for table in shown["tables"]:
        yield ""
        yield f"{table['heading']:48} events  share  citations  one source"
        for line in table["lines"]:
            share = line["share"]
            yield f"{line['name']:48} {share.events:6} {line['per_cent']:>5}% {share.citations:10} {share.single:11}"
    yield ""
    yield f"countries under {FEW} %: " + ", ".join(f"{name} ({events})" for name, events in shown["few_names"])
    for name, events, source in shown["on_one_source"]:
        yield f"on one source only: {name} ({events}), {source}"
