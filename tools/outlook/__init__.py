"""Measurements of the outlook: how its numbers were chosen, how it scores, and the page that tells of both."""
