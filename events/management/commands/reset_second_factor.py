"""For an editor whose telephone and recovery codes are both lost."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django_otp.plugins.otp_totp.models import TOTPDevice

from events.accounts.sessions import end_sessions


class Command(BaseCommand):
    help = "Take the second factor from accounts and end their sessions; each sets up a new one at the next login."

    def add_arguments(self, parser):
        parser.add_argument("username", nargs="+")

    def handle(self, *args, **options):
        users = get_user_model().objects
        missing = [name for name in options["username"] if not users.filter(username=name).exists()]
        if missing:
            raise CommandError(f"There is no account {', '.join(missing)}: nothing was changed.")
        for user in users.filter(username__in=options["username"]):
            TOTPDevice.objects.filter(user=user).delete()
            ended = end_sessions(user)
            self.stdout.write(f"{user.get_username()}: second factor taken away, {ended} sessions ended.")
