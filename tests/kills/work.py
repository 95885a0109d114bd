"""The three kinds of work that are killed, what must hold after each, and how the database is made ready again."""

import os
import re
import time

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client

from events.actions import workflow
from events.exchange.importing import Document, Options, run
from events.models import Change, Citation, Event, RecordVersion, Upload

KINDS = ("import", "upload", "publish")
SLUG = "geneva-accords-1954"
OLD_TITLE, NEW_TITLE = "The Geneva Accords", "The Geneva Agreements"
COUNT = int(os.environ.get("KILLS_ROWS", "400"))
SHEET = "slug,date,title_vi,title_en,sources,countries\n" + "".join(
    f"new-{n},{1000 + n},Mới {n},New {n},first-article §{n},CN; RU\n" for n in range(COUNT)
)
UPDATE = f"slug,title_en\n{SLUG},{NEW_TITLE}\n"


class House:
    """One database with somebody who may do everything, in the state from which each piece of work begins."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.user = get_user_model().objects.get_or_create(username="head", is_superuser=True, is_staff=True)[0]
        self.client = Client(headers={"accept-language": "en"})
        self.client.force_login(self.user, "django.contrib.auth.backends.ModelBackend")
        self.work = {"import": self.take_in, "upload": self.send_and_accept, "publish": self.publish}[kind]
        if kind == "publish":
            Event.objects.filter(slug=SLUG).update(status="in_review")
        self.begun = self.state()

    def take_in(self) -> None:
        run([Document("a.csv", SHEET), Document("b.csv", UPDATE)], Options(update=True), "killed", self.user)

    def send_and_accept(self) -> None:
        file = SimpleUploadedFile("a.csv", SHEET.encode())
        page = self.client.post("/admin/import/", {"file": file, "language": "en"}).content.decode()
        address = re.search(r'action="(/admin/import/\d+/)"', page)[1]
        digest = re.search(r'name="digest" value="(\w+)"', page)[1]
        answer = self.client.post(address, {"digest": digest, "reason": "killed", "all": "1"})
        assert answer.status_code == 302

    def publish(self) -> None:
        event = Event.objects.get(slug=SLUG)
        workflow.move(event.pk, "publish", version=event.version, user=self.user, reason="killed")

    def whole(self) -> float:
        """Do the work undisturbed: it must be whole; returns how long it took."""
        begun = time.perf_counter()
        self.work()
        took = time.perf_counter() - begun
        assert self.is_done()
        assert not self.problems(), self.problems()
        self.reset()
        return took

    def is_done(self) -> bool:
        if self.kind == "publish":
            return Event.objects.get(slug=SLUG).status == "published"
        return Event.objects.filter(slug__startswith="new-").exists()

    def state(self) -> tuple:
        """What the work changes, in numbers."""
        event = Event.objects.get(slug=SLUG)
        changes = Change.objects.filter(reason="killed")
        return (
            Event.objects.filter(slug__startswith="new-").count(),
            Citation.objects.filter(event__slug__startswith="new-").count(),
            Event.countries.through.objects.filter(event__slug__startswith="new-").count(),
            Event.history.filter(change__in=changes).count(),
            Citation.history.filter(change__in=changes).count(),
            changes.count(),
            event.title_en,
            event.status,
        )

    def problems(self) -> list[str]:
        """What is neither all nor nothing, and what the database itself finds broken."""
        wanted = {
            "import": (COUNT, COUNT, 2 * COUNT, COUNT + 1, COUNT, 1, NEW_TITLE, "published"),
            "upload": (COUNT, COUNT, 2 * COUNT, COUNT, COUNT, 1, OLD_TITLE, "published"),
            "publish": (0, 0, 0, 1, 0, 1, OLD_TITLE, "published"),
        }[self.kind]
        found = [] if self.state() in (self.begun, wanted) else [f"{self.state()} is neither {self.begun} nor {wanted}"]
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA integrity_check")
                found += [f"integrity: {row[0]}" for row in cursor.fetchall() if row[0] != "ok"]
                cursor.execute("PRAGMA foreign_key_check")
                found += [f"foreign key: {row}" for row in cursor.fetchall()]
        return found

    def reset(self) -> None:
        """Back to the beginning, without signals and steps."""
        with transaction.atomic():
            event = Event.objects.get(slug=SLUG)
            changes = Change.objects.filter(reason="killed")
            for model in (Event, Citation):
                rows = model.history.filter(change__in=changes)
                for field in model.history.model._history_m2m_fields:
                    links = getattr(model.history.model, field.name).model
                    links.objects.filter(history__in=rows).delete()
                rows._raw_delete("default")
            changes._raw_delete("default")
            Citation.objects.filter(event__slug__startswith="new-")._raw_delete("default")
            Event.countries.through.objects.filter(event__slug__startswith="new-")._raw_delete("default")
            Event.objects.filter(slug__startswith="new-")._raw_delete("default")
            Upload.objects.all().delete()
            status = "in_review" if self.kind == "publish" else "published"
            Event.objects.filter(pk=event.pk).update(title_en=OLD_TITLE, status=status, version=1, loaded_version=1)
            RecordVersion.bump()
        assert self.state() == self.begun, (self.state(), self.begun)
