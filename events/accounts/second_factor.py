"""The second factor: who needs it, how it is set up, what counts as a right code."""

import hashlib
import logging
import secrets
from base64 import b32encode
from datetime import timedelta

import django_otp
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from events import roles
from events.models import RecoveryCode

# Whose members change what the public reads.
GROUPS = (roles.EDITOR, roles.PUBLISHER)
RECOVERY_CODES = 10
log = logging.getLogger(__name__)
# A secret that was shown and never confirmed is not shown again after this.
SETUP_TIME = timedelta(hours=1)


def is_required(user) -> bool:
    """Whether the account may not enter without a second factor; decided by SECOND_FACTOR and the user's groups."""
    if settings.SECOND_FACTOR != "required":
        return False
    return user.is_superuser or user.groups.filter(name__in=GROUPS).exists()


def device_of(user) -> TOTPDevice | None:
    """The authenticator that the user has confirmed."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk").first()


def is_missing(user) -> bool:
    """Whether the password alone has been given where this account needs, or has, a second factor."""
    if getattr(user, "otp_device", None) is not None:
        return False
    return device_of(user) is not None or is_required(user)


def is_pending(user) -> bool:
    """Whether the user stands between the password and the second factor."""
    return user.is_active and user.is_staff and is_missing(user)


def device_to_confirm(user) -> TOTPDevice:
    """The authenticator being set up: the same secret as long as its page is open, a new one after an hour."""
    waiting = TOTPDevice.objects.filter(user=user, confirmed=False).order_by("pk")
    waiting.filter(created_at__lt=timezone.now() - SETUP_TIME).delete()
    return waiting.first() or TOTPDevice.objects.create(user=user, name="authenticator", confirmed=False)


def secret_text(device: TOTPDevice) -> str:
    """The secret as an authenticator takes it by hand, in groups of four."""
    return in_groups(b32encode(device.bin_key).decode().rstrip("="))


def in_groups(text: str) -> str:
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def seconds_to_wait(device: TOTPDevice) -> int:
    """How long no code is looked at, after wrong ones; 0 when one may be given now."""
    allowed, why = device.verify_is_allowed()
    return 0 if allowed else max(1, int((why["locked_until"] - timezone.now()).total_seconds()) + 1)


def confirm(request, code: str) -> list[str] | None:
    """Take the authenticator into use if the code is right: the old one goes; gives new recovery codes."""
    with transaction.atomic():
        device = _locked(request.user, confirmed=False)
        if device is None or not device.verify_token(_digits(code)):
            return None
        TOTPDevice.objects.filter(user=request.user).exclude(pk=device.pk).delete()
        device.confirmed = True
        device.save()
        codes = new_recovery_codes(device)
    _enter(request, device)
    return codes


def verify(request, code: str) -> bool:
    """Let the session in if the code is right, whether from the authenticator or an unused recovery code."""
    with transaction.atomic():
        device = _locked(request.user, confirmed=True)
        if device is None or seconds_to_wait(device):
            return False
        if not (_use_recovery_code(device, code) or device.verify_token(_digits(code))):
            log.warning(
                "second factor refused: account %s, %d in a row", request.user.pk, device.throttling_failure_count
            )
            return False
    _enter(request, device)
    return True


def new_recovery_codes(device: TOTPDevice) -> list[str]:
    """Ten codes in place of the old ones; only their digests are kept."""
    codes = [in_groups(b32encode(secrets.token_bytes(10)).decode().lower()) for _ in range(RECOVERY_CODES)]
    with transaction.atomic():
        device.recovery_codes.all().delete()
        RecoveryCode.objects.bulk_create(RecoveryCode(device=device, digest=_digest(code)) for code in codes)
    return codes


def _use_recovery_code(device: TOTPDevice, code: str) -> bool:
    used, _models = device.recovery_codes.filter(digest=_digest(code)).delete()
    if used:
        device.throttle_reset()
    return bool(used)


def _digest(code: str) -> str:
    # Eighty random bits cannot be guessed from their digest, so no slow hash is needed.
    return hashlib.sha256("".join(code.split()).replace("-", "").lower().encode()).hexdigest()


def _digits(code: str) -> str:
    """Six digits, however they are grouped; anything else can only be wrong."""
    digits = "".join(code.split())
    return digits if digits.isascii() and digits.isdigit() and len(digits) <= 8 else ""


def _locked(user, confirmed: bool) -> TOTPDevice | None:
    """The device, locked until the end of the transaction, so that one code lets one session in."""
    return TOTPDevice.objects.select_for_update().filter(user=user, confirmed=confirmed).order_by("pk").first()


def _enter(request, device) -> None:
    request.session.cycle_key()
    django_otp.login(request, device)
