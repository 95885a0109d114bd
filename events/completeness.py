"""What an event still lacks: languages, sources, locators, standpoints. Pure; the meter and the lists both ask here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

FEWEST_WORDS, MOST_WORDS = 40, 90
TEXTBOOK = 1


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation; `standpoint` says whether that of its source is told in both languages, `note` has both texts."""

    source: str
    locator: str
    standpoint: bool
    note: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Told:
    """What is judged of one event: its texts by column, what it is linked to, who says so."""

    texts: Mapping[str, str]
    importance: int = 2
    themes: int = 0
    citations: tuple[Cited, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a whole event has; `anchor` is where in the form it is mended."""

    name: str
    missing: object
    anchor: str
    holds: Callable[[Told], bool]


def _text(column: str) -> Callable[[Told], bool]:
    return lambda told: bool(told.texts[column].strip())


def word_count(text: str) -> int:
    return len(text.split())


CHECKS = (
    Check("title_vi", _("no title in Vietnamese"), "id_title_vi", _text("title_vi")),
    Check("title_en", _("no title in English"), "id_title_en", _text("title_en")),
    Check("summary_vi", _("no summary in Vietnamese"), "id_summary_vi", _text("summary_vi")),
    Check("summary_en", _("no summary in English"), "id_summary_en", _text("summary_en")),
    Check("meaning_vi", _("why it matters is missing in Vietnamese"), "id_significance_vi", _text("significance_vi")),
    Check("meaning_en", _("why it matters is missing in English"), "id_significance_en", _text("significance_en")),
    Check(
        "length", _("the English summary has fewer than 40 or more than 90 words"), "id_summary_en",
        lambda told: FEWEST_WORDS <= word_count(told.texts["summary_en"]) <= MOST_WORDS,
    ),
    Check("theme", _("no theme"), "id_themes", lambda told: told.themes > 0),
    Check("source", _("no source"), "citations-group", lambda told: bool(told.citations)),
    Check(
        "locator", _("a citation without locator"), "citations-group",
        lambda told: all(one.locator.strip() for one in told.citations),
    ),
    Check(
        "notes", _("a citation's note stands in one language only"), "citations-group",
        lambda told: all(bool(vi) == bool(en) for vi, en in (one.note for one in told.citations)),
    ),
    Check(
        "standpoint", _("a source whose standpoint is not told"), "citations-group",
        lambda told: all(one.standpoint for one in told.citations),
    ),
    Check(
        "two_sources", _("only one source for an event that a textbook would show"), "citations-group",
        lambda told: told.importance > TEXTBOOK or len({one.source for one in told.citations}) > 1,
    ),
)  # fmt: skip
BY_NAME = {check.name: check for check in CHECKS}
LANGUAGES = ("title_vi", "title_en", "summary_vi", "summary_en", "meaning_vi", "meaning_en")


def lacking(told: Told) -> list[Check]:
    """The checks that the event does not pass, in the order of the form."""
    return [check for check in CHECKS if not check.holds(told)]
