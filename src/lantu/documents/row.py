"""A table row as a block: cells joined by " | ", each with its exact place in the row's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lantu.plan.document import Block, BlockKind, Cell

SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as a format finds it: its words, the grid columns it spans, whether it goes on from the row above."""

    text: str
    columns: int = 1
    continued: bool = False


def has_words(cells: Iterable[GridCell]) -> bool:
    """Return whether a row says anything of its own; a row of empty or continued cells does not."""
    return any(not cell.continued and cell.text and not cell.text.isspace() for cell in cells)


def table_row(number: int, table: int, cells: Iterable[GridCell | str], first_column: int = 0) -> Block:
    """Return the block of a row; a bare string is a cell of one column.

    A continued cell stands in the row's text as an empty run. first_column: where the row begins in the grid.
    """
    placed: list[Cell] = []
    runs: list[str] = []
    start, column = 0, first_column
    for cell in cells:
        cell = GridCell(cell) if isinstance(cell, str) else cell
        run = "" if cell.continued else cell.text
        placed.append(Cell(cell.text, start, start + len(run), column, cell.columns, cell.continued))
        runs.append(run)
        start += len(run) + len(SEPARATOR)
        column += cell.columns
    return Block(number, SEPARATOR.join(runs), BlockKind.TABLE_ROW, table=table, cells=tuple(placed))
