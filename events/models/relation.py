"""Links between events: what led to what, as a source asserts it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .base import NaturalKeyManager, Record, translated_text
from .event import Event
from .history import history_of
from .source import Source


class Relation(Record):
    """Reads `from_event kind to_event`, with the passage that asserts it."""

    natural_key_fields = ("from_event__slug", "to_event__slug", "kind")
    belongs_to = ("from_event",)

    class Kind(models.TextChoices):
        LED_TO = "led_to", _("led to")
        RESPONDED_TO = "responded_to", _("responded to")
        PART_OF = "part_of", _("part of")
        FOLLOWED_BY = "followed_by", _("followed by")
        REAFFIRMED = "reaffirmed", _("reaffirmed")
        ENDED = "ended", _("ended")

    class Status(models.TextChoices):
        AGREED = "agreed", _("agreed")
        DEBATED = "debated", _("debated")

    from_event = models.ForeignKey(Event, models.CASCADE, related_name="relations_out", verbose_name=_("from"))
    to_event = models.ForeignKey(Event, models.CASCADE, related_name="relations_in", verbose_name=_("to"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.AGREED)
    source = models.ForeignKey(Source, models.PROTECT, related_name="relations", verbose_name=_("source"))
    locator = models.CharField(_("locator"), max_length=80)
    note = translated_text(_("note"))

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["from_event", "to_event", "kind"]
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(fields=["from_event", "to_event", "kind"], name="relation_once"),
            models.CheckConstraint(
                condition=~Q(from_event=F("to_event")),
                name="relation_not_to_itself",
                violation_error_message=_("An event cannot be related to itself."),
            ),
        ]

    def __str__(self):
        return f"{self.from_event} {self.get_kind_display()} {self.to_event}"

    def clean(self):
        super().clean()
        if self.from_event_id and self.to_event_id:
            problem = order_problem(self.kind, self.from_event.date, self.to_event.date)
            if problem:
                raise ValidationError(problem)


def order_problem(kind, from_date, to_date):
    """Say why dates forbid the relation, or None: a cause may not surely begin after its effect is over."""
    if kind in (Relation.Kind.LED_TO, Relation.Kind.FOLLOWED_BY):
        cause, effect = from_date, to_date
    elif kind in (Relation.Kind.RESPONDED_TO, Relation.Kind.REAFFIRMED, Relation.Kind.ENDED):
        cause, effect = to_date, from_date
    else:
        return None
    if cause.earliest is None or effect.latest is None or cause.earliest <= effect.latest:
        return None
    return _(
        "The earlier event (%(cause)s) begins after the later one (%(effect)s) is over: swap them or mend a date."
    ) % {
        "cause": cause,
        "effect": effect,
    }
