"""Records in and out of files: the rules are the same at every door, and a load is all or nothing."""
