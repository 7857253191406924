"""Notes at the foot of a page: small lines below the text, begun by a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.documents.pdf.lines import Line
from lantu.documents.pdf.printed import Rule

_SMALLER = 0.93  # of the body's size
_MARK = re.compile(r"\s*(?:[\[［(（]\d{1,3}[\]］)）]|[①-⑳]|[*†‡]+|注\s*\d*[:：]|\d{1,3}(?=\s*(?:\D|$)))\s*")
_LOWER_PART = 0.45  # of the page's height: notes begin below it
_FOOT = 0.9  # of the page's height
_RULE_ABOVE = 25.0  # points


def notes_of(lines: Sequence[Line], rules: Sequence[Rule], body: float, height: float) -> list[list[Line]]:
    """Return the notes at the foot of a page, each with its lines; `body`: the size of the text.

    They are the last lines of the page, smaller than the text, under a rule or begun by a raised mark.
    """
    ordered = sorted(lines, key=lambda line: (line.base, line.x0))
    while ordered and ordered[-1].base > _FOOT * height and ordered[-1].size >= _SMALLER * body:
        ordered.pop()  # the page's own foot
    first = len(ordered)
    while first and ordered[first - 1].size < _SMALLER * body and ordered[first - 1].base > _LOWER_PART * height:
        first -= 1
    foot = ordered[first:]
    while foot and not (_begins(foot[0]) and (foot[0].raised or _ruled_off(foot[0], rules))):
        foot = foot[1:]
    notes: list[list[Line]] = []
    for line in foot:
        if not notes or (_begins(line) and (line.raised or _MARK.match(line.text))):
            notes.append([])
        notes[-1].append(line)
    return notes


def note_text(text: str) -> str:
    """Return a note without the mark it begins with, where the mark is not words."""
    match = _MARK.match(text)
    return text[match.end() :] if match and not match[0].lstrip().startswith("注") else text


def mark_of(line: Line) -> str:
    """Return the mark that a note's first line begins with, "" for none."""
    match = _MARK.match(line.text)
    return match[0].strip() if match else ""


def _begins(line: Line) -> bool:
    return any(place == 0 for place, _ in line.raised) or _MARK.match(line.text) is not None


def _ruled_off(line: Line, rules: Sequence[Rule]) -> bool:
    return any(
        rule.along and 0 <= line.top - rule.place + 2 <= _RULE_ABOVE and abs(rule.start - line.x0) < 40
        for rule in rules
    )
