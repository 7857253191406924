"""A reading into findings: the linter for plans, one rule a file."""
