"""The stock admin with our titles, our date preview and search that folds tone marks; one module per group of models."""

from . import event, lesson, source, vocabulary

__all__ = ["event", "lesson", "source", "vocabulary"]
