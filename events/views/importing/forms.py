"""What the person who imports a file fills in, and the limit that the file meets while it is still arriving."""

from django import forms
from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from events import roles
from events.exchange.files import IMPORTS, LARGEST_BYTES
from events.exchange.importing import Options


class LimitedUpload(FileUploadHandler):
    """Stops reading a file that is larger than any import may be, and leaves a mark on the request."""

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data, start):
        self.received += len(raw_data)
        if self.received > LARGEST_BYTES:
            self.request.is_upload_too_large = True
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size):
        return None


def new_token():
    return get_random_string(32, "0123456789abcdef")


class UploadForm(forms.Form):
    """The file and how it is read; who may not publish or add vocabulary is not asked about it."""

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32, initial=new_token)
    file = forms.FileField(
        label=_("File"),
        help_text=_("YAML, JSON, CSV or TimelineJS (CSV or JSON); up to 5 MB and 20,000 records; in UTF-8."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(IMPORTS)}),
        allow_empty_file=True,
    )
    language = forms.ChoiceField(label=_("Language of a TimelineJS file"), choices=settings.LANGUAGES)
    new_vocabulary = forms.BooleanField(
        label=_("Make themes and periods out of groups and eras of TimelineJS"), required=False, initial=True
    )
    publish = forms.BooleanField(
        label=_("Let the file say what is published"), required=False,
        help_text=_("Without it new events come as drafts, and others keep their state."),
    )  # fmt: skip

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if not roles.may_publish(user):
            del self.fields["publish"]
        if not all(user.has_perm(f"events.add_{name}") for name in ("theme", "period", "source")):
            del self.fields["new_vocabulary"]

    def reading(self) -> dict:
        """The choices as they are kept beside the file."""
        return {name: self.cleaned_data.get(name, False) for name in ("language", "new_vocabulary", "publish")}


def options_of(kept: dict, user) -> Options:
    """The choices as the import takes them; the right to publish is asked again when it comes to it."""
    return Options(
        update=True,
        publish=bool(kept.get("publish")) and roles.may_publish(user),
        language=kept.get("language", settings.LANGUAGE_CODE),
        new_vocabulary=bool(kept.get("new_vocabulary")),
    )


class AcceptForm(forms.Form):
    """All or some of what the preview showed, and why."""

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32, initial=new_token)
    digest = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why (for the history)"), max_length=300, widget=forms.TextInput(attrs={"class": "vTextField"})
    )
