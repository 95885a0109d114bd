from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Record of events")

    def ready(self):
        from django.contrib.auth import get_user_model

        from . import roles, signals
        from .accounts.sessions import end_sessions_of_disabled

        signals.connect()
        post_migrate.connect(roles.make_groups, sender=self)
        post_save.connect(end_sessions_of_disabled, sender=get_user_model())
