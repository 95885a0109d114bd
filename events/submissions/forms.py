"""The two forms of readers; every field obeys the rule of the column that keeps it."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.urls import reverse_lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.dates.forms import HistoricalDateInput
from events.exchange.field_rules import Refused, read_field
from events.exchange.tree import Text
from events.models import Submission

# Hidden from people; whatever fills in every field it finds is no reader.
TRAP = "website"


class RuleField(forms.CharField):
    """Reads one column of Submission by the rules that fixtures and imports obey, characters included."""

    def __init__(self, column: str, rows: int = 0, line=forms.TextInput, **options):
        self.column = Submission._meta.get_field(column)
        attributes = {"class": "entry__input", "autocomplete": "off"}
        lengths = [v.limit_value for v in self.column.validators if isinstance(v, MaxLengthValidator)]
        attributes |= {"maxlength": min(lengths)} if lengths else {}
        widget = forms.Textarea(attributes | {"rows": rows}) if rows else line(attributes)
        super().__init__(widget=widget, strip=False, **options)

    def clean(self, value):
        # Browsers send the line breaks of a text area as two characters.
        text = (value or "").replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return ""
        try:
            return read_field(self.column, Text(text, 0))
        except Refused as refusal:
            raise ValidationError(capfirst(str(refusal)), code="refused") from None


class ReaderDateInput(HistoricalDateInput):
    address = reverse_lazy("events:date-words")


class ReaderForm(forms.Form):
    """`kind` names what is sent; `save` keeps it, once."""

    kind: Submission.Kind

    def save(self, language: str, event=None) -> None:
        """Keep the message, unless the same words are already waiting (a second click on the button)."""
        values = {name: value for name, value in self.cleaned_data.items() if value}
        values |= {"kind": self.kind, "language": language, "event": event}
        if not Submission.objects.waiting().filter(**values).exists():
            Submission.objects.create(**values)


class ReportForm(ReaderForm):
    kind = Submission.Kind.REPORT

    text = RuleField("text", rows=7, label=_("What is wrong, and what would be right?"))
    source_text = RuleField(
        "source_text",
        rows=2,
        required=False,
        label=_("Where can that be read?"),
        help_text=_("Author, title and page, or an address."),
    )


class ProposalForm(ReaderForm):
    kind = Submission.Kind.PROPOSAL

    title = RuleField("title", label=_("What happened, in a few words"), help_text=_("At most 70 characters."))
    date = RuleField(
        "date",
        line=ReaderDateInput,
        label=_("When"),
        help_text=_(
            "Year, month, day, as far as it is known: 1954, 1954-07 or 1954-07-21. "
            "About 1954: 1954~. From one year to another: 1954/1956."
        ),
    )
    text = RuleField("text", rows=7, label=_("What happened, and why does it belong here?"))
    source_text = RuleField(
        "source_text",
        rows=2,
        label=_("Where can that be read?"),
        help_text=_("Author, title and page, or an address. Without a source no event can be taken in."),
    )
