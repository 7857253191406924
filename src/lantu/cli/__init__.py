"""The command line: one command a file, the same verbs as the library."""
