"""Tables that go on over pages, made one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lantu.documents.pdf.cells import PrintedTable, TableRow
from lantu.documents.pdf.wording import first_words, words_of
from lantu.documents.row import GridCell

_SLACK = 1.5  # sizes: cells have margins of their own
_SAME_EDGE = 8.0  # points, after the table as a whole is moved to the same left edge


def goes_on(table: PrintedTable, after: PrintedTable) -> bool:
    """Return whether a table at the head of a page goes on from the one at the foot of the page before."""
    if after.page <= table.page or abs((after.x1 - after.x0) - (table.x1 - table.x0)) > 2 * _SAME_EDGE:
        return False
    return len(_all_edges(table, after)) <= max(len(table.columns), len(after.columns))


def continued(table: PrintedTable, after: PrintedTable) -> PrintedTable:
    """Return both as one table: the header that is printed again left out, a row that the page parted made whole."""
    edges = _all_edges(table, after)
    rows = [_on(row, table, edges) for row in table.rows]
    more = [_on(row, after, edges) for row in after.rows]
    again = 0
    while again < min(len(rows), len(more) - 1) and _words(rows[again]) == _words(more[again]):
        again += 1
    more = more[again:]
    if more and rows and _is_rest(rows[-1], more[0]):
        rows[-1] = _whole(rows[-1], more[0])
        more = more[1:]
    return replace(table, columns=tuple(edges), rows=[*rows, *_merged_down(rows, more)], page=after.page)


def _all_edges(table: PrintedTable, after: PrintedTable) -> list[float]:
    shift = table.x0 - after.x0
    edges: list[float] = []
    for edge in sorted([*table.columns, *(edge + shift for edge in after.columns)]):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    return edges


def _on(row: TableRow, table: PrintedTable, edges: Sequence[float]) -> TableRow:
    """A row told in the columns of the whole table."""
    shift = edges[0] - table.x0
    cells: list[GridCell] = []
    column = 0
    for cell in row.cells:
        x0, x1 = table.columns[column] + shift, table.columns[column + cell.columns] + shift
        span = sum(x0 + _SAME_EDGE < edge <= x1 + _SAME_EDGE for edge in edges)
        cells.append(replace(cell, columns=max(1, span)))
        column += cell.columns
    return TableRow(cells, row.room, row.page)


def _words(row: TableRow) -> list[str]:
    return ["".join(cell.text.split()) for cell in row.cells]


def _is_rest(row: TableRow, rest: TableRow) -> bool:
    """Whether a row holds the rest of the one before.

    It says little, and neither what a row is about, or only where cells of the one before had no room for more.
    """
    if len(row.cells) != len(rest.cells) or len(rest.cells) < 2 or any(cell.columns > 1 for cell in rest.cells):
        return False
    said = [i for i, cell in enumerate(rest.cells) if cell.text and not cell.continued]
    held = [i for i, cell in enumerate(row.cells) if cell.text]
    if not said or (said == held and len(said) > 1):
        return False
    if min(said) > 1 and 2 * len(said) < len(rest.cells) and all(row.cells[i].text for i in range(2)):
        return True
    return all(
        row.cells[i].text
        and row.room[i] < first_words(rest.cells[i].text) + _SLACK
        and row.cells[i].text[-1] not in "。；.;"
        for i in said
    )


def _whole(row: TableRow, rest: TableRow) -> TableRow:
    cells = [replace(a, text=words_of(a.text, b.text)) for a, b in zip(row.cells, rest.cells, strict=True)]
    return TableRow(cells, row.room, row.page)


def _merged_down(rows: Sequence[TableRow], more: Sequence[TableRow]) -> list[TableRow]:
    """The rows that go on, an empty cell below one that reaches over several rows continuing it."""
    if not rows:
        return list(more)
    last = rows[-1]
    open_columns: dict[int, str] = {}
    column = 0
    for cell in last.cells:
        if cell.continued:
            open_columns[column] = cell.text
        column += cell.columns
    result: list[TableRow] = []
    for row in more:
        cells: list[GridCell] = []
        column = 0
        for cell in row.cells:
            if column in open_columns and not cell.text and cell.columns == 1:
                cells.append(GridCell(open_columns[column], continued=True))
            else:
                open_columns.pop(column, None)
                cells.append(cell)
            column += cell.columns
        result.append(TableRow(cells, row.room, row.page))
    return result
