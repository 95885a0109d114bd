"""Editors' accounts: the throttle of the login, the second factor, the end of sessions."""
