"""The slides of a presentation: the events of a view in order of time, or the steps of a lesson in the teacher's order."""

from dataclasses import dataclass

from django.urls import reverse

from events.filters import EventFilter
from events.filters.params import check_names, whole_number
from events.models import Lesson, LessonStep
from events.timeline_data.bitmaps import first, places_of
from events.timeline_data.index import RecordIndex, Row

from .subject import view_subject

# What turns to another slide, in the order of the links.
TURNS = ("first", "earlier", "later", "last")


@dataclass(frozen=True)
class Slide:
    """One slide of `count`, the `number`-th; `turns` leads from each of TURNS to an address, as far as there is one.

    `leave` is where the show began; `query` is the canonical one of this slide. Without a row there is nothing to show.
    """

    show: str
    number: int
    count: int
    query: str
    leave: str
    turns: dict[str, str]
    row: Row | None = None
    step: LessonStep | None = None


def slide_of_view(index: RecordIndex, view: EventFilter) -> Slide:
    """The slide of the view's event, else of the first one after it in the view; the first where none is named."""
    view = view.without("page")
    places = places_of(view.bits(index))
    at = 0
    if view.event:
        before = view.bits(index) & first(index.position[view.event])
        at = min(before.bit_count(), max(0, len(places) - 1))

    def address(place: int) -> str:
        (row,) = index.rows.at([places[place]])
        return f"{reverse('events:present')}?{view.with_value('event', row.slug).to_querystring()}"

    row = index.rows.at([places[at]])[0] if places else None
    # Whoever leaves finds the event of the last slide chosen in the drawing.
    chosen = view.with_value("event", row.slug) if row else view
    subject = view_subject(chosen, index)
    return Slide(
        subject.title, at + 1, len(places), view.to_querystring(), subject.path, _turns(at, len(places), address), row
    )


def slide_of_lesson(index: RecordIndex, lesson: Lesson, data) -> Slide:
    """The slide of the parameter `step`, else the first; steps whose events are not published are left out."""
    check_names(data, ("step",))
    steps = [step for step in lesson.steps.select_related("event") if step.event.slug in index.position]
    number = whole_number(data, "step", 1, 1, max(1, len(steps)))
    own = reverse("events:present-lesson", args=[lesson.slug])
    turns = _turns(number - 1, len(steps), lambda place: f"{own}?step={place + 1}" if place else own)
    step = steps[number - 1] if steps else None
    row = index.rows[index.position[step.event.slug]] if step else None
    query = f"step={number}" if number > 1 else ""
    return Slide(
        lesson.title, number, len(steps), query, reverse("events:lesson", args=[lesson.slug]), turns, row, step
    )


def _turns(at: int, count: int, address) -> dict[str, str]:
    places = {"first": 0, "earlier": at - 1, "later": at + 1, "last": count - 1}
    return {name: address(place) for name, place in places.items() if 0 <= place < count and place != at}
