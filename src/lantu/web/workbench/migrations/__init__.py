"""Changes of the tables of the desk, in order."""
