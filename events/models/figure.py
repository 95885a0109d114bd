"""A number that a source gives, kept as data: value, unit, for whom, for when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.dates.fields import HistoricalDateField

from .base import NaturalKeyManager, Record, translated_line, translated_text
from .event import Event
from .history import history_of
from .source import Source


class Figure(Record):
    natural_key_fields = ("event__slug", "key")
    belongs_to = ("event",)

    class Qualifier(models.TextChoices):
        EXACT = "exact", _("exactly")
        ABOUT = "about", _("about")
        OVER = "over", _("more than")
        UNDER = "under", _("less than")
        UP_TO = "up_to", _("up to")

    event = models.ForeignKey(Event, models.CASCADE, related_name="figures", verbose_name=_("event"))
    key = models.SlugField(_("key"), max_length=80)
    label = translated_line(_("label"), 160)
    value = models.DecimalField(
        _("value"), max_digits=20, decimal_places=4, null=True, blank=True, help_text=_("Empty: lost in the copy.")
    )
    unit = translated_line(_("unit"), 60, blank=True, default="")
    qualifier = models.CharField(_("qualifier"), max_length=8, choices=Qualifier, default=Qualifier.EXACT)
    beneficiary = translated_line(_("for whom"), 120, blank=True, default="")
    period = HistoricalDateField(_("period"), blank=True, default="", derived={})
    source = models.ForeignKey(Source, models.PROTECT, related_name="figures", verbose_name=_("source"))
    locator = models.CharField(_("locator"), max_length=80)
    note = translated_text(_("note"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["event", "order", "key"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [models.UniqueConstraint(fields=["event", "key"], name="figure_once")]

    def __str__(self):
        return self.label
