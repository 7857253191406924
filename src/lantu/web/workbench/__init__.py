"""The desk of those who run a plan: the same pages after log-in, and the entry of values."""
