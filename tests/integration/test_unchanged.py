"""Every public address names its version: whoever has it already gets a 304 without the body."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from events.models import Lesson, RecordVersion
from events.timeline_data.columnar import files
from events.timeline_data.index import RecordIndex
from tests.public_routes import public_routes

pytestmark = [pytest.mark.usefixtures("record"), pytest.mark.one_database]

# Forms and what they ask while somebody types; what only leads elsewhere; a few words kept for an hour. A picture needs
# a file (test_illustrations.py).
LEFT_OUT = {"events:report", "events:propose", "events:date-words", "neutral-event", "robots", "illustration", None}
# Made from the build alone. (The old address of a record file leads on to the new one.)
NOT_OF_THE_RECORD = {"service-worker", "styleguide-drawing", "events:manifest"}
HOW_TO_MEND = "a new route: give its parameters an example here, or say in LEFT_OUT why it has no version"


@pytest.fixture
def addresses():
    index = RecordIndex.current()
    with override("vi"):
        record = {"name": "record", "hash": files(index, "vi")["record"].hash, "section": "events"}
        lesson = Lesson.objects.values_list("slug", flat=True).first()
        found = {}
        for name, pattern in public_routes():
            wanted = set(pattern.pattern.converters) or set(pattern.pattern.regex.groupindex)
            if name in LEFT_OUT:
                continue
            examples = {"slug": "chengdu-talks-1990", **record}
            if kind := pattern.default_args.get("kind"):
                examples["key"] = next(iter(index.terms[kind.name]))
            if "lesson" in name:
                examples["slug"] = lesson
            assert wanted <= set(examples), f"{name}: {HOW_TO_MEND}"
            found[name] = reverse(name, kwargs={key: examples[key] for key in wanted})
    assert len(found) > 25
    return found


def test_an_unchanged_answer_is_a_304_without_a_body(client, addresses):
    for name, address in addresses.items():
        first = client.get(address)
        assert first.status_code == 200, name
        assert first.headers.get("ETag"), f"{name}: {HOW_TO_MEND}"
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), name
        for header in ("ETag", "Cache-Control", "Content-Security-Policy"):
            assert again[header] == first[header], f"{name} {header}"
        assert client.get(address, headers={"If-None-Match": 'W/"another"'}).status_code == 200, name


def test_a_change_of_the_record_is_a_new_version(client, addresses):
    before = {name: client.get(address)["ETag"] for name, address in addresses.items()}
    RecordVersion.bump()
    same = {name for name, address in addresses.items() if client.get(address).get("ETag") == before[name]}
    assert same == NOT_OF_THE_RECORD
