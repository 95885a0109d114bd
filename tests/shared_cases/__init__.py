"""Cases that Python and the browser both run: the same views of one small record, with what plain counting finds."""
