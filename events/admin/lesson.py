"""Editing lessons with their steps on one page."""

from django.contrib import admin
from translated_fields import TranslatedFieldAdmin

from events.models import Lesson, LessonStep

from .base import RecordAdmin


class LessonStepInline(TranslatedFieldAdmin, admin.StackedInline):
    model = LessonStep
    extra = 0
    autocomplete_fields = ("event",)
    fields = (("order", "event"), ("question_vi", "question_en"), ("hint_vi", "hint_en"))


@admin.register(Lesson)
class LessonAdmin(RecordAdmin):
    list_display = ("title_vi", "title_en", "order")
    inlines = (LessonStepInline,)
    search_fields = ("title", "introduction")


@admin.register(LessonStep)
class LessonStepAdmin(RecordAdmin):
    list_display = ("lesson", "order", "event", "question_vi")
    list_filter = ("lesson",)
    list_select_related = ("lesson", "event")
    autocomplete_fields = ("lesson", "event")
    search_fields = ("question", "hint")
