"""The words of the genre, as lists that a planner can read and add to: one text file a list, words between blanks."""

from __future__ import annotations

import re
from importlib.resources import files


def words(name: str) -> tuple[str, ...]:
    """Return the words of the list `name`.txt, in its order; lines that begin with # say what the list is."""
    text = (files(__package__) / f"{name}.txt").read_text("utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def any_of(*lists: tuple[str, ...]) -> str:
    """Return a pattern that matches any word of the lists, longer words first."""
    every = sorted({word for one in lists for word in one}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in every)
