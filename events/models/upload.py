"""A file that waits between the preview of its import and the decision of the person who sent it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=2)


class UploadQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(user=user)

    def keep(self, user, **values):
        """Keep a new file; the person's earlier ones and everybody's old ones go."""
        self.filter(models.Q(user=user) | models.Q(created__lt=timezone.now() - KEPT)).delete()
        return self.create(user=user, **values)


class Upload(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="uploads", verbose_name=_("who"))
    created = models.DateTimeField(_("when"), auto_now_add=True)
    name = models.CharField(_("name of the file"), max_length=200)
    text = models.TextField()
    # How it is read: language of slides, whether to publish, whether eras and groups become vocabulary.
    options = models.JSONField(default=dict)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("uploaded file")
        verbose_name_plural = _("uploaded files")

    def __str__(self):
        return self.name
