"""A picture that belongs to an event: the re-encoded file, what it shows in words, whose it is."""

from django.core.files.storage import default_storage
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .base import NaturalKeyManager, Record, translated_line
from .event import Event
from .history import history_of


class Illustration(Record):
    natural_key_fields = ("event__slug", "order")
    belongs_to = ("event",)

    class Licence(models.TextChoices):
        PUBLIC_DOMAIN = "public-domain", _("public domain")
        CC0 = "cc0", "CC0 1.0"
        CC_BY = "cc-by", "CC BY 4.0"
        CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
        PERMISSION = "permission", _("by permission of the owner")

    event = models.ForeignKey(Event, models.CASCADE, related_name="illustrations", verbose_name=_("event"))
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=[MaxValueValidator(99)])
    # Named by a hash of its content (events/pictures.py), so a name never stands for another picture.
    file = models.CharField(_("file"), max_length=64, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    alt = translated_line(
        _("what it shows"), 250, help_text=_("In words, for readers who cannot see it; one or two sentences.")
    )
    credit = models.CharField(_("credit"), max_length=200, help_text=_("Who made it, who keeps it."))
    licence = models.CharField(_("licence"), max_length=16, choices=Licence)
    origin = models.URLField(_("where it comes from"), blank=True, default="")

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["event", "order"]
        verbose_name = _("illustration")
        verbose_name_plural = _("illustrations")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "order"],
                name="illustration_order_once",
                violation_error_message=_("Another illustration of this event has this place in the order."),
            )
        ]

    def __str__(self):
        return self.alt

    @property
    def path(self) -> str:
        """Where the file lies below the media folder."""
        return f"illustrations/{self.file}"

    @property
    def address(self) -> str:
        return reverse("illustration", args=[self.file])

    @property
    def is_there(self) -> bool:
        return default_storage.exists(self.path)
