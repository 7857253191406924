"""Tables without rules: rows whose words stand below each other in columns with clear room between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from lantu.documents.pdf.cells import PrintedTable, TableRow
from lantu.documents.pdf.lines import Line
from lantu.documents.pdf.wording import words_of
from lantu.documents.row import GridCell

_FEWEST = 3  # rows with words in several columns
_FILLED = 0.6  # of the fields that hold words
_FIGURES = 0.6  # of the fields of a column of figures
_FIGURE = re.compile(r"[<>≤≥＜＞~～约近〔\[(（+-]*\d")
_PAGE = re.compile(r"[-—(（]?\s*(\d{1,4})\s*[-—)）]?")
_LEADING = 3.0  # sizes from one row to the next, at the most
_CLOSER = 0.8  # of the usual distance: a line that belongs to the row above

Row = list[Line]


def with_tables(rows: Sequence[Row]) -> list[Row | PrintedTable]:
    """Return the rows of a column, those that make a table put into one.

    A row is what stands on one baseline, in the pieces that wide gaps part. Rows are a table where at least three
    keep to the same columns, three of them or two of which one holds figures; a list of contents is none.
    """
    result: list[Row | PrintedTable] = []
    place = 0
    while place < len(rows):
        end = _end(rows, place)
        table = _table(rows[place:end]) if end - place >= _FEWEST else None
        if table is None:
            result.append(rows[place])
            place += 1
        else:
            result.append(table)
            place = end
    return result


def _end(rows: Sequence[Row], start: int) -> int:
    """Where a run of rows ends that begins in several pieces and goes on so, single pieces between them allowed."""
    if len(rows[start]) < 2:
        return start
    end, last = start + 1, start + 1
    while end < len(rows):
        before, here = rows[end - 1][0], rows[end][0]
        if here.box != before.box or not 0 < here.base - before.base <= _LEADING * max(here.size, before.size):
            break
        if len(rows[end]) > 1:
            last = end + 1
        elif len(rows[end - 1]) < 2:
            break
        end += 1
    return last


def _table(rows: Sequence[Row]) -> PrintedTable | None:
    several = [row for row in rows if len(row) > 1]
    usual = Counter(len(row) for row in several).most_common(1)[0][0]
    columns = _columns([row for row in several if len(row) == usual])
    if len(several) < _FEWEST or len(columns) != usual:
        return None
    placed = [_placed(row, columns) for row in rows]
    if any(row is None for row in placed):
        return None
    told = [row for row in placed if row is not None]
    fields = [fields for fields, row in zip(told, rows, strict=True) if len(row) > 1]
    if sum(len(row) for row in fields) < _FILLED * len(fields) * usual or not _is_table(fields, usual):
        return None
    edges = [min(line.x0 for row in rows for line in row)]
    edges += [(a[1] + b[0]) / 2 for a, b in pairwise(columns)]
    edges.append(max(line.x1 for row in rows for line in row))
    table = PrintedTable(tuple(edges), [], edges[0], edges[-1], rows[0][0].top, rows[-1][0].bottom, rows[0][0].page)
    step = median(b[0].base - a[0].base for a, b in pairwise(rows))
    for fields_here, row, before in zip(told, rows, [None, *rows], strict=False):
        rest = before is not None and len(row) == 1 and row[0].base - before[0].base < _CLOSER * step
        if rest and table.rows:
            _go_on(table.rows[-1], fields_here)
        else:
            table.rows.append(_row(fields_here, usual, row[0].page))
    return table


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The columns that the pieces of rows stand in, pieces that overlap in one."""
    columns: list[tuple[float, float]] = []
    for x0, x1 in sorted((line.x0, line.x1) for row in rows for line in row):
        if columns and x0 <= columns[-1][1] + 2:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _placed(row: Row, columns: Sequence[tuple[float, float]]) -> dict[int, tuple[int, str]] | None:
    """For each piece of a row its first column, how many it spans and its words; None where two share a column."""
    fields: dict[int, tuple[int, str]] = {}
    free = 0
    for line in row:
        over = [i for i, (x0, x1) in enumerate(columns) if line.x0 < x1 and line.x1 > x0]
        if not over:
            over = [min(range(len(columns)), key=lambda i: abs(columns[i][0] - line.x0))]
        if over[0] < free or (len(over) > 1 and len(row) == 1 and len(over) < len(columns) - 1):
            return None
        free = over[-1] + 1
        fields[over[0]] = (len(over), line.text)
    return fields


def _is_table(rows: Sequence[dict[int, tuple[int, str]]], count: int) -> bool:
    """Whether rows of several pieces are a table's, and not a list of contents or words set apart."""
    last = [words for row in rows if (words := row.get(count - 1, (0, ""))[1])]
    pages = [int(match[1]) for words in last if (match := _PAGE.fullmatch(words))]
    if count == 2 and len(pages) == len(last) and pages == sorted(pages):
        return False
    figures = [sum(_FIGURE.match(row[i][1]) is not None for row in rows if i in row) for i in range(1, count)]
    return count > 2 or max(figures) >= _FIGURES * (len(rows) - 1)


def _row(fields: dict[int, tuple[int, str]], count: int, page: int) -> TableRow:
    cells: list[GridCell] = []
    column = 0
    while column < count:
        span, words = fields.get(column, (1, ""))
        cells.append(GridCell(words, span))
        column += span
    return TableRow(cells, [0.0] * len(cells), page)


def _go_on(row: TableRow, fields: dict[int, tuple[int, str]]) -> None:
    """Give a row the words of a line that goes on in one of its cells."""
    for place, (_, words) in fields.items():
        column = 0
        for i, cell in enumerate(row.cells):
            if column <= place < column + cell.columns:
                row.cells[i] = GridCell(words_of(cell.text, words), cell.columns)
            column += cell.columns
