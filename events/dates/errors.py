"""The one error that leaves the date parser, with its words in the reader's language."""

from typing import Any, Self

from events.dates.messages import IN_PART, NOT_A_DATE, REASONS

LONGEST_QUOTE = 40


def quote(value: object) -> str:
    """Quotes a refused value for a message: shortened, with unprintable characters escaped."""
    if not isinstance(value, str):
        return f"{str(value)[:LONGEST_QUOTE]} ({type(value).__name__})"
    shown = value if len(value) <= LONGEST_QUOTE else value[:LONGEST_QUOTE] + "…"
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in shown) + '"'


class HistoricalDateError(ValueError):
    """A value that cannot be read as a date: which value, why, and how to repair it.

    ``code`` names the reason (a key of ``messages.REASONS``), ``suggestions`` holds the EDTF texts
    that the message proposes, ``part`` the side of an interval that failed; ``str()`` is English,
    ``in_language("vi")`` the same in Vietnamese, ``in_language("ru")`` in Russian.
    """

    def __init__(
        self,
        value: object,
        code: str,
        values: dict[str, Any] | None = None,
        suggestions: tuple[str, ...] = (),
        part: str | None = None,
    ) -> None:
        self.value = value
        self.code = code
        self.values = values or {}
        self.suggestions = suggestions
        self.part = part
        super().__init__(self.in_language("en"))

    @classmethod
    def with_repair(cls, value: str, code: str, repair: str) -> Self:
        """Builds an error that proposes one text to write instead."""
        return cls(value, code, {"repair": repair}, (repair,))

    def about(self, value: str, part: str | None = None) -> Self:
        """Gives the same refusal for another value: the one that was really written."""
        return type(self)(value, self.code, self.values, self.suggestions, part)

    def in_language(self, language: str) -> str:
        """Gives the message in the language, in English for one that has no words here."""
        language = code if (code := language.split("-")[0]) in NOT_A_DATE else "en"
        words = {
            # A value given per language (a month's name) is a dictionary.
            key: value[language] if isinstance(value, dict) else value
            for key, value in self.values.items()
        }
        reason = REASONS[self.code][language].format(**words)
        if self.part is not None:
            reason = IN_PART[language].format(part=quote(self.part), reason=reason)
        return NOT_A_DATE[language].format(value=quote(self.value), reason=reason)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.value, self.code, self.values, self.suggestions, self.part)
