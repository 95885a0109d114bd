"""Lessons: a teacher's way through the record, a question and a hint at every step."""

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from events.models import Event, Lesson
from events.timeline_data.index import RecordIndex

from . import pages


@require_safe
def lesson_index(request):
    index = RecordIndex.current()

    def draw():
        published = Q(steps__event__status=Event.Status.PUBLISHED)
        return "events/lessons.html", {"lessons": list(Lesson.objects.annotate(count=Count("steps", published)))}

    return pages.serve(request, index, draw)


@require_safe
def lesson(request, slug):
    index = RecordIndex.current()
    found = get_object_or_404(Lesson, slug=slug)
    return pages.serve(request, index, lambda: ("events/lesson.html", context(index, found)))


def context(index: RecordIndex, lesson: Lesson) -> dict:
    """The steps whose events are published, and the lessons before and after."""
    steps = lesson.steps.select_related("event")
    lessons = list(Lesson.objects.all())
    at = lessons.index(lesson)
    return {
        "lesson": lesson,
        "steps": [(s, index.rows[index.position[s.event.slug]]) for s in steps if s.event.slug in index.position],
        "earlier": lessons[at - 1] if at else None,
        "later": lessons[at + 1] if at + 1 < len(lessons) else None,
    }
