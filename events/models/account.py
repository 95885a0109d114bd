"""What an editor's account has beside Django's user: codes for the day when the telephone is lost."""

from django.db import models


class RecoveryCode(models.Model):
    """One unused code, kept as a digest; it goes when it is used, and with its device."""

    device = models.ForeignKey("otp_totp.TOTPDevice", models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["device", "digest"], name="recovery_code_once")]

    def __str__(self):
        return f"recovery code {self.pk}"
