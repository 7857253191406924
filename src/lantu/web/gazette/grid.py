"""The rows of a table with their merged cells, ready to be drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.plan.document import Block, Cell

_NUMERIC = re.compile(
    r"[-－—–−]{0,2}|[〔﹝\[（(]?[<>＜＞﹤﹥≤≥≦≧±+＋-]?\s*[\d,.]+\s*[%‰％]?[〕﹞\]）)]?(?:左右|以上|以内|以下)?"
)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as it is drawn: how many columns and rows it covers, and whether its column holds numbers."""

    cell: Cell
    columns: int
    rows: int
    is_numeric: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table. is_group: whether one cell runs across the whole table."""

    block: Block
    cells: tuple[GridCell, ...]
    is_group: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows above the head that name it, the head, and the rest; columns is its width."""

    columns: int
    titles: tuple[GridRow, ...]
    head: tuple[GridRow, ...]
    body: tuple[GridRow, ...]


def grid_of(blocks: Sequence[Block]) -> Grid:
    """Return the table that consecutive rows make; its first full row is its head.

    blocks: the table's rows from first to last.
    """
    width = max((cell.column + cell.columns for block in blocks for cell in block.cells), default=1)
    numeric = _numeric_columns(blocks, width)
    rows = []
    for at, block in enumerate(blocks):
        cells = tuple(
            GridCell(cell, cell.columns, 1 + _continued_below(blocks[at + 1 :], cell), cell.column in numeric)
            for cell in block.cells
            if not cell.continued
        )
        is_group = width > 1 and len(block.cells) == 1 and block.cells[0].columns == width
        rows.append(GridRow(block, cells, is_group))
    titles = 0
    while titles < len(rows) - 2 and rows[titles].is_group:
        titles += 1
    deep = titles
    if len(rows) - titles > 1:
        deep += max((cell.rows for cell in rows[titles].cells), default=1)
        if deep >= len(rows):
            deep = titles
    return Grid(width, tuple(rows[:titles]), tuple(rows[titles:deep]), tuple(rows[deep:]))


def _continued_below(below: Sequence[Block], cell: Cell) -> int:
    count = 0
    for block in below:
        if not any(under.continued and under.column == cell.column for under in block.cells):
            break
        count += 1
    return count


def _numeric_columns(blocks: Sequence[Block], width: int) -> frozenset[int]:
    """Columns whose cells below the first row are numbers, most of them, and not all dashes."""
    found = []
    for column in range(width):
        cells = [c.text.strip() for b in blocks[1:] for c in b.cells if c.column == column and c.columns == 1]
        numbers = [text for text in cells if _NUMERIC.fullmatch(text)]
        if any(any(sign.isdigit() for sign in text) for text in numbers) and len(numbers) > 0.5 * len(cells):
            found.append(column)
    return frozenset(found)
