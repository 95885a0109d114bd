"""Pictures: re-encoded on the way in, described in both languages, shown lazily, never of a draft to the public."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from events.exchange.past import Past
from events.models import Event, Illustration
from tests.integration.admin_forms import form_data

pytestmark = pytest.mark.usefixtures("record")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def editor(client, django_user_model):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(django_user_model.objects.create_superuser("lan", "lan@example.org", "correct horse battery"))
    return client


@pytest.fixture
def event():
    return Event.objects.get(slug="chengdu-talks-1990")


def photo(size=(2400, 1200), kind="JPEG", **options):
    file = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "A camera that says where it was"
    Image.new("RGB", size, "teal").save(file, kind, exif=exif, **options)
    return SimpleUploadedFile("photo.jpg", file.getvalue(), "image/jpeg")


def with_picture(data, upload, **values):
    return data | {
        "illustrations-TOTAL_FORMS": "1",
        "illustrations-0-id": "",
        "illustrations-0-order": "1",
        "illustrations-0-upload": upload,
        "illustrations-0-alt_vi": "Hai đoàn ngồi quanh bàn.",
        "illustrations-0-alt_en": "Two delegations at a table.",
        "illustrations-0-credit": "Photographer unknown; National Archives",
        "illustrations-0-licence": "public-domain",
        **values,
    }


def add(editor, event, upload, **values):
    address = reverse("admin:events_event_change", args=[event.pk])
    return editor.post(address, with_picture(form_data(editor.get(address)), upload, **values))


def test_a_picture_is_written_anew_and_shown(editor, event, client, media):
    assert add(editor, event, photo()).status_code == 302
    picture = Illustration.objects.get()
    assert (picture.width, picture.height) == (1600, 800)
    kept = (media / "illustrations" / picture.file).read_bytes()
    assert b"camera" not in kept
    assert Image.open(BytesIO(kept)).format == "WEBP"
    event.refresh_from_db()
    assert event.version == 2
    client.logout()
    for language, words in (("vi", "Hai đoàn ngồi quanh bàn."), ("en", "Two delegations at a table.")):
        page = client.get(f"/{language}/events/{event.slug}/").content.decode()
        assert f'width="1600" height="800" alt="{words}" loading="lazy"' in page
        assert "Photographer unknown" in page
    answer = client.get(picture.address)
    assert b"".join(answer.streaming_content) == kept
    assert answer["Content-Type"] == "image/webp"
    assert "immutable" in answer["Cache-Control"]
    assert not answer.cookies


def test_a_picture_of_a_draft_is_for_editors_only(editor, event, client):
    add(editor, event, photo())
    address = Illustration.objects.get().address
    Event.objects.filter(pk=event.pk).update(status="draft")
    answer = editor.get(address)
    assert b"".join(answer.streaming_content)
    assert answer["Cache-Control"] == "private, no-store"
    client.logout()
    assert client.get(address).status_code == 404
    assert client.get("/media/illustrations/" + "0" * 32 + ".webp").status_code == 404
    assert client.get("/media/illustrations/../../db.sqlite3").status_code == 404


@pytest.mark.parametrize("missing", ["alt_vi", "alt_en", "credit", "licence"])
def test_words_credit_and_licence_are_required(editor, event, missing):
    refused = add(editor, event, photo(), **{f"illustrations-0-{missing}": ""})
    assert refused.status_code == 200
    assert not Illustration.objects.exists()


BAD = {
    "no picture": (b"<script>alert(1)</script>", "cannot be read as a picture"),
    "vector": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "cannot be read as a picture"),
    "cut off": (photo().read()[:400], "cannot be read as a picture"),
    "too large a file": (b"\xff\xd8" + bytes(9 * 1024 * 1024), "the largest is 8 MB"),
    "too many pixels": (photo((8000, 6000), "PNG").read(), "the most is 40 million"),
    "a dot": (photo((1, 1), "PNG").read(), "hardly any pixels"),
    "another kind": (photo((20, 20), "TIFF").read(), "cannot be read as a picture"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_good_picture_is_refused(editor, event, name, media):
    content, words = BAD[name]
    refused = add(editor, event, SimpleUploadedFile("photo.jpg", content, "image/jpeg"))
    assert refused.status_code == 200
    assert words in refused.content.decode()
    assert "Two delegations at a table." in refused.content.decode()
    assert not Illustration.objects.exists()
    assert not list(media.rglob("*.webp"))


def test_the_words_may_change_without_the_picture(editor, event):
    add(editor, event, photo())
    address = reverse("admin:events_event_change", args=[event.pk])
    data = form_data(editor.get(address)) | {"illustrations-0-alt_en": "The two delegations."}
    data.pop("illustrations-0-upload", None)
    assert editor.post(address, data).status_code == 302
    picture = Illustration.objects.get()
    assert picture.alt_en == "The two delegations."
    assert picture.width == 1600


def test_coming_and_going_stand_in_the_history_and_can_be_taken_back(editor, event, media):
    address = reverse("admin:events_event_change", args=[event.pk])
    first = editor.post(address, form_data(editor.get(address)) | {"title_en": "Talks", "reason": "shorter"})
    assert first.status_code == 302
    add(editor, event, photo(), reason="a picture of the archive")
    data = form_data(editor.get(address)) | {"illustrations-0-DELETE": "on", "reason": "the wrong hall"}
    assert editor.post(address, data).status_code == 302
    page = editor.get(reverse("admin:events_event_history", args=[event.pk])).content.decode()
    for words in ("a picture of the archive", "the wrong hall", "Two delegations at a table."):
        assert words in page
    steps = list(Past(Event, event.pk).changes)
    data = {"change": steps[-2].pk, "seen": Event.objects.get(pk=event.pk).version, "reason": "it was the right one"}
    editor.post(reverse("admin:events_event_history", args=[event.pk]), data)
    back = Illustration.objects.get()
    assert back.alt_en == "Two delegations at a table."
    assert back.is_there
    assert back.address in editor.get(f"/en/events/{event.slug}/").content.decode()


def test_a_picture_cannot_be_proposed(editor, event):
    assert (
        "illustrations-TOTAL_FORMS"
        in editor.get(reverse("admin:events_event_change", args=[event.pk])).content.decode()
    )
    page = editor.get(reverse("admin:events_event_propose", args=[event.pk])).content.decode()
    assert "citations-TOTAL_FORMS" in page
    assert "illustrations-TOTAL_FORMS" not in page
