"""What readers send in without an account: the forms, and what keeps them from being misused."""
