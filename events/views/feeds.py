"""Feeds for feed readers: what the editors have changed, and what happened on this day of the year."""

from dataclasses import dataclass
from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Change, Event
from events.sharing.on_this_day import events_on, today
from events.templatetags.dates import date_words, in_language
from events.timeline_data.index import RecordIndex, Row

from .changes import PublicStep, public_steps
from .made import serve_file

# Entries of a feed at the most, and events whose history is read for them.
MOST = 30
# First states that nobody edited: the record as it came, and what stood before the first recorded change.
NOT_NEW = (Change.Kind.LOADED, Change.Kind.BEFORE)


@require_safe
def changes(request):
    return _serve(request, ChangesFeed())


@require_safe
def on_this_day(request):
    return _serve(request, OnThisDayFeed(), today().isoformat())


def _serve(request, feed: Feed, *parts):
    return serve_file(request, RecordIndex.current(), Atom1Feed.content_type, lambda: feed(request).content, *parts)


@dataclass(frozen=True)
class Told:
    """One public change of one event."""

    row: Row
    step: PublicStep


def recent_changes(index: RecordIndex) -> list[Told]:
    """Newest first, and only what the page of an event's changes tells."""
    rows = Event.history.filter(status=Event.Status.PUBLISHED).exclude(change__kind__in=NOT_NEW)
    # A step keeps one state of an event, so that a few times MOST of them hold MOST events.
    newest = dict.fromkeys(rows.order_by("-change_id").values_list("id", flat=True)[: 4 * MOST])
    events = Event.objects.published().in_bulk(list(newest)[:MOST])
    told = []
    for event in events.values():
        if event.slug in index.position:
            row = index.rows[index.position[event.slug]]
            steps = public_steps(event, index)
            told += [Told(row, step) for step in steps if not (step.is_first and step.change.kind in NOT_NEW)]
    return sorted(told, key=lambda each: (-each.step.change.pk, each.row.slug))[:MOST]


class RecordFeed(Feed):
    """What both feeds have in common."""

    feed_type = Atom1Feed

    def get_object(self, request):
        return RecordIndex.current()

    def link(self, index):
        return reverse("events:timeline")

    def author_name(self, index):
        return _("Vietnam and the World")


class ChangesFeed(RecordFeed):
    def title(self, index):
        return _("Vietnam and the World") + ": " + _("what the editors have changed")

    def subtitle(self, index):
        return _("Published events that were added or changed, with the editors' reason.")

    def items(self, index):
        return recent_changes(index)

    def item_title(self, told):
        title = in_language(told.row.title, get_language())
        return (_("New: %s") if told.step.is_first else _("Changed: %s")) % title

    def item_description(self, told):
        return told.step.change.reason or date_words(told.row.date)

    def item_link(self, told):
        return reverse("events:changes", args=[told.row.slug]) + f"#step-{told.step.change.pk}"

    def item_pubdate(self, told):
        return told.step.change.date

    item_updateddate = item_pubdate


class OnThisDayFeed(RecordFeed):
    def title(self, index):
        return _("Vietnam and the World") + ": " + _("on this day")

    def subtitle(self, index):
        return _("Events of this day of the year; only those whose date is known to the day.")

    def items(self, index):
        self.day = today()
        rows = events_on(index, self.day)
        self.summaries = {event.slug: event for event in Event.objects.filter(slug__in=[row.slug for row in rows])}
        return rows

    def item_title(self, row):
        return f"{date_words(row.date)}: {in_language(row.title, get_language())}"

    def item_description(self, row):
        return self.summaries[row.slug].summary

    def item_link(self, row):
        return reverse("events:event", args=[row.slug])

    def item_guid(self, row):
        # Next year it is news again.
        return f"{row.slug}:{self.day.isoformat()}:{get_language()}"

    def item_pubdate(self, row):
        return timezone.make_aware(datetime.combine(self.day, time.min))

    item_updateddate = item_pubdate
