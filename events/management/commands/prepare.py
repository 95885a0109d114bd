"""Make the database ready to serve: migrate, then load the fixtures that are not in it yet."""

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Migrates the database and loads the fixtures; records that editors have changed stay as they are."

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_fixtures", existing="keep")
