"""Glyphs to lines: those on one baseline, parted where a gap is too wide to be a blank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lantu.documents.pdf.printed import Glyph

# Characters that are set solid, without blanks between words.
_HANZI = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_SOLID = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\U00020000-\U0003ffff]")
# Signs that are set as their neighbours are: solid in Chinese, with blanks in English.
_EITHER = "“”‘’—…·"
_SAME_BASE = 0.3  # of the size: as far as glyphs of one line are off its baseline
_BLANK = 0.17  # of the size, between letters
_BLANK_SOLID = 0.75  # of the size, next to a hanzi: less is how lines are made even
_BLANK_HANZI = 0.2  # of the size, next to a hanzi in a line whose other characters stand close
_CLOSE = 0.07  # of the size
_GAP = 1.6  # of the size: more parts a line
_RAISED_SIZE = 0.8  # of the line's size; a smaller glyph above the baseline is raised
NOTE_MARK = re.compile(r"[\[［(（]?(?:\d{1,3}|[①-⑳]|\*{1,3}|[†‡])[\]］)）]?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or as much of one as stands together.

    x0, x1: its edges; base, size: those of most of its glyphs; bold: whether all its letters are.
    raised: where in the text a mark of a note may stand raised, and the mark.
    box: which frame it stands in, 0 for none; parts: how many pieces with wide gaps between them it is made of.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    page: int
    raised: tuple[tuple[int, str], ...] = ()
    box: int = 0
    parts: int = 1

    @property
    def top(self) -> float:
        """Where its letters begin."""
        return self.base - 0.85 * self.size

    @property
    def bottom(self) -> float:
        """Where its letters end."""
        return self.base + 0.2 * self.size


def is_solid(character: str) -> bool:
    """Return whether no blank parts this character from the next."""
    return _SOLID.match(character) is not None


def is_either(character: str) -> bool:
    """Return whether a sign is set as its neighbours are."""
    return character in _EITHER


def lines_of(glyphs: Iterable[Glyph], page: int, gap: float = _GAP) -> list[Line]:
    """Return the lines, from top to bottom and left to right; `gap` in sizes parts what stands on one baseline."""
    lines: list[Line] = []
    for row in _rows(glyphs):
        piece: list[Glyph] = []
        for glyph in sorted(row, key=lambda glyph: (glyph.x0, glyph.x1)):
            if piece and glyph.x0 - piece[-1].x1 > gap * max(glyph.size, piece[-1].size):
                lines += _line(piece, page)
                piece = []
            if glyph.text.isspace() and not piece:
                continue
            if glyph.text.isspace() and glyph.x1 - glyph.x0 > gap * glyph.size:
                continue  # a tab: the next glyph will stand far off
            piece.append(glyph)
        lines += _line(piece, page)
    return lines


def without_marks(line: Line, marks: frozenset[str]) -> Line:
    """Return a line without those of its raised marks that lead to a note of the page."""
    text = line.text
    for place, mark in reversed(line.raised):
        if mark in marks:
            text = text[:place] + text[place + len(mark) :]
    return replace(line, text=text, raised=()) if text else line


def joined(lines: Sequence[Line]) -> Line:
    """Return pieces of one baseline as one line, a blank for each gap."""
    first = lines[0]
    if len(lines) == 1:
        return first
    longest = max(lines, key=lambda line: len(line.text))
    starts = [sum(len(line.text) + 1 for line in lines[:i]) for i in range(len(lines))]
    return replace(
        first,
        text=" ".join(line.text for line in lines),
        parts=len(lines),
        x1=lines[-1].x1,
        size=longest.size,
        bold=all(line.bold for line in lines),
        raised=tuple((start + at, mark) for start, line in zip(starts, lines, strict=True) for at, mark in line.raised),
    )


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs by baseline; small ones beside larger ones, raised or lowered, belong to the larger ones' row."""
    rows: list[list[Glyph]] = []
    bases: list[float] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and glyph.base - bases[-1] <= _SAME_BASE * max(glyph.size, rows[-1][-1].size):
            rows[-1].append(glyph)
            if not glyph.text.isspace() and glyph.size >= rows[-1][0].size:
                bases[-1] = glyph.base
        else:
            rows.append([glyph])
            bases.append(glyph.base)
    return _with_small_ones(rows)


def _with_small_ones(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    kept: list[list[Glyph]] = []
    sizes = [max(glyph.size for glyph in row) for row in rows]
    moved: set[int] = set()
    for i, row in enumerate(rows):
        for j in (i + 1, i - 1):
            if not 0 <= j < len(rows) or j in moved or sizes[i] > _RAISED_SIZE * sizes[j] or len(row) > 12:
                continue
            off = rows[j][0].base - row[0].base
            if -0.35 * sizes[j] < off < 0.6 * sizes[j] and all(_beside(glyph, rows[j]) for glyph in row):
                rows[j].extend(row)
                moved.add(i)
                break
    kept.extend(row for i, row in enumerate(rows) if i not in moved)
    return kept


def _beside(small: Glyph, row: Sequence[Glyph]) -> bool:
    reach = 2 * small.size
    return any(-reach < small.x0 - large.x1 < reach or 0 <= large.x0 - small.x1 < reach for large in row)


def _line(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The line of glyphs that stand together, as a list of one, or of none where they are all blank."""
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not inked:
        return []
    size = Counter(round(glyph.size, 2) for glyph in inked).most_common(1)[0][0]
    level = [glyph for glyph in inked if glyph.size >= _RAISED_SIZE * size] or inked
    base = Counter(round(glyph.base, 1) for glyph in level).most_common(1)[0][0]
    text = ""
    marks: list[tuple[int, str]] = []
    before: Glyph | None = None
    spacing = _spacing(inked, size)
    for glyph in glyphs:
        if glyph.text.isspace():
            text += " " if text and text[-1] != " " else ""
            continue
        if before is not None and text[-1] != " ":
            room = glyph.x0 - before.x1
            if room > spacing.blank(before.text, glyph.text) * min(size, max(glyph.size, before.size)):
                text += " "
        if glyph.size < _RAISED_SIZE * size and glyph.base < base - 0.15 * size:
            if marks and marks[-1][0] + len(marks[-1][1]) == len(text):
                marks[-1] = (marks[-1][0], marks[-1][1] + glyph.text)
            else:
                marks.append((len(text), glyph.text))
        text += glyph.text
        before = glyph
    letters = [glyph for glyph in inked if glyph.text.isalnum()]
    bold = bool(letters) and all(glyph.bold for glyph in letters)
    raised = tuple((place, mark) for place, mark in marks if NOTE_MARK.fullmatch(mark))
    return [Line(text.strip(), inked[0].x0, inked[-1].x1, base, size, bold, page, raised)]


@dataclass(frozen=True, slots=True)
class _Spacing:
    """From which room on, in sizes, a reader of a line sees a blank.

    hanzi: between two hanzi; mixed: between a hanzi and what is none.
    """

    hanzi: float
    mixed: float

    def blank(self, before: str, after: str) -> float:
        """The least room of a blank between two characters."""
        if not (is_solid(before) or is_solid(after)):
            return _BLANK
        one, other = _HANZI.match(before) is not None, _HANZI.match(after) is not None
        return self.hanzi if one and other else self.mixed if one or other else _BLANK_SOLID


def _spacing(glyphs: Sequence[Glyph], size: float) -> _Spacing:
    """How a line is set: where most of its characters stand close, little room is a blank already."""
    hanzi: list[float] = []
    mixed: list[float] = []
    for before, after in pairwise(glyphs):
        one, other = _HANZI.match(before.text) is not None, _HANZI.match(after.text) is not None
        if one and other:
            hanzi.append(after.x0 - before.x1)
        elif (one and after.text.isalnum()) or (other and before.text.isalnum()):
            mixed.append(after.x0 - before.x1)
    narrow = [bool(rooms) and sorted(rooms)[(len(rooms) - 1) // 2] <= _CLOSE * size for rooms in (hanzi, mixed)]
    return _Spacing(*(_BLANK_HANZI if close else _BLANK_SOLID for close in narrow))
