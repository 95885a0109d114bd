"""Pictures on the page of an event: chosen as a file, kept re-encoded, with words for those who cannot see them."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events.languages import columns
from events.models import Illustration
from events.pictures import encode

from .event_inlines import PartInline

SHOWN_WIDTH = 240


class IllustrationForm(forms.ModelForm):
    upload = forms.FileField(
        label=_("Picture file"),
        required=False,
        help_text=_(
            "JPEG, PNG or WebP, at most 8 MB. It is made smaller and written anew; what the camera noted goes."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload:
            return encode(upload.file, upload.size)
        if not self.instance.file:
            raise ValidationError(_("Choose a picture file; after an error it has to be chosen again."))
        return None

    def save(self, commit=True):
        if picture := self.cleaned_data["upload"]:
            self.instance.file, self.instance.width, self.instance.height = picture.name, picture.width, picture.height
            if not self.instance.is_there:
                default_storage.save(self.instance.path, ContentFile(picture.content))
        return super().save(commit)


class IllustrationInline(PartInline):
    model = Illustration
    form = IllustrationForm
    readonly_fields = ("shown",)
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fields = (("shown", "upload", "order"), columns("alt"), ("credit", "licence", "origin"))

    @admin.display(description=_("now"))
    def shown(self, illustration):
        if not illustration.file:
            return "–"
        height = round(SHOWN_WIDTH * illustration.height / illustration.width)
        return format_html(
            '<img class="illustration-now" src="{}" width="{}" height="{}" loading="lazy" alt="{}">',
            illustration.address, SHOWN_WIDTH, height, illustration.alt,
        )  # fmt: skip
