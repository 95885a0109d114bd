"""Editing lessons with their steps on one page."""

from django.contrib import admin
from translated_fields import TranslatedFieldAdmin

from events.languages import columns
from events.models import Lesson, LessonStep

from .base import RecordAdmin


class LessonStepInline(TranslatedFieldAdmin, admin.StackedInline):
    model = LessonStep
    extra = 0
    autocomplete_fields = ("event",)
    fields = (("order", "event"), columns("question"), columns("hint"))


@admin.register(Lesson)
class LessonAdmin(RecordAdmin):
    list_display = (*columns("title"), "order")
    inlines = (LessonStepInline,)
    search_fields = ("title", "introduction")


@admin.register(LessonStep)
class LessonStepAdmin(RecordAdmin):
    list_display = ("lesson", "order", "event", "question_vi")
    list_filter = ("lesson",)
    list_select_related = ("lesson", "event")
    autocomplete_fields = ("lesson", "event")
    search_fields = ("question", "hint")
