"""Public pages: each reads its address, asks the record, and hands plain rows to a template."""
