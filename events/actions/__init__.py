"""Writes across models: each is one step of history, checks the right, and takes the event only as it was seen."""
