"""What the model field takes and gives: values, migrations' arguments, the form and its preview."""

import copy
from datetime import date

import pytest
from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils import translation

from events.dates import HistoricalDate
from events.dates.fields import HistoricalDateField
from events.dates.forms import HistoricalDateFormField, HistoricalDateInput

parse = HistoricalDate.parse


@pytest.mark.parametrize(
    ("value", "text"), [("1954-07", "1954-07"), (1954, "1954"), (date(1954, 7, 21), "1954-07-21"), (" 1954 ", "1954")]
)
def test_to_python_reads(value, text):
    assert HistoricalDateField().to_python(value) == parse(text)


@pytest.mark.parametrize("value", [None, ""])
def test_to_python_of_nothing(value):
    assert HistoricalDateField().to_python(value) is None


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("1990-09-31", '"1990-09-31" is not a date: September has 30 days'),
        ("02/09/1945", "write 1945-09-02 for 2 September or 1945-02-09 for 9 February"),
        (175, "a bare number is read only as a year from 1000 to 9999"),
        (True, "True (bool) is not a date"),
    ],
)
def test_to_python_refuses_in_the_parsers_words(value, message):
    with translation.override("vi"), pytest.raises(ValidationError) as caught:
        HistoricalDateField().to_python(value)
    assert message in caught.value.messages[0]


def test_preparing_a_value():
    assert HistoricalDateField().get_prep_value(parse("1954")) == "1954"
    assert HistoricalDateField().get_prep_value("1954") == "1954"
    assert HistoricalDateField().get_prep_value(None) == ""
    assert HistoricalDateField(null=True).get_prep_value(None) is None
    assert HistoricalDateField(null=True).get_prep_value("") is None


def test_value_to_string(dated):
    field = dated._meta.get_field("date")
    assert field.value_to_string(dated(date=parse("1954~"))) == "1954~"
    assert field.value_to_string(dated(date=None)) == ""


def test_cleaning_a_model(dated):
    instance = dated(date="1954-07", note="a")
    instance.clean_fields(exclude=["earliest", "latest", "precision"])
    assert instance.date == parse("1954-07")
    with pytest.raises(ValidationError) as caught:
        dated(date="1954-7").clean_fields()
    assert "write 1954-07" in caught.value.message_dict["date"][0]


def test_a_required_date():
    with pytest.raises(ValidationError):
        HistoricalDateField().clean("", None)
    assert HistoricalDateField(blank=True, null=True).clean("", None) is None


def test_a_text_longer_than_the_column_is_refused():
    field = HistoricalDateField(max_length=10)
    assert field.clean("1954-07-21", None) == parse("1954-07-21")
    with pytest.raises(ValidationError):
        field.clean("1954-07-21~", None)


def test_the_longest_date_fits_the_column():
    longest = "Y-999999999-12-30%/Y-999999999-12-31%"
    assert HistoricalDateField().clean(longest, None).text == longest


@pytest.mark.parametrize(
    "options",
    [{}, {"blank": True, "default": ""}, {"derived": {}}, {"derived": {"earliest": "first"}}, {"prefix": "born_"}],
)
def test_deconstruct(options):
    field = HistoricalDateField(**options)
    name, path, args, kwargs = field.deconstruct()
    assert (path, args, kwargs) == ("events.dates.fields.HistoricalDateField", [], options)
    again = HistoricalDateField(*args, **copy.deepcopy(kwargs))
    assert (again.derived, again.prefix, again.max_length) == (field.derived, field.prefix, 64)


def test_deconstruct_keeps_another_length():
    assert HistoricalDateField(max_length=40).deconstruct()[3] == {"max_length": 40}


class DateForm(forms.Form):
    date = HistoricalDateFormField()


def test_the_form_field_reads_and_refuses_in_the_language_of_the_page():
    assert DateForm({"date": " 1954-07 "}).fields["date"].clean(" 1954-07 ") == parse("1954-07")
    with translation.override("vi"):
        form = DateForm({"date": "1990-09-31"})
        assert form.errors["date"] == [
            '"1990-09-31" không phải là ngày tháng hợp lệ: tháng 9 có 30 ngày; '
            "hãy viết 1990-09-30, hoặc 1990-09 nếu không rõ ngày"
        ]
    with translation.override("en"):
        assert "September has 30 days" in DateForm({"date": "1990-09-31"}).errors["date"][0]


def test_a_blank_form_value():
    assert HistoricalDateFormField(required=False).clean("  ") is None
    with pytest.raises(ValidationError):
        HistoricalDateFormField().clean("")


def test_a_form_knows_whether_a_date_changed():
    field = HistoricalDateFormField()
    assert not field.has_changed(parse("1954"), " 1954 ")
    assert field.has_changed(parse("1954"), "1955")
    assert field.has_changed(parse("1954"), "rubbish")


def test_the_widget_shows_how_readers_will_see_the_date():
    html = str(DateForm({"date": "1954-07"})["date"])
    assert 'value="1954-07"' in html
    assert " data-date-preview" in html
    assert html.endswith(
        '<output class="date-preview" for="id_date"><span lang="vi">tháng 7 năm 1954</span> '
        '<span lang="en">July 1954</span> <span lang="ru">июль 1954\u00a0г.</span></output>'
    )
    assert "<script" not in html
    assert "style=" not in html


@pytest.mark.parametrize("value", ["", "rubbish", '"><script>alert(1)</script>'])
def test_the_output_is_empty_without_a_date(value):
    html = str(DateForm({"date": value})["date"])
    assert html.endswith('<output class="date-preview" for="id_date"></output>')
    assert "<script" not in html


def test_the_widget_shows_the_value_of_an_instance():
    assert 'value="-0257"' in HistoricalDateInput().render("date", parse("-0257"))
    assert "value=" not in HistoricalDateInput().render("date", None)


def test_the_admin_keeps_the_preview():
    field = HistoricalDateField().formfield(widget=AdminTextInputWidget)
    assert isinstance(field, HistoricalDateFormField)
    assert isinstance(field.widget, HistoricalDateInput)
    assert field.widget.attrs["class"] == "vTextField"
    chosen = HistoricalDateField().formfield(widget=forms.HiddenInput)
    assert isinstance(chosen.widget, forms.HiddenInput)


def test_a_model_form_gives_a_date(dated):
    form_class = forms.modelform_factory(dated, fields=["date", "note"])
    form = form_class({"date": "1965~", "note": "a"})
    assert form.is_valid()
    assert form.instance.date == parse("1965~")
    blank = form_class({"date": "", "note": "a"})
    assert blank.is_valid()
    assert not blank.instance.date
