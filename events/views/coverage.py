"""Which texts of the public record stand in which language, and how many are read in another one instead."""

from django.db.models import Count, Q, QuerySet, Value
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from events.languages import LANGUAGES, columns
from events.models import (
    Citation,
    Country,
    Event,
    Figure,
    Lesson,
    LessonStep,
    Office,
    Organisation,
    Period,
    Person,
    Place,
    Relation,
    Source,
    Theme,
)
from events.timeline_data.index import RecordIndex

from . import pages
from .addresses import OWN_NAMES
from .kept import once

# What readers see of the record, in the order of the table.
KINDS = (
    (Event, "title", gettext_lazy("Titles of events")),
    (Event, "summary", gettext_lazy("Summaries of events")),
    (Event, "significance", gettext_lazy("Why an event matters")),
    (Country, "name", gettext_lazy("Names of countries")),
    (Theme, "name", gettext_lazy("Names of themes")),
    (Theme, "definition", gettext_lazy("What a theme means")),
    (Organisation, "name", gettext_lazy("Names of organisations")),
    (Person, "name", gettext_lazy("Names of people")),
    (Office, "title", gettext_lazy("Offices that people held")),
    (Place, "name", gettext_lazy("Names of places")),
    (Period, "name", gettext_lazy("Names of periods")),
    (Source, "title", gettext_lazy("Short titles of sources")),
    (Source, "standpoint", gettext_lazy("Whose voice a source is")),
    (Citation, "note", gettext_lazy("Notes on what a source says")),
    (Relation, "note", gettext_lazy("Notes on causes and consequences")),
    (Figure, "label", gettext_lazy("What a figure counts")),
    (Lesson, "title", gettext_lazy("Titles of lessons")),
    (LessonStep, "question", gettext_lazy("Questions of lessons")),
)
PUBLISHED = Event.Status.PUBLISHED
# What belongs to a draft is no more public than the draft.
PUBLIC = {
    Event: Q(status=PUBLISHED),
    Citation: Q(event__status=PUBLISHED),
    Figure: Q(event__status=PUBLISHED),
    LessonStep: Q(event__status=PUBLISHED),
    Relation: Q(from_event__status=PUBLISHED, to_event__status=PUBLISHED),
}


@require_safe
def languages(request):
    index = RecordIndex.current()
    return pages.serve(request, index, lambda: ("events/languages.html", context(index)))


def context(index: RecordIndex) -> dict:
    # The same in every language of the page.
    found = once(index, ("texts",), counted)
    lines = [
        {"label": label, "all": found[at][0], "cells": [cell(found[at][0], there) for there in found[at][1:]]}
        for at, (_model, _name, label) in enumerate(KINDS)
    ]
    return {"names": [(code, OWN_NAMES[code]) for code in LANGUAGES], "lines": lines}


def cell(everything: int, there: int) -> dict:
    return {"there": there, "missing": everything - there}


def counted() -> dict[int, tuple[int, ...]]:
    """By the place of a kind: how many texts there are in any language, and how many in each; in one query."""
    first, *others = (_counts(at, model, name) for at, (model, name, _label) in enumerate(KINDS))
    return {at: tuple(numbers) for at, *numbers in first.union(*others, all=True)}


def _counts(at: int, model, name: str) -> QuerySet:
    has = [~Q(**{column: ""}) for column in columns(name)]
    anywhere = has[0]
    for more in has[1:]:
        anywhere |= more
    numbers = {"everything": Count("pk", filter=anywhere)}
    numbers |= {f"in_{code}": Count("pk", filter=there) for code, there in zip(LANGUAGES, has, strict=True)}
    rows = model.objects.order_by().filter(PUBLIC.get(model, Q()))
    return rows.values(at=Value(at)).annotate(**numbers).values_list("at", *numbers)
