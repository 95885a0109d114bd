"""Processes killed in the middle of an import, an upload or a publication: everything is there afterwards, or nothing."""
