"""Dates in templates: words for readers, `<time>` for machines where HTML has a word for the date."""

import re
from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from events.dates import HistoricalDate
from events.dates.display import display

register = template.Library()

# What HTML can say: a year, a month or a day after the year 1; nothing about, uncertain or from-to.
_MACHINE_READABLE = re.compile(r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


@register.filter
def date_words(date: HistoricalDate | None) -> str:
    """`tháng 7 năm 1954` or `July 1954`, as the page speaks; nothing for no date."""
    return display(date, get_language() or "vi") if date else ""


@register.filter(expects_localtime=True)
def day_words(moment: datetime) -> str:
    """The day of a moment, where the site is, in the words of the page."""
    return date_words(HistoricalDate.parse(f"{moment:%Y-%m-%d}"))


@register.simple_tag
def when(date: HistoricalDate, css_class: str = "when"):
    """The date in words, marked up as `<time>` where the text is a valid HTML date."""
    if _MACHINE_READABLE.fullmatch(date.text):
        return format_html('<time class="{}" datetime="{}">{}</time>', css_class, date.text, date_words(date))
    return format_html('<span class="{}">{}</span>', css_class, date_words(date))


@register.filter
def in_language(names: dict[str, str], language: str) -> str:
    """The name in the given language, from those by language code."""
    return names[language]
