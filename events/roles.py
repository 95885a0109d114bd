"""The three groups of the editorial house and what each may do; docs/permissions.md is the same table in words."""

from django.contrib.auth.models import Group, Permission

from events.models import Event

CONTRIBUTOR, EDITOR, PUBLISHER = "contributor", "editor", "publisher"

_VOCABULARY = (
    "country",
    "organisation",
    "theme",
    "person",
    "office",
    "place",
    "period",
    "source",
    "lesson",
    "lessonstep",
)
_PARTS = ("citation", "relation", "figure", "illustration")

# Model → actions, each role with all that the role before it may do.
RIGHTS = {
    CONTRIBUTOR: {
        "event": "view add change",
        **dict.fromkeys(_PARTS, "view add change delete"),
        **dict.fromkeys(_VOCABULARY, "view"),
        "proposal": "view add",
        "reviewcomment": "view add",
        "change": "view",
    },
    EDITOR: {
        "event": "delete change_published",
        **dict.fromkeys(_VOCABULARY, "add change"),
        **dict.fromkeys(("office", "lessonstep"), "add change delete"),
        "proposal": "change",
        "submission": "view change",
    },
    PUBLISHER: {
        "event": "publish",
        "submission": "delete",
        **dict.fromkeys(_VOCABULARY, "delete"),
    },
}
PUBLIC = (Event.Status.PUBLISHED, Event.Status.WITHDRAWN)


def codenames(role: str) -> set[str]:
    """Every permission of the app that the role has, its own and those of the roles before it."""
    roles = list(RIGHTS)
    return {
        f"{action}_{model}"
        for each in roles[: roles.index(role) + 1]
        for model, actions in RIGHTS[each].items()
        for action in actions.split()
    }


def make_groups(**kwargs) -> None:
    """After every `migrate` the three groups exist and have exactly these rights."""
    permissions = {each.codename: each for each in Permission.objects.filter(content_type__app_label="events")}
    for role in RIGHTS:
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.set([permissions[name] for name in codenames(role) if name in permissions])


def may_publish(user, event=None) -> bool:
    return user.has_perm("events.publish_event")


def may_change(user, event) -> bool:
    """Drafts and events in review may be changed by whoever may change events; what the public knows by fewer."""
    if not user.has_perm("events.change_event"):
        return False
    return event is None or event.status not in PUBLIC or user.has_perm("events.change_published_event")


def may_delete(user, event) -> bool:
    if not user.has_perm("events.delete_event"):
        return False
    return event is None or event.status not in PUBLIC or may_publish(user)


def may_review(user, event=None) -> bool:
    """Who decides on what waits: on proposals, and whether an event in review goes back to its author."""
    return user.has_perm("events.change_proposal")
