"""Indicator tables copied from a page so that every cell became a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lantu.plan.document import Block, Document
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.table_grid import Grid, GridCell, GridRow, tidy
from lantu.reading.table_header import Role, column_role

_COMMITMENT = re.compile(r"约束性|预期性|指导性|binding|anticipatory|obligatory", re.IGNORECASE)
_DATED = re.compile(r"(?:19|20)\d{2}|年均|累计|增速|目标|基期|现状|规划")
_LONGEST_CELL = 60
_FEWEST_ROWS = 3


def find_cell_lines(document: Document) -> Iterator[Grid]:
    """Yield the tables whose cells are lines; only those with a column of 约束性/预期性, which keeps rows in step."""
    filled = [(position, block) for position, block in enumerate(document.blocks) if block.text.strip()]
    place = 0
    while place < len(filled):
        header = _header(filled, place)
        grid = _grid(filled, place, header) if header else None
        if grid is None:
            place += 1
            continue
        yield grid
        while place < len(filled) and filled[place][0] <= grid.last:
            place += 1


def _header(filled: Sequence[tuple[int, Block]], place: int) -> list[Role | None] | None:
    """The roles of the lines that name columns from `place` on; None where they do not begin a table."""
    roles: list[Role | None] = []
    for _, block in filled[place : place + 12]:
        text = block.text.strip()
        role = column_role(text) if len(text) <= 20 and not block.cells else None
        if role is None and not (roles and len(text) <= 20 and _DATED.search(text)):
            break
        roles.append(role)
    whole = len(roles) >= 4 and Role.NAME in roles[:3] and roles.count(Role.COMMITMENT) == 1 and None in roles
    return roles if whole else None


def _grid(filled: Sequence[tuple[int, Block]], place: int, roles: Sequence[Role | None]) -> Grid | None:
    width, marker = len(roles), roles.index(Role.COMMITMENT)
    rows = [_row(filled, place, width)]
    at = place + width
    count = 0
    while at + width <= len(filled):
        if _is_commitment(filled, at + marker):
            rows.append(_row(filled, at, width))
            at, count = at + width, count + 1
        elif _is_commitment(filled, at + 1 + marker):
            rows.append(_row(filled, at, 1))
            at += 1
        else:
            break
    if count < _FEWEST_ROWS:
        return None
    return Grid(tuple(rows), filled[place][0], filled[at - 1][0], Phenomenon.CELLS_AS_LINES)


def _is_commitment(filled: Sequence[tuple[int, Block]], at: int) -> bool:
    return at < len(filled) and bool(_COMMITMENT.fullmatch(filled[at][1].text.strip()))


def _row(filled: Sequence[tuple[int, Block]], at: int, width: int) -> GridRow:
    texts = (tidy(block.text[:_LONGEST_CELL]) for _, block in filled[at : at + width])
    return GridRow(filled[at][1], tuple(GridCell(text, column) for column, text in enumerate(texts)))
