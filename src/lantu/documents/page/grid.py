"""A page's table as a grid: cells that span rows go on below, cells that span columns count them."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from lantu.documents.content import Content
from lantu.documents.row import GridCell

_WIDEST, _TALLEST = 1000, 65_534  # as the HTML standard bounds them


class GridRows:
    """The rows of one table, filled in document order.

    key: the table's own identity in the tree.
    """

    def __init__(self, key: int, content: Content) -> None:
        self.key = key
        self._content = content
        self._rows: list[list[tuple[str, int, int]]] = []

    def row(self) -> None:
        """Begin a row."""
        self._rows.append([])

    def cell(self, node: LexborNode) -> None:
        """Begin a cell, in a first row where the table has not begun one."""
        if not self._rows:
            self.row()
        columns = _span(node, "colspan", _WIDEST) or 1
        rows = _span(node, "rowspan", _TALLEST)
        self._rows[-1].append(("", columns, rows or _TALLEST))  # rowspan="0" reaches down to the end

    def words(self, text: str) -> None:
        """Give the cell begun last its words."""
        if self._rows and self._rows[-1]:
            _, columns, rows = self._rows[-1][-1]
            self._rows[-1][-1] = (text, columns, rows)

    def rows(self) -> Iterator[list[GridCell]]:
        """Yield each row's cells, those that go on from above among them.

        Raises Fault where the spans make more cells than a document may have.
        """
        reaching: dict[int, tuple[str, int, int]] = {}  # by first column: words, columns, rows it still covers
        made = 0
        for row in self._rows:
            cells: list[GridCell] = []
            below: dict[int, tuple[str, int, int]] = {}
            starts = sorted(reaching, reverse=True)  # the next one last
            own = iter(row)
            cell = next(own, None)
            column = 0
            while cell is not None or starts:
                if starts and starts[-1] <= column:
                    start = starts.pop()
                    if start < column:  # overlapped by a wide cell of this row
                        continue
                    text, columns, left = reaching[start]
                    cells.append(GridCell(text, columns, continued=True))
                elif cell is not None:
                    text, columns, left = cell
                    cells.append(GridCell(text, columns))
                    cell = next(own, None)
                else:  # nothing stands before the next cell from above
                    text, columns, left = "", starts[-1] - column, 1
                    cells.append(GridCell(text, columns))
                if left > 1:
                    below[column] = (text, columns, left - 1)
                column += columns
            made += len(cells)
            self._content.bound(made)
            reaching = below
            yield cells


def _span(node: LexborNode, attribute: str, most: int) -> int:
    text = (node.attributes.get(attribute) or "1").strip()
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 9 else 1
