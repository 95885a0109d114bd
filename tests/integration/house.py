"""The people of the editorial house, each in one group, for tests of who may do what."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from events.models import Event, step
from events.roles import CONTRIBUTOR, EDITOR, PUBLISHER
from events.timeline_data.index import RecordIndex

ROLES = (CONTRIBUTOR, EDITOR, PUBLISHER)
SUPERUSER = "superuser"


def person(role: str):
    """The one user of the role, made when first asked for."""
    users = get_user_model().objects
    found = users.filter(username=role).first()
    if found is None:
        make = users.create_superuser if role == SUPERUSER else users.create_user
        found = make(role, f"{role}@example.org", "correct horse battery", is_staff=True)
        if role != SUPERUSER:
            found.groups.add(Group.objects.get(name=role))
    return users.get(pk=found.pk)


def client_of(role: str) -> Client:
    """A browser of somebody in that role; of nobody for `anonymous`."""
    client = Client(headers={"Accept-Language": "en"})
    if role != "anonymous":
        client.force_login(person(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def edit(event, reason: str, **values) -> None:
    """The editor saves the event with these values, and says why."""
    with step(reason=reason, user=person("editor")):
        assert Event.objects.claim(event.pk, event.version)
        event.refresh_from_db()
        for name, value in values.items():
            setattr(event, name, value)
        event.save()
    RecordIndex.forget()
