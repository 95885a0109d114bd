"""The vocabulary that events point to: states, organisations, themes, persons with their offices, places, periods."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.dates.fields import HistoricalDateField

from .base import NAME_LENGTH, NaturalKeyManager, Record, alternative_names, translated_line, translated_text
from .history import history_of


class Country(Record):
    """A state, present or former; `code` is ISO 3166-1 alpha-2, or ISO 3166-3 for a state that is no more."""

    natural_key_fields = ("code",)

    class Shape(models.TextChoices):
        CIRCLE = "circle", _("circle")
        SQUARE = "square", _("square")
        DIAMOND = "diamond", _("diamond")
        TRIANGLE = "triangle", _("triangle")
        TRIANGLE_DOWN = "triangle_down", _("triangle pointing down")
        PENTAGON = "pentagon", _("pentagon")
        STAR = "star", _("star")
        CROSS = "cross", _("cross")

    code = models.CharField(
        _("code"), max_length=4, unique=True, help_text=_("ISO 3166 code, in capitals: CN, SUHH."),
        validators=[RegexValidator(r"^([A-Z]{2}){1,2}\Z", _("Write two or four capital letters, as ISO 3166 does."))],
    )  # fmt: skip
    name = translated_line(_("name"), NAME_LENGTH)
    alternative_names = alternative_names()
    first_year = models.IntegerField(_("first year"), null=True, blank=True)
    last_year = models.IntegerField(_("last year"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("successor")
    )
    colour = models.PositiveSmallIntegerField(
        _("colour role"), default=1, validators=[MinValueValidator(1), MaxValueValidator(8)]
    )
    shape = models.CharField(_("shape"), max_length=16, choices=Shape, default=Shape.CIRCLE)

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["code"]
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        constraints = [
            models.CheckConstraint(
                condition=Q(first_year__isnull=True) | Q(last_year__isnull=True) | Q(first_year__lte=F("last_year")),
                name="country_years_in_order",
                violation_error_message=_("The first year is after the last year."),
            ),
            models.CheckConstraint(condition=Q(colour__range=(1, 8)), name="country_colour_role"),
        ]

    def __str__(self):
        return f"{self.name} ({self.code})"

    def get_absolute_url(self):
        return reverse("events:country", args=[self.code])


class Organisation(Record):
    class Kind(models.TextChoices):
        PARTY = "party", _("party")
        BLOC = "bloc", _("bloc")
        AGENCY = "agency", _("agency")
        COMPANY = "company", _("company")
        FRONT = "front", _("front")
        GOVERNMENT = "government", _("government body")
        MILITARY = "military", _("armed force")

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = translated_line(_("name"), NAME_LENGTH)
    short_name = translated_line(_("short name"), 40, blank=True, default="")
    alternative_names = alternative_names()
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="organisations", verbose_name=_("country")
    )
    dates = HistoricalDateField(_("existence"), blank=True, default="", derived={})

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("events:organisation", args=[self.slug])


class Theme(Record):
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = translated_line(_("name"), NAME_LENGTH)
    definition = translated_text(_("definition"), help_text=_("One sentence."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["order", "slug"]
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("events:theme", args=[self.slug])


class Person(Record):
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = translated_line(_("name"), NAME_LENGTH)
    original_name = models.CharField(_("original spelling"), max_length=NAME_LENGTH, blank=True, default="")
    born = HistoricalDateField(_("born"), blank=True, default="", derived={})
    died = HistoricalDateField(_("died"), blank=True, default="", derived={})
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("country")
    )

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("events:person", args=[self.slug])


class Office(Record):
    """A post that a person held, with its term, so that a visit can be checked against the title."""

    natural_key_fields = ("person__slug", "title_en", "term")

    person = models.ForeignKey(Person, models.CASCADE, related_name="offices", verbose_name=_("person"))
    title = translated_line(_("title"), NAME_LENGTH)
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="offices", verbose_name=_("country")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="offices", verbose_name=_("organisation")
    )
    term = HistoricalDateField(_("term"), derived={"earliest": "earliest", "latest": "latest"})
    earliest = models.BigIntegerField(_("earliest day"), null=True, editable=False)
    latest = models.BigIntegerField(_("latest day"), null=True, editable=False)

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["person", "earliest"]
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        constraints = [
            models.UniqueConstraint(fields=["person", "title_en", "term"], name="office_once"),
        ]

    def __str__(self):
        return f"{self.person}: {self.title}"


class Place(Record):
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = translated_line(_("name now"), NAME_LENGTH)
    former_name = translated_line(_("name then"), NAME_LENGTH, blank=True, default="")
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="places", verbose_name=_("country")
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=7, decimal_places=4, null=True, blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )  # fmt: skip
    longitude = models.DecimalField(
        _("longitude"), max_digits=7, decimal_places=4, null=True, blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )  # fmt: skip
    note = translated_text(_("note"))

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="place_both_coordinates",
                violation_error_message=_("Give both latitude and longitude, or neither."),
            ),
        ]

    def __str__(self):
        return self.name


class Period(Record):
    """A stretch of the past as one source divides it: the periodisation belongs to that source."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = translated_line(_("name"), NAME_LENGTH)
    dates = HistoricalDateField(_("dates"), derived={"earliest": "earliest", "latest": "latest"})
    earliest = models.BigIntegerField(_("earliest day"), null=True, editable=False)
    latest = models.BigIntegerField(_("latest day"), null=True, editable=False)
    periodisation = models.ForeignKey(
        "events.Source", models.PROTECT, related_name="periods", verbose_name=_("whose periodisation")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = NaturalKeyManager()
    history = history_of()

    class Meta:
        ordering = ["periodisation", "order", "slug"]
        verbose_name = _("period")
        verbose_name_plural = _("periods")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("events:period", args=[self.slug])
