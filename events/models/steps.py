"""A step: what is written inside it becomes one transaction and one entry of history with its reason."""

from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar

from django.apps import apps
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from simple_history.models import HistoricalRecords

from .record_version import RecordVersion
from .snapshot import batches, owners_of, parts_of, without_history, write_states

_open: ContextVar = ContextVar("step", default=None)


@contextmanager
def step(reason="", kind="edited", user=None):
    """Record all that is written inside as one Change, in one transaction; inside another step it joins that one.

    One step is under way at a time: two that touch the same records never wait for each other in a circle.
    """
    if outer := _open.get():
        outer.reason = outer.reason or reason
        outer.kind = outer.kind if kind == "edited" else kind
        yield outer
        return
    with transaction.atomic():
        RecordVersion.hold()
        current = Step(reason, kind, user or _request_user())
        token = _open.set(current)
        try:
            yield current
            current.end()
        finally:
            _open.reset(token)


def _request_user():
    user = getattr(getattr(HistoricalRecords.context, "request", None), "user", None)
    return user if user is not None and user.is_authenticated else None


class Step:
    """Collects which records are touched; their states are kept when the step ends, one row each."""

    def __init__(self, reason, kind, user):
        self.reason, self.kind, self.user = reason, kind, user
        self.change = None  # the row of this step; there is none while nothing was touched
        self._touched: dict = {}  # (model, pk): "+" or "~"
        self._owners: set = set()  # events of which a part was touched
        self._raised: set = set()  # events whose version this step has set
        self._begun: set = set()  # (model, pk) known to have a history

    @property
    def event_model(self):
        return apps.get_model("events", "Event")

    def before_change(self, instance) -> None:
        """A record is about to be created or changed: keep how it stood, if no state of it is kept yet."""
        model = type(instance)
        owners = owners_of(instance)
        if owners:
            if instance.pk:  # it may leave another event
                owners += [
                    pk for row in model.objects.filter(pk=instance.pk).values_list(*model.belongs_to) for pk in row
                ]
            self._owners.update(owners)
            self.begin_history(self.event_model, owners)
        elif instance.pk:
            self.begin_history(model, [instance.pk])

    def touch(self, model, pk, kind="~") -> None:
        """A record was created (`+`) or changed (`~`)."""
        self._touched.setdefault((model, pk), kind)
        self._begun.add((model, pk))

    def before_deletion(self, instance) -> None:
        """A record is about to be deleted: its state is kept at once, while it has its links."""
        self.before_change(instance)
        self._touched.pop((type(instance), instance.pk), None)
        write_states(type(instance), [instance.pk], "-", self._own_change())

    def has_raised(self, event_pk) -> bool:
        return event_pk in self._raised

    def raised(self, event_pk) -> None:
        """The version of the event was counted up."""
        self._raised.add(event_pk)
        self.touch(self.event_model, event_pk)

    def begin_history(self, model, pks) -> None:
        """Keep the present state of records whose history has not begun, of events with all their parts."""
        pks = [pk for pk in dict.fromkeys(pks) if (model, pk) not in self._begun]
        if not pks:
            return
        groups = {model: pks} | (parts_of(pks) if model is self.event_model else {})
        self._begun.update((each, pk) for each, found in groups.items() for pk in found)
        lacking = {each: without_history(each, found) for each, found in groups.items()}
        if any(lacking.values()):
            before = _new_change("before", None, "")
            for each, found in lacking.items():
                write_states(each, found, "+", before)

    def end(self) -> None:
        """Count up every event of which only parts were touched, then keep the states."""
        self._raise_owners()
        states = defaultdict(list)
        for (model, pk), kind in self._touched.items():
            states[model, kind].append(pk)
        for (model, kind), pks in states.items():
            write_states(model, pks, kind, self._own_change())

    def _raise_owners(self) -> None:
        created = {pk for (model, pk), kind in self._touched.items() if model is self.event_model and kind == "+"}
        for batch in batches(self._owners - self._raised - created):
            rows = self.event_model.objects.filter(pk__in=batch)
            version = F("version") + 1
            # A load stays a load: what it raises is no editor's work.
            loaded = {"loaded_version": version} if self.kind == "loaded" else {}
            rows.update(version=version, modified=timezone.now(), **loaded)
            for pk in batch:
                self.touch(self.event_model, pk)

    def _own_change(self):
        if self.change is None:
            self.change = _new_change(self.kind, self.user, self.reason)
        return self.change


def _new_change(kind, user, reason):
    return apps.get_model("events", "Change").objects.create(date=timezone.now(), user=user, kind=kind, reason=reason)
