"""The tables of a document that list projects: which column holds what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan.document import Block

_NAME = re.compile(r"项目名称|工程名称|^项目$|建设项目|重点项目|重大项目|工程项目")
_COLUMNS = {
    "owner": re.compile(r"责任单位|牵头|建设单位|实施单位|业主|责任部门|主体"),
    "amount": re.compile(r"投资"),
    "date": re.compile(r"年限|建设期|起止|开工|完成时间|完工|时限|建设时间"),
}
_TOTAL = re.compile(r"^(?:合计|总计|小计|共计|总投资)")


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One row of a project list: its name and its cells by kind of column (owner, amount, date)."""

    block: Block
    name: str
    cells: dict[str, str]
    total: bool


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """A list of projects; heads are the printed headings of the columns that were understood."""

    heads: dict[str, str]
    rows: tuple[ProjectRow, ...]


def project_tables(blocks: tuple[Block, ...]) -> Iterator[ProjectTable]:
    """Yield the project lists of a document: a header that names projects and one column of a kind, and rows below.

    Rows are the table rows of a file that has tables, or lines cut by | in a text.
    """
    run: list[tuple[Block, list[str]]] = []
    for block in blocks:
        cells = cells_of(block)
        if not cells or (run and block.table != run[-1][0].table):
            yield from _tables(run)
            run = []
        if cells:
            run.append((block, cells))
    yield from _tables(run)


def cells_of(block: Block) -> list[str]:
    """Return the cells of a table row; an empty list for other blocks and for rulers (---|---)."""
    if block.cells:
        return [cell.text.strip() for cell in block.cells]
    if "|" not in block.text:
        return []
    found = [cell.strip() for cell in block.text.strip().strip("|").split("|")]
    return [] if all(set(cell) <= set("-: ") for cell in found) and "-" in block.text else found


def _tables(run: list[tuple[Block, list[str]]]) -> Iterator[ProjectTable]:
    if len(run) < 2:
        return
    header = run[0][1]
    name = next((n for n, head in enumerate(header) if _NAME.search(head)), None)
    columns = {
        kind: next((n for n, head in enumerate(header) if n != name and pattern.search(head)), None)
        for kind, pattern in _COLUMNS.items()
    }
    known = {kind: column for kind, column in columns.items() if column is not None}
    if name is None or not known:
        return
    rows = []
    for block, cells in run[1:]:
        if len(cells) <= name:
            continue
        found = {kind: cells[column] if column < len(cells) else "" for kind, column in known.items()}
        rows.append(ProjectRow(block, cells[name], found, any(_TOTAL.match(cell) for cell in cells[:3])))
    yield ProjectTable({kind: header[column] for kind, column in known.items()}, tuple(rows))
