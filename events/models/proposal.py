"""A change that is proposed beside the published event, and what reviewers say about it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .event import Event


class ProposalQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(status=Proposal.Status.OPEN)


class Proposal(models.Model):
    """A draft revision: the event with its citations, relations and figures before and after, as the record's files have them."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")
        TAKEN_BACK = "taken_back", _("taken back")

    event = models.ForeignKey(Event, models.CASCADE, related_name="proposals", verbose_name=_("event"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="proposals", verbose_name=_("author")
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)
    reason = models.TextField(_("why"))
    before = models.JSONField()
    after = models.JSONField()
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.OPEN, db_index=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    decided = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-pk"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")

    def __str__(self):
        return f"{self.event}: {self.reason}"


class ReviewComment(models.Model):
    """What one person says about an event in review, or about a proposal."""

    event = models.ForeignKey(Event, models.CASCADE, null=True, related_name="comments", verbose_name=_("event"))
    proposal = models.ForeignKey(
        Proposal, models.CASCADE, null=True, related_name="comments", verbose_name=_("proposal")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("author")
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)
    text = models.TextField(_("comment"), max_length=4000)

    class Meta:
        ordering = ["created", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=True, proposal__isnull=False) | Q(event__isnull=False, proposal__isnull=True),
                name="comment_on_one_thing",
            )
        ]

    def __str__(self):
        return self.text[:80]
