"""The plan as a document one can read: its text with everything recognised in it, its items as lists, its findings."""
