"""What readers send in without an account: problems with an event, proposals of new ones; and how many came lately."""

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.dates.fields import HistoricalDateField

from .event import TITLE_LENGTH, Event

TEXT_LENGTH, SOURCE_LENGTH = 3000, 600


class SubmissionQuerySet(models.QuerySet):
    def waiting(self):
        """What nobody has handled yet, the oldest first."""
        return self.filter(state=Submission.State.NEW).select_related("event").order_by("created", "pk")


class Submission(models.Model):
    """Holds nothing that tells who sent it."""

    class Kind(models.TextChoices):
        REPORT = "report", _("problem with an event")
        PROPOSAL = "proposal", _("proposal of an event")

    class State(models.TextChoices):
        NEW = "new", _("new")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="submissions", verbose_name=_("event"),
        help_text=_("The event that the report is about, or the draft that was made from the proposal."),
    )  # fmt: skip
    title = models.CharField(_("title"), max_length=TITLE_LENGTH, blank=True, default="")
    date = HistoricalDateField(_("date"), blank=True, default="", derived={})
    text = models.TextField(_("text"), validators=[MaxLengthValidator(TEXT_LENGTH)])
    source_text = models.TextField(
        _("where it can be read"), blank=True, default="", validators=[MaxLengthValidator(SOURCE_LENGTH)]
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    created = models.DateTimeField(_("sent"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.NEW, db_index=True)
    handled = models.DateTimeField(_("handled"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("handled by")
    )
    remark = models.TextField(_("remark of the editors"), blank=True, default="")

    objects = models.Manager.from_queryset(SubmissionQuerySet)()

    class Meta:
        ordering = ["-created", "-pk"]
        verbose_name = _("message from a reader")
        verbose_name_plural = _("messages from readers")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["report", "proposal"]), name="submission_kind"),
            models.CheckConstraint(condition=Q(state__in=["new", "accepted", "declined"]), name="submission_state"),
        ]

    def __str__(self):
        return self.title or (self.event.title if self.event else "") or str(self.get_kind_display())


class SubmissionCount(models.Model):
    """How many were sent in one hour by one sender, or by all; the sender is a digest that changes with the hour."""

    hour = models.PositiveIntegerField()
    sender = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hour", "sender"], name="submission_count_once")]

    def __str__(self):
        return f"{self.hour} {self.sender}: {self.count}"

    @classmethod
    def add(cls, hour: int, sender: str, limit: int) -> bool:
        """Count one more unless `limit` is reached: one UPDATE, so that no two workers both take the last place."""
        cls.objects.get_or_create(hour=hour, sender=sender)
        return bool(cls.objects.filter(hour=hour, sender=sender, count__lt=limit).update(count=F("count") + 1))
