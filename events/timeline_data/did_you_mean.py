"""For a search that finds nothing: the same words with those that the record does not know replaced by the nearest one."""

from collections import Counter
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from events.search.fold import fold, marked_words, words

if TYPE_CHECKING:
    from .index import RecordIndex

# Shorter words have a neighbour for almost any slip.
SHORTEST = 3
# A text of more words is no slip of the finger.
MOST_WORDS = 8
# Titles of so many events, the most important ones, are read in a large record.
MOST_TITLES = 5_000


def one_edit_apart(a: str, b: str) -> bool:
    """Whether one letter put in, taken out, exchanged, or two neighbours turned round make one word of the other."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1 or a == b:
        return False
    same = next((place for place in range(len(a)) if a[place] != b[place]), len(a))
    if len(a) < len(b):
        return a[same:] == b[same + 1 :]
    turned = b[same + 1 : same + 2] + b[same : same + 1] + b[same + 2 :]
    return a[same + 1 :] == b[same + 1 :] or a[same:] == turned


def mended(index: "RecordIndex", text: str) -> list[str]:
    """Searches like `text` with the words that find nothing replaced; with one word replaced where each finds something.

    Of the nearest words the likeliest come first. Where marks were typed, marks are proposed.
    """
    typed = marked_words(text)
    if len(typed) > MOST_WORDS:
        return []
    with_marks = fold(text) != text.casefold()
    unknown = {word for word in typed if not index.holding(words(word))}
    near = {word: _near(index, fold(word), with_marks) for word in unknown or typed}
    if not all(near[word] for word in unknown):
        return []
    likeliest = [near[word][0] if word in unknown else word for word in typed]
    found = [likeliest] if unknown else []
    for place, word in enumerate(typed):
        found += [[*likeliest[:place], other, *likeliest[place + 1 :]] for other in near.get(word, ())]
    return list(dict.fromkeys(map(" ".join, found)))


def _near(index: "RecordIndex", word: str, with_marks: bool) -> list[str]:
    if len(word) < SHORTEST:
        return []
    known = _known(index)
    near = [other for other in known if abs(len(other) - len(word)) <= 1 and one_edit_apart(word, other)]
    near.sort(key=lambda other: (other[0] != word[0], -known[other].total(), other))
    return [known[other].most_common(1)[0][0] if with_marks else other for other in near]


# Word → how often it is written in which way; kept as long as its index.
_vocabularies: WeakKeyDictionary["RecordIndex", dict[str, Counter[str]]] = WeakKeyDictionary()


def _known(index: "RecordIndex") -> dict[str, Counter[str]]:
    """The words of titles and names."""
    if index not in _vocabularies:
        written = [name for terms in index.searching.names.values() for named in terms for name in named.names]
        for row in index.best_of(index.everything, MOST_TITLES):
            written += filter(None, row.title.values())
        known: dict[str, Counter[str]] = {}
        for text in written:
            for word in marked_words(text):
                if not word.isdigit():
                    known.setdefault(fold(word), Counter())[word] += 1
        _vocabularies[index] = known
    return _vocabularies[index]
