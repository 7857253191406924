"""Changes of the tables of the registry, in order."""
