"""What editors have changed in an event since it was published, for everybody; and where an event went."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from events.exchange.compare import compare
from events.exchange.past import Past
from events.models import Change, Event, Relation
from events.timeline_data.index import RecordIndex

from . import pages
from .errors import gone


@require_safe
def changes(request, slug):
    index = RecordIndex.current()
    if slug not in index.position:
        return moved_or_gone(request, slug, "events:changes")
    return pages.serve(request, index, lambda: ("events/changes.html", context(index, slug)))


def context(index, slug) -> dict:
    event = Event.objects.get(slug=slug)
    return {"event": event, "row": index.rows[index.position[slug]], "steps": public_steps(event, index)}


@dataclass(frozen=True)
class PublicStep:
    """A step after which the public saw something else than before it."""

    change: Change
    differences: list
    is_first: bool


def public_steps(event, index) -> list[PublicStep]:
    """Newest first. Only states that were public are held against each other: what was written between is nobody's."""
    past = Past(Event, event.pk)
    public = [change for change in past.changes if _is_public(past.own_row(change.pk))]
    steps = []
    for at, change in enumerate(public):
        found = compare(past.records(public[at - 1].pk), past.records(change.pk), past.names) if at else []
        shown = [each for each in found if _is_shown(each, index)]
        # A step that did nothing but what the public may not see is not told, nor is its reason.
        if shown or not found:
            steps.append(PublicStep(change, shown, is_first=at == 0))
    return [step for step in steps[::-1] if step.differences or step.is_first or step.change.reason]


def _is_public(row) -> bool:
    return row is not None and row.status == Event.Status.PUBLISHED


def _is_shown(difference, index) -> bool:
    """A link to an event that the public does not know is none."""
    return difference.model is not Relation or difference.record.values["to_event"][0] in index.position


def last_change(event, index) -> Change | None:
    """The newest change of a published event; None for one that stands as it was published first."""
    rows = Event.history.filter(id=event.pk, status=Event.Status.PUBLISHED)
    # The numbers alone: nearly every event stands as it was published first.
    numbers = rows.order_by("-change_id").values_list("change_id", flat=True)[:2]
    if len(numbers) < 2:
        return None
    newest = [Change.objects.get(pk=numbers[0])]
    links = Relation.history.filter(change=newest[0], from_event=event.pk)
    if links.exclude(to_event__status=Event.Status.PUBLISHED).exists():
        # Rare: what the step did may be nothing for the public.
        newest = [step.change for step in public_steps(event, index) if not step.is_first]
    return newest[0] if newest else None


def moved_or_gone(request, slug, name):
    """An address that was public once leads to the new one or says that the event is gone; raises Http404 otherwise."""
    try:
        event = Event.objects.once_public(slug)
    except Event.DoesNotExist:
        raise Http404 from None
    if event and event.status == Event.Status.PUBLISHED:
        return redirect(reverse(name, args=[event.slug]), permanent=True)
    return gone(request)
