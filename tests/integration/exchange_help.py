"""Runs the commands of the exchange and gives what they print."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command


def import_events(*paths, **options) -> str:
    out = StringIO()
    call_command("import_events", *paths, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def refused(*paths, **options) -> str:
    """The listing and the message of an import that must be refused."""
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("import_events", *paths, stdout=out, stderr=StringIO(), **options)
    assert error.value.returncode == 1
    return out.getvalue() + str(error.value)


def export_events(**options) -> str:
    out = StringIO()
    call_command("export_events", stdout=out, **options)
    return out.getvalue()


def person(role: str):
    """Someone of the editorial house, by the name of the group."""
    user = get_user_model().objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


def last_line(text: str) -> str:
    return text.rstrip("\n").rpartition("\n")[2]
