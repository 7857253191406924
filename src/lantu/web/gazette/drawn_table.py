"""A table as the template draws it: cells with their marks, merged as they were in the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from lantu.plan.document import Block, Cell
from lantu.web.gazette.grid import GridRow, grid_of
from lantu.web.gazette.margin import Note
from lantu.web.gazette.marking import Mark

_SHORT = 6


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell as the template draws it."""

    html: SafeString
    columns: int
    rows: int
    is_numeric: bool
    is_short: bool


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row as the template draws it; anchor is its id on the page, "" for none."""

    anchor: str
    cells: tuple[DrawnCell, ...]
    is_group: bool


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table as the template draws it."""

    columns: int
    titles: tuple[DrawnRow, ...]
    head: tuple[DrawnRow, ...]
    body: tuple[DrawnRow, ...]
    notes: tuple[Note, ...] = ()
    shape: str = "table"


CellWords = Callable[[Block, Cell, Sequence[Mark]], SafeString]


def draw_table(
    blocks: Sequence[Block],
    marks_of: Callable[[Block], Sequence[Mark]],
    words: CellWords,
    *,
    notes: tuple[Note, ...] = (),
    only: frozenset[int] | None = None,
    has_anchors: bool = True,
) -> DrawnTable:
    """Return the table that consecutive rows make.

    marks_of: the marks of a row, with offsets in its text. words: the HTML of a cell with the marks that fall to it.
    only: numbers of the rows to show besides the head; all where None.
    """
    if only is not None:
        # Rows taken out of a table lose those they were merged with: each shows the words it stands for.
        blocks = [
            replace(b, cells=tuple(replace(c, continued=False) if c.continued else c for c in b.cells))
            if any(c.continued for c in b.cells)
            else b
            for b in blocks
        ]
    grid = grid_of(blocks)

    def row(drawn: GridRow) -> DrawnRow:
        cells = [cell.cell for cell in drawn.cells]
        inside: list[list[Mark]] = [[] for _ in cells]
        for mark in marks_of(drawn.block):
            at = _cell_of(mark, cells)
            if at is not None:
                inside[at].append(mark)
        return DrawnRow(
            f"b{drawn.block.number}" if has_anchors else "",
            tuple(
                DrawnCell(
                    words(drawn.block, cell.cell, marks),
                    cell.columns,
                    cell.rows,
                    cell.is_numeric,
                    len(cell.cell.text) <= _SHORT,
                )
                for cell, marks in zip(drawn.cells, inside, strict=True)
            ),
            drawn.is_group,
        )

    return DrawnTable(
        grid.columns,
        tuple(row(title) for title in grid.titles),
        tuple(row(head) for head in grid.head),
        tuple(row(body) for body in grid.body if only is None or body.block.number in only),
        notes,
    )


def _cell_of(mark: Mark, cells: Sequence[Cell]) -> int | None:
    """The cell a mark is shown in: the one it stands in; of several, the one that holds its name, else the first."""
    reached = [at for at, cell in enumerate(cells) if cell.start < mark.end and mark.start < cell.end]
    named = [at for at in reached if mark.name and mark.name in cells[at].text]
    return next(iter(named or reached), None)
