"""How many messages are taken: of one sender and of all in an hour, and how many may wait unread."""

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from events.accounts.addresses import client_address
from events.models import Submission, SubmissionCount

HOUR = 3600
# A class of forty sends from one address.
OF_ONE_SENDER, OF_ALL, WAITING = 40, 120, 1000


def take_place(request) -> int:
    """Count one message in; gives 0, or the seconds to wait where no more are taken now."""
    seconds = int(timezone.now().timestamp())
    hour = seconds // HOUR
    # Nobody can tell an address from the digest without the key, and both are gone after the hour.
    sender = salted_hmac("events.submissions", f"{hour} {client_address(request)}", algorithm="sha256").hexdigest()
    with transaction.atomic():
        SubmissionCount.objects.filter(hour__lt=hour).delete()
        free = SubmissionCount.add(hour, sender, OF_ONE_SENDER) and SubmissionCount.add(hour, "all", OF_ALL)
    if free and Submission.objects.waiting().count() < WAITING:
        return 0
    return (hour + 1) * HOUR - seconds
