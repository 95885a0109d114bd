"""Search that forgives tone marks, the same on both databases, in the index and in the browser."""

from .fold import fold, words

__all__ = ["fold", "words"]
