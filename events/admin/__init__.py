"""The stock admin with our titles, our date preview and search that folds tone marks; one module per group of models."""

from . import account, event, lesson, source, submission, vocabulary

__all__ = ["account", "event", "lesson", "source", "submission", "vocabulary"]
