"""The end of every session of an account."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone


def end_sessions(user) -> int:
    """Delete the open sessions of the user, so that none comes to life again when the account does; gives their number.

    Public pages open no session, so there are as many to read as editors are at work.
    """
    open_sessions = Session.objects.filter(expire_date__gt=timezone.now())
    keys = [session.pk for session in open_sessions if session.get_decoded().get(SESSION_KEY) == str(user.pk)]
    return Session.objects.filter(pk__in=keys).delete()[0]


def end_sessions_of_disabled(sender, instance, created, raw=False, **kwargs):
    """After every save of an account."""
    if not (created or raw or instance.is_active):
        end_sessions(instance)
