"""The read-only JSON that outside programs use; shapes are written in docs/api.md."""
