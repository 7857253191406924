"""The rows of a table on one page: which words stand in which cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lantu.documents.pdf.lines import Line, joined, lines_of, without_marks
from lantu.documents.pdf.printed import Glyph
from lantu.documents.pdf.ruled import Grid, Region
from lantu.documents.pdf.wording import run_on, words_of
from lantu.documents.row import GridCell

_PADDING = 3.0  # points between a cell's edge and its words, at the least
_WORD = 0.2  # of the size: a gap that parts words
_INTO = 2.0  # points: by less a word may stand over a rule
_CUT = 0.1  # of the words
_PIECES = 0.55  # of the size: a gap that parts the words of two columns where no rule does


@dataclass(slots=True)
class TableRow:
    """A row on one page.

    cells: as they stand in the grid; room: for each, how much its last line left free, in sizes.
    """

    cells: list[GridCell]
    room: list[float]
    page: int


@dataclass(slots=True)
class PrintedTable:
    """A table, or what of it stands on one page; `columns` are its edges from left to right."""

    columns: tuple[float, ...]
    rows: list[TableRow]
    x0: float
    x1: float
    top: float
    bottom: float
    page: int


def filled(grid: Grid, glyphs: Sequence[Glyph], page: int, marks: frozenset[str] = frozenset()) -> PrintedTable:
    """Return the table of a grid and the glyphs that stand in it, without the marks of the page's notes."""
    inside: dict[Region, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if region := grid.region_at(glyph.middle):
            inside[region].append(glyph)
    lines: dict[Region, list[Line]] = {}
    regions: list[Region] = []
    for region in grid.regions:
        parts = _parted(region, inside[region], grid, page)
        regions += parts
        lines.update((part, [without_marks(line, marks) for line in own]) for part, own in parts.items())
    above: dict[int, tuple[Region, str]] = {}
    rows: list[TableRow] = []
    for number in range(len(grid.rows) - 1):
        row = TableRow([], [], page)
        here = [region for region in regions if region.row <= number < region.row + region.rows]
        for region in sorted(here, key=lambda region: region.column):
            if region.row == number:
                text = cell_words(lines[region], region.x1 - region.x0)
                above[region.column] = (region, text)
            row.cells.append(GridCell(above[region.column][1], region.columns, continued=region.row < number))
            row.room.append(_room(lines[region], region))
        rows.append(row)
    return PrintedTable(grid.columns, rows, grid.x0, grid.x1, grid.top, grid.bottom, page)


def keeps_words_whole(grid: Grid, glyphs: Sequence[Glyph], page: int) -> bool:
    """Return whether the rules run between words, as those of a table do, and not through them."""
    words = lines_of(glyphs, page, _WORD)
    cut = sum(
        grid.region_at((word.x0 + _INTO, word.base)) is not grid.region_at((word.x1 - _INTO, word.base))
        for word in words
        if word.x1 - word.x0 > 2 * _INTO
    )
    return cut <= _CUT * len(words)


def cell_words(lines: Sequence[Line], width: float) -> str:
    """Return the lines of a cell as one text: a blank stands where a new paragraph of the cell begins."""
    text = ""
    before: Line | None = None
    for line in lines:
        if before is None:
            text = line.text
        elif before.x1 - before.x0 + run_on(line) + 2 * _PADDING < width - 0.6 * line.size:
            text += " " + line.text
        else:
            text = words_of(text, line.text)
        before = line
    return text


def _room(lines: Sequence[Line], region: Region) -> float:
    """How much the last line of a cell left free, in sizes."""
    if not lines:
        return 0.0
    return (region.x1 - region.x0 - 2 * _PADDING - (lines[-1].x1 - lines[-1].x0)) / lines[-1].size


def _parted(region: Region, glyphs: Sequence[Glyph], grid: Grid, page: int) -> dict[Region, list[Line]]:
    """The lines of a cell; where it spans columns and its words keep to them, the cells that the words make of it."""
    if region.columns > 1 and region.rows == 1:
        inner = range(region.column + 1, region.column + region.columns)
        edges = [region.column, *(i for i in inner if _parts(grid.columns[i], glyphs)), region.column + region.columns]
        parts: dict[Region, list[Line]] = {}
        for left, right in pairwise(edges):
            x0, x1 = grid.columns[left], grid.columns[right]
            own = [glyph for glyph in glyphs if x0 <= glyph.middle[0] < x1]
            part = Region(region.row, 1, left, right - left, x0, region.top, x1, region.bottom)
            parts[part] = _whole(lines_of(own, page))
        if sum(bool(lines) for lines in parts.values()) > 1:
            return parts
    return {region: _whole(lines_of(glyphs, page))}


def _parts(edge: float, glyphs: Sequence[Glyph]) -> bool:
    """Whether words keep clear of an edge on every line, and stand on both sides of it on one."""
    before: dict[float, float] = {}
    after: dict[float, float] = {}
    for glyph in glyphs:
        if not glyph.text.isspace():
            base = round(glyph.base)
            if glyph.middle[0] < edge:
                before[base] = max(before.get(base, glyph.x1), glyph.x1)
            else:
                after[base] = min(after.get(base, glyph.x0), glyph.x0)
    both = before.keys() & after.keys()
    room = _PIECES * max((glyph.size for glyph in glyphs), default=0.0)
    return bool(both) and all(after[base] - before[base] > room for base in both)


def _whole(pieces: Sequence[Line]) -> list[Line]:
    """Pieces of one baseline made one line."""
    rows: list[list[Line]] = []
    for piece in pieces:
        if rows and abs(rows[-1][-1].base - piece.base) < 0.3 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [joined(row) for row in rows]
