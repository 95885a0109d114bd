"""How many wrong passwords are taken, from one address for one account and from one address in all."""

from datetime import timedelta

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib import admin
from django.db.models import Max, Sum
from django.shortcuts import render
from django.utils import timezone

# A school has one address for many editors, so the address as a whole may fail more often than one account from it.
FAILURES_OF_ADDRESS = 30


class LoginThrottle(AxesDatabaseHandler):
    """Counts in the database, so that all workers see the same; another address can still log in to the account."""

    def get_failures(self, request, credentials=None) -> int:
        pair, address = (
            attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0
            for attempts in self.get_user_attempts(request, credentials)
        )
        return max(pair, settings.AXES_FAILURE_LIMIT) if address >= FAILURES_OF_ADDRESS else pair

    def reset_user_attempts(self, request, credentials=None) -> int:
        """Forget the failures of the account that has now logged in, not those of others from the same address."""
        pair, _address = self.filter_user_attempts(request, credentials)
        return pair.delete()[0]

    def retry_after(self, request, credentials=None) -> timedelta:
        """Time until a right password is taken again."""
        newest = [
            attempts.aggregate(at=Max("attempt_time"))["at"]
            for attempts in self.get_user_attempts(request, credentials)
        ]
        last = max((at for at in newest if at), default=timezone.now())
        return max(last + settings.AXES_COOLOFF_TIME - timezone.now(), timedelta(seconds=1))


def counted_name(request, credentials=None) -> str:
    """The name that failures are counted for; the form takes longer ones than the column holds."""
    return str((credentials or request.POST).get("username") or "")[:255]


def too_many_attempts(request, response, credentials):
    """The answer instead of the login form: 429, with the time to wait."""
    wait = AxesProxyHandler.get_implementation().retry_after(request, credentials)
    seconds = int(wait.total_seconds()) + 1
    context = admin.site.each_context(request) | {"minutes": -(-seconds // 60), "retry_at": timezone.now() + wait}
    page = render(request, "admin/too_many_attempts.html", context, status=429)
    page.headers["Retry-After"] = str(seconds)
    page.headers["Cache-Control"] = "no-store"
    return page
