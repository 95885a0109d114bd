"""The form field of a historical date and its input, which shows beside itself how readers will see it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from events.dates.display import LANGUAGES, display
from events.dates.errors import HistoricalDateError
from events.dates.historical_date import HistoricalDate


class HistoricalDateInput(forms.TextInput):
    """A text input followed by an ``<output>`` with the date in words, empty until the date can be read.

    The input carries in ``data-date-preview`` where a script asks for the words while somebody types.
    """

    address = reverse_lazy("admin:date-preview")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"autocomplete": "off", "spellcheck": "false", "data-date-preview": self.address, **(attrs or {})}
        )

    def format_value(self, value: Any) -> str | None:
        return None if value in (None, "") else str(value)

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        input_html = super().render(name, value, attrs, renderer)
        input_id = (attrs or {}).get("id", "")
        return format_html(
            '{} <output class="date-preview" for="{}">{}</output>', input_html, input_id, self._words(value)
        )

    def _words(self, value: Any) -> SafeString:
        """Gives the words in each language; nothing for a value that is blank or refused."""
        try:
            date = value if isinstance(value, HistoricalDate) else HistoricalDate.parse(value)
        except HistoricalDateError:
            return SafeString("")
        words = ((language, display(date, language)) for language in LANGUAGES)
        return format_html_join(" ", '<span lang="{}">{}</span>', words)


class HistoricalDateFormField(forms.CharField):
    """Reads EDTF text as a HistoricalDate, None when blank; refuses in the language of the page."""

    widget = HistoricalDateInput

    def to_python(self, value: Any) -> HistoricalDate | None:  # type: ignore[override]
        if isinstance(value, HistoricalDate):
            return value
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            return HistoricalDate.parse(value)
        except HistoricalDateError as error:
            raise ValidationError(error.in_language(get_language() or "en"), code=error.code) from error

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, HistoricalDate) else value
