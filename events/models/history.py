"""Who changed what, when and why: every record keeps its past states, each in the step that made it."""

from django.conf import settings
from django.db import models
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .steps import step


class Change(models.Model):
    """One step of editing: all that one person did in one transaction, with the reason given."""

    class Kind(models.TextChoices):
        EDITED = "edited", _("edited")
        LOADED = "loaded", _("loaded from a file")
        BEFORE = "before", _("state before the first recorded change")
        SENT = "sent", _("sent to review")
        RETURNED = "returned", _("returned to its author")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")
        ACCEPTED = "accepted", _("proposal accepted")
        REVERTED = "reverted", _("reverted to an earlier state")
        DELETED = "deleted", _("deleted")
        RESTORED = "restored", _("restored")

    date = models.DateTimeField(_("when"), db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="changes", verbose_name=_("who")
    )
    kind = models.CharField(_("what"), max_length=12, choices=Kind, default=Kind.EDITED)
    reason = models.TextField(_("why"), blank=True, default="")

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self):
        return f"{self.date:%Y-%m-%d %H:%M} {self.get_kind_display()}"


class PastState(models.Model):
    """What each row of a history table carries besides the record's own columns."""

    change = models.ForeignKey(Change, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class StepRecords(HistoricalRecords):
    """Tables and queries of django-simple-history, but a step writes their rows: one per record, with its links.

    By itself the library leaves a row for every many-to-many field that is set, and no links of a deleted record.
    """

    def finalize(self, sender, **kwargs):
        super().finalize(sender, **kwargs)
        if sender is self.cls:
            pre_save.connect(self.pre_save, sender=sender, weak=False)

    def pre_save(self, instance, raw=False, **kwargs):
        if raw:
            # The stock `loaddata` leaves no history; the library's name for it also quiets the many-to-many fields.
            instance.skip_history_when_saving = True
        elif not hasattr(instance, "skip_history_when_saving"):
            with step() as current:
                current.before_change(instance)

    def post_save(self, instance, created, using=None, raw=False, **kwargs):
        if not hasattr(instance, "skip_history_when_saving"):
            with step() as current:
                current.touch(type(instance), instance.pk, "+" if created else "~")

    def pre_delete(self, instance, **kwargs):
        with step() as current:
            current.before_deletion(instance)

    def post_delete(self, instance, using=None, **kwargs):
        """The last state was kept while the record still had its links."""

    def m2m_changed(self, instance, action, attr, pk_set, reverse, **_):
        if hasattr(instance, "skip_history_when_saving"):
            return
        pks = [instance.pk] if not reverse else sorted(pk_set or ())
        with step() as current:
            if action.startswith("pre_"):
                current.begin_history(self.cls, pks)
            else:
                for pk in pks:
                    current.touch(self.cls, pk)


def history_of(links=(), without=()):
    """The past states of a record: its columns but those derived from others, and its many-to-many `links`."""
    return StepRecords(
        bases=[PastState],
        m2m_fields=links,
        excluded_fields=list(without),
        history_id_field=models.BigAutoField(),
        history_change_reason_field=models.TextField(null=True),
    )
