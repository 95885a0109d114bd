"""What is handed on: a view, the page of an event, or a lesson; each by its own address."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import unquote

from django.http.request import split_domain_port
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.filters import Chip, EventFilter, FilterError, chips, sentence
from events.filters.params import check_names, single
from events.models import Lesson
from events.templatetags.dates import date_words, in_language
from events.timeline_data.index import RecordIndex


@dataclass(frozen=True)
class Subject:
    """`path` is its own address, `query` what the pages about it are asked with; `view` where it is a view."""

    heading: str
    title: str
    words: str
    path: str
    query: str
    view: EventFilter | None = None
    chips: tuple[Chip, ...] = ()


def subject_of(data, index: RecordIndex) -> Subject:
    """Read a query: the parameters of a view, or `of=event/…` or `of=lesson/…` alone; raises FilterError."""
    if "of" in data:
        check_names(data, ("of",))
        kind, _slash, slug = single(data, "of").partition("/")
        if kind == "event" and slug in index.position:
            return event_subject(index, slug)
        if kind == "lesson":
            return lesson_subject(get_object_or_404(Lesson, slug=slug))
        raise FilterError("of", single(data, "of"), _("Write event/ or lesson/ and the last part of its address."))
    return view_subject(EventFilter.from_querydict(data, index).without("page"), index)


def view_subject(view: EventFilter, index: RecordIndex) -> Subject:
    found, query = tuple(chips(view, index)), view.to_querystring()
    title = ", ".join(chip.label for chip in found) or _("Vietnam's foreign relations in time")
    path = reverse("events:timeline") + (f"?{query}" if query else "")
    return Subject(_("Share this view"), title, sentence(view, index), path, query, view, found)


def event_subject(index: RecordIndex, slug: str) -> Subject:
    row = index.rows[index.position[slug]]
    title = in_language(row.title, get_language())
    return Subject(
        _("Share this event"), title, date_words(row.date), reverse("events:event", args=[slug]), f"of=event/{slug}"
    )


def lesson_subject(lesson: Lesson) -> Subject:
    path = reverse("events:lesson", args=[lesson.slug])
    return Subject(_("Share this lesson"), lesson.title, lesson.introduction, path, f"of=lesson/{lesson.slug}")


def longest_parameter(query: str) -> tuple[str, str]:
    """The parameter that makes a query long: its name and value."""
    pairs = [pair.partition("=") for pair in query.split("&")]
    name, _sign, value = max(pairs, key=lambda pair: len(pair[2]))
    return name, unquote(value.replace("+", " "))


def is_loopback(host: str) -> bool:
    """Whether only this very computer reaches the host, as `127.0.0.1:8000` or `localhost`."""
    name, _port = split_domain_port(host)
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return name == "localhost"
