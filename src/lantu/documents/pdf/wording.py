"""How the words of two lines go together: with a blank, without, or with a hyphen undone."""

from __future__ import annotations

import re

from lantu.documents.pdf.lines import Line, is_either, is_solid

_NO_START = "，。、；：？！）》」』】〕%％,.;:?!)]}"
_NO_END = "（《「『【〔(["
_HYPHENATED = re.compile(r"[A-Za-z]{2,}-$")
_LONGEST_WORD = 60
_LOWER = re.compile(r"[a-z]{2,}")
_LATIN = 0.5  # of the size: about how wide a letter is


def words_of(before: str, after: str, known: frozenset[str] = frozenset()) -> str:
    """Return the text of a line and of the one it runs on into.

    A hyphen at the end stands between parts of one word where the document holds the word without it; where
    it holds it with the hyphen, or neither, the hyphen stays.
    """
    if not before or not after:
        return before + after
    if (broken := _HYPHENATED.search(before[-_LONGEST_WORD:])) and (tail := _LOWER.match(after)):
        head = broken[0][:-1]
        return (before[:-1] if (head + tail[0]).lower() in known else before) + after
    solid = is_solid(before[-1]) or is_solid(after[0])
    if is_either(before[-1]):
        solid = solid or is_solid(before[-2:-1] or after[0])
    if is_either(after[0]):
        solid = solid or is_solid(after[1:2] or before[-1])
    numbers = before[-1] in "-/—" and after[0].isalnum()
    return before + after if solid or numbers else f"{before} {after}"


def run_on(line: Line) -> float:
    """Return how much room the first words of a line need that no line break parts, in points."""
    return line.size * first_words(line.text)


def first_words(text: str) -> float:
    """Return how wide the words are that a text begins with and no line break parts, in sizes."""
    width = 0.0
    for i, character in enumerate(text):
        if i and _parts(text[i - 1], character):
            break
        width += 1.0 if is_solid(character) or is_either(character) else _LATIN
    return width


def _parts(before: str, after: str) -> bool:
    """Whether a line may break between two characters."""
    if after.isspace() or before.isspace():
        return True
    if is_either(before) or is_either(after) or before in _NO_END or after in _NO_START:
        return False
    return is_solid(before) or is_solid(after)
