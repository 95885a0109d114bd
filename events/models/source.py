"""Sources, and what an event takes from them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_extensions.db.models import TimeStampedModel

from events.dates.fields import HistoricalDateField

from .base import NaturalKeyManager, Record, translated_line, translated_text
from .history import history_of


class Source(TimeStampedModel, Record):
    """A document, described with the fields of CSL-JSON."""

    natural_key_fields = ("key",)

    class Kind(models.TextChoices):
        PRIMARY = "primary", _("primary source")
        OFFICIAL = "official", _("official source")
        SCHOLARLY = "scholarly", _("scholarly work")
        PRESS = "press", _("press")
        REFERENCE = "reference", _("reference work")

    class Type(models.TextChoices):
        """Item types of CSL 1.0.2 that this record needs."""

        ARTICLE_JOURNAL = "article-journal", _("journal article")
        ARTICLE_NEWSPAPER = "article-newspaper", _("newspaper article")
        BOOK = "book", _("book")
        CHAPTER = "chapter", _("chapter")
        DOCUMENT = "document", _("document")
        ENTRY = "entry", _("entry")
        INTERVIEW = "interview", _("interview")
        REPORT = "report", _("report")
        SPEECH = "speech", _("speech")
        TREATY = "treaty", _("treaty")
        WEBPAGE = "webpage", _("web page")

    key = models.SlugField(_("key"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    csl_type = models.CharField(_("type"), max_length=32, choices=Type)
    original_title = models.CharField(_("title as printed"), max_length=400)
    title = translated_line(_("short title"), 160)
    author = models.CharField(_("author"), max_length=200, blank=True, default="")
    container = models.CharField(_("published in"), max_length=200, blank=True, default="")
    issued = HistoricalDateField(_("issued"), blank=True, default="", derived={})
    language = models.CharField(_("language"), max_length=8, blank=True, default="")
    doi = models.CharField(_("DOI"), max_length=120, blank=True, default="")
    url = models.URLField(_("address"), blank=True, default="")
    standpoint = translated_text(_("standpoint"), help_text=_("One neutral sentence on whose voice it is."))

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["key"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("events:source", args=[self.key])


class Citation(Record):
    """What one passage of one source says for, or against, an event."""

    natural_key_fields = ("event__slug", "source__key", "locator")
    belongs_to = ("event",)

    class Supports(models.TextChoices):
        DATE = "date", _("the date")
        FACT = "fact", _("the fact")
        FIGURE = "figure", _("the figure")
        INTERPRETATION = "interpretation", _("the interpretation")

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports")
        DIFFERS = "differs", _("differs")

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="citations", verbose_name=_("event"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations", verbose_name=_("source"))
    locator = models.CharField(
        _("locator"), max_length=80, help_text=_("Where in the source: §2.3.1, note 8, Table 1, answer 3.")
    )
    supports = models.CharField(_("speaks of"), max_length=16, choices=Supports, default=Supports.FACT)
    stance = models.CharField(_("stance"), max_length=16, choices=Stance, default=Stance.SUPPORTS)
    note = translated_text(_("note"), help_text=_("In our own words."))
    stated_value = models.CharField(
        _("value it gives"), max_length=120, blank=True, default="", help_text=_("Where it differs from the record.")
    )
    preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("The value shown first, where sources give several dates.")
    )

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["event", "stance", "source", "locator"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            models.UniqueConstraint(fields=["event", "source", "locator"], name="citation_once"),
            models.UniqueConstraint(
                fields=["event"],
                condition=Q(preferred=True, supports="date"),
                name="citation_one_preferred_date",
                violation_error_message=_("Another citation of this event already gives the preferred date."),
            ),
            models.CheckConstraint(
                condition=~Q(stance="differs") | ~Q(stated_value=""),
                name="citation_differs_says_what",
                violation_error_message=_("A citation that differs must say which value it gives."),
            ),
        ]

    def __str__(self):
        return f"{self.source}, {self.locator}"
