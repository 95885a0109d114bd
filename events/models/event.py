"""The dated event and the words in which its rows are asked for."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_extensions.db.models import TimeStampedModel

from events.dates import Precision
from events.dates.fields import HistoricalDateField

from .base import NaturalKeyManager, Record, alternative_names, translated_line, translated_text
from .history import history_of
from .steps import step
from .vocabulary import Country, Organisation, Person, Place, Theme

TITLE_LENGTH = 70
# Columns that history leaves out: they follow from others, or are the book-keeping of loads.
DERIVED = ("earliest", "latest", "precision", "approximate", "uncertain", "search", "loaded_version")


class EventQuerySet(models.QuerySet):
    def published(self):
        return self.filter(status=Event.Status.PUBLISHED)

    def claim(self, pk, version: int) -> bool:
        """Count the event up if it still has the version that was seen; inside a step, before anything is written."""
        with step() as current:
            if not self.select_for_update().filter(pk=pk, version=version).exists():
                return False
            if current.has_raised(pk):
                return True
            current.begin_history(self.model, [pk])
            self.filter(pk=pk).update(version=version + 1, modified=timezone.now())
            current.raised(pk)
        return True

    def once_public(self, slug: str):
        """The event that the public knew at this address, None if it was deleted; raises DoesNotExist if it knew none.

        It has another slug now, or it is withdrawn.
        """
        event = self.filter(slug=slug).first()
        if event is None:
            rows = self.model.history.filter(slug=slug, status=Event.Status.PUBLISHED)
            event = self.filter(pk=rows.order_by("change_id").last().id).first() if rows else None
            is_known = bool(rows) and (
                event is None or event.status in (Event.Status.PUBLISHED, Event.Status.WITHDRAWN)
            )
        else:
            is_known = event.status == Event.Status.WITHDRAWN
        if not is_known:
            raise self.model.DoesNotExist(f"no event was ever public as {slug}")
        return event

    def overlapping(self, earliest: int | None, latest: int | None):
        """Events that may touch the days `earliest` to `latest`; None on either side is open."""
        events = self
        if earliest is not None:
            events = events.filter(Q(latest__isnull=True) | Q(latest__gte=earliest))
        if latest is not None:
            events = events.filter(Q(earliest__isnull=True) | Q(earliest__lte=latest))
        return events

    def in_order(self):
        """By first possible day, open beginnings first; the slug decides between equals on every database."""
        return self.order_by(F("earliest").asc(nulls_first=True), "slug")

    def with_everything(self):
        """Fetch all that the event's page and its JSON show, in a fixed number of queries."""
        related = {"citations": ["source"], "figures": ["source"], "relations_out": ["to_event", "source"],
                   "relations_in": ["from_event", "source"]}  # fmt: skip
        joined = [
            models.Prefetch(name, self.model._meta.get_field(name).related_model.objects.select_related(*others))
            for name, others in related.items()
        ]
        many = ("countries", "organisations", "themes", "people")
        return self.select_related("place").prefetch_related(*many, *joined)


class Event(TimeStampedModel, Record):
    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Importance(models.IntegerChoices):
        TEXTBOOK = 1, _("a school textbook would show it")
        WORTH_SHOWING = 2, _("worth showing")
        DETAIL = 3, _("detail")

    slug = models.SlugField(_("slug"), max_length=80, unique=True, help_text=_("Stable address; never used again."))
    date = HistoricalDateField(_("date"))
    earliest = models.BigIntegerField(_("earliest day"), null=True, editable=False, db_index=True)
    latest = models.BigIntegerField(_("latest day"), null=True, editable=False)
    precision = models.CharField(
        _("precision"), max_length=12, editable=False, choices=[(p.value, p.value) for p in Precision]
    )
    approximate = models.BooleanField(_("approximate"), default=False, editable=False)
    uncertain = models.BooleanField(_("uncertain"), default=False, editable=False)

    title = translated_line(_("title"), TITLE_LENGTH)
    summary = translated_text(_("summary"), help_text=_("40 to 90 words, neutral, in our own words."))
    significance = translated_text(_("why it matters"), help_text=_("One sentence; who says it mattered, and why."))
    alternative_names = alternative_names()

    importance = models.PositiveSmallIntegerField(
        _("importance"), choices=Importance, default=Importance.WORTH_SHOWING,
        validators=[MinValueValidator(1), MaxValueValidator(3)],
    )  # fmt: skip
    countries = models.ManyToManyField(Country, blank=True, related_name="events", verbose_name=_("countries"))
    organisations = models.ManyToManyField(
        Organisation, blank=True, related_name="events", verbose_name=_("organisations")
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="events", verbose_name=_("themes"))
    people = models.ManyToManyField(Person, blank=True, related_name="events", verbose_name=_("people"))
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("place")
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.DRAFT, db_index=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    # The version that the last load of the fixtures left; another `version` means that an editor changed the event since.
    loaded_version = models.PositiveIntegerField(null=True, editable=False)
    search = models.TextField(editable=False, default="")

    objects = NaturalKeyManager.from_queryset(EventQuerySet)()
    history = history_of(links=(countries, organisations, themes, people), without=DERIVED)

    class Meta:
        ordering = [F("earliest").asc(nulls_first=True), "slug"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        permissions = [
            ("publish_event", _("Can publish and withdraw events")),
            ("change_published_event", _("Can change published and withdrawn events")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
                name="event_days_in_order",
                violation_error_message=_("The date ends before it begins."),
            ),
            models.CheckConstraint(condition=Q(importance__range=(1, 3)), name="event_importance"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "in_review", "published", "withdrawn"]), name="event_status"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="event_version"),
            models.CheckConstraint(
                condition=~Q(status="published")
                | (~Q(title_vi="") & ~Q(title_en="") & ~Q(summary_vi="") & ~Q(summary_en="")),
                name="event_published_in_both_languages",
                violation_error_message=_("A published event needs its title and summary in both languages."),
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.date})"

    def get_absolute_url(self):
        return reverse("events:event", args=[self.slug])
