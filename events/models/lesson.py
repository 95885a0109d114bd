"""A teacher's sequence through the record: events in an order of their own, each with a question for the class."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import NAME_LENGTH, NaturalKeyManager, Record, translated_line, translated_text
from .event import Event
from .history import history_of


class Lesson(Record):
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    title = translated_line(_("title"), NAME_LENGTH)
    introduction = translated_text(_("introduction"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["order", "slug"]
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def __str__(self):
        return self.title


class LessonStep(Record):
    natural_key_fields = ("lesson__slug", "order")

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="steps", verbose_name=_("lesson"))
    order = models.PositiveSmallIntegerField(_("order"))
    event = models.ForeignKey(Event, models.PROTECT, related_name="lesson_steps", verbose_name=_("event"))
    question = translated_text(_("question"))
    hint = translated_text(_("hint"))

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["lesson", "order"]
        verbose_name = _("lesson step")
        verbose_name_plural = _("lesson steps")
        constraints = [models.UniqueConstraint(fields=["lesson", "order"], name="lesson_step_once")]

    def __str__(self):
        return f"{self.lesson} {self.order}"
