"""Whatever breaks during an action of the editors, wherever it breaks: all of it is there, or nothing."""

from functools import partial

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from events.actions import proposals
from events.actions.claimed import NotPossible
from events.actions.restore import restore
from events.actions.revert import revert
from events.actions.workflow import move
from events.exchange.past import present_records
from events.models import Change, Event, Proposal, RecordVersion, step
from tests.fixtures_small import SMALL
from tests.integration.house import person
from tests.integration.record_state import record_state
from tests.integration.test_import_faults import failing_at


def state():
    proposals_ = list(Proposal.objects.values_list("pk", "status", "version"))
    return record_state(), RecordVersion.current(), Change.objects.count(), Event.history.count(), proposals_


def withdrawing(event):
    return partial(move, event.pk, "withdraw", version=1, user=person("publisher"), reason="why")


def reverting(event):
    first = Change.objects.last().pk
    with step():
        event.title_en = "Another"
        event.save()
        event.countries.clear()
        event.citations.first().delete()
    version = Event.objects.get(pk=event.pk).version
    return partial(revert, Event, event.pk, first, seen=version, user=person("editor"), reason="why")


def restoring(event):
    number = event.pk
    event.delete()
    return partial(restore, Event, number, user=person("publisher"), reason="why")


def accepting(event):
    before, after = present_records(Event, event.pk), present_records(Event, event.pk)
    after[0].record.values["title_en"] = "Another"
    after.pop()
    proposal = proposals.propose(event, before, after, user=person("contributor"), reason="why")
    return partial(proposals.accept, proposal, seen=1, version=1, user=person("editor"))


@pytest.mark.django_db
@pytest.mark.parametrize("prepare", [withdrawing, reverting, restoring, accepting])
def test_every_statement_that_may_fail(prepare):
    call_command("load_fixtures", *SMALL, verbosity=0)
    act = prepare(Event.objects.get(slug="geneva-accords-1954"))
    for role in ("editor", "publisher"):
        person(role)
    before, refused = state(), 0
    for number in range(1, 1000):
        with transaction.atomic(), failing_at(number) as sent:
            try:
                with transaction.atomic():
                    act()
            except (DatabaseError, NotPossible):
                refused += 1
            else:
                # Also when Django left out a check that could not be asked; the database itself holds to it.
                transaction.set_rollback(True)
        if len(sent) < number:
            break
        assert state() == before, f"statement {number}: {sent[number - 1]}"
    assert refused > 10
    assert not connection.needs_rollback
