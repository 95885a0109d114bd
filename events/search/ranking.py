"""Which of the finds a reader meant most: by where the words stand, then whether with the marks that were typed."""

from dataclasses import dataclass, field

from .column import GROUP
from .fold import marked_words, spelled, words

# A title that is the query; that begins with it; that holds it as it stands; that holds its words; names; any text.
WHOLE, BEGINNING, PHRASE, TITLE, NAME, TEXT = range(6)


@dataclass(frozen=True, slots=True)
class Query:
    """A search as it was typed, read once for many finds."""

    text: str
    words: list[str] = field(init=False)
    marked: list[str] = field(init=False)
    phrase: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", list(dict.fromkeys(words(self.text))))
        object.__setattr__(self, "phrase", spelled(self.text))
        object.__setattr__(self, "marked", list(dict.fromkeys(marked_words(self.text))))

    def level(self, search: str) -> int:
        """Where the words stand in a searched text (layout in column.py); a word that is in none of it is a name's."""
        titles, names, rest = (search + GROUP + GROUP).split(GROUP)[:3]
        if f"\n{self.phrase}\n" in f"\n{titles}\n":
            return WHOLE
        if f"\n{self.phrase}" in f"\n{titles}":
            return BEGINNING
        if self.phrase in titles:
            return PHRASE
        if all(f" {word}" in titles for word in self.words):
            return TITLE
        above = titles + names
        return NAME if all(f" {word}" in above or f" {word}" not in rest for word in self.words) else TEXT

    def has_marks_of(self, titles: list[str]) -> bool:
        """Whether one of the titles holds the words just as they were typed; without marks no title is nearer."""
        return self.words == self.marked or any(
            all(any(there.startswith(word) for there in written) for word in self.marked)
            for written in map(marked_words, titles)
        )
