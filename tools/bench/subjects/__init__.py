"""What is measured: one subject a file, found by being there.

A subject has TITLE (its heading), ORDER (where it stands on the page) and `lines()`, which measures and returns the
Markdown that stands under the heading; NEEDS names modules without which it is left out, loudly.
"""
