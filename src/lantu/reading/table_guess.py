"""The columns of an indicator table that has no header, told from what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lantu.reading.indicator_unit import is_unit
from lantu.reading.table_cell import read_cell
from lantu.reading.table_grid import GridRow
from lantu.reading.table_header import Column, Header, Role, names_columns

_COMMITMENT = re.compile(r"约束性?|预期性?|binding|anticipatory|obligatory", re.IGNORECASE)


def guess_header(rows: Sequence[GridRow]) -> Header | None:
    """Guess the columns; None unless a column says 约束性/预期性 throughout: nothing else marks such a table safely.

    The name is the first column of words; the figures after it are, from left to right, base, target and growth.
    """
    full = [row for row in rows if len(row.distinct) > 1]
    if any(names_columns(row) for row in full[:2]):
        return None  # it has a header, of another kind of table
    width = max((len(row.cells) for row in full), default=0)
    columns = [[row.text(i) for row in full if row.text(i)] for i in range(width)]
    roles: list[Role] = [Role.OTHER] * width
    for i, texts in enumerate(columns):
        if len(texts) > 1 and _most(texts, lambda t: bool(_COMMITMENT.fullmatch(t))):
            roles[i] = Role.COMMITMENT
    if roles.count(Role.COMMITMENT) != 1:
        return None
    for i, texts in enumerate(columns):
        if roles[i] is not Role.OTHER or not texts:
            continue
        if Role.NAME not in roles:
            serial = _most(texts, lambda t: bool(re.fullmatch(r"\d{1,3}[.、]?", t)))
            roles[i] = Role.SERIAL if serial else Role.NAME
        elif _most(texts, is_unit) and Role.UNIT not in roles:
            roles[i] = Role.UNIT
    figures = [
        i for i, texts in enumerate(columns) if roles[i] is Role.OTHER and (not texts or _most(texts, _is_figure))
    ]
    if Role.NAME not in roles or not figures:
        return None
    for i, role in zip(figures, _figure_roles(len(figures)), strict=False):
        roles[i] = role
    return Header(tuple(Column(role, "") for role in roles), 0, guessed=True)


def _figure_roles(count: int) -> tuple[Role, ...]:
    return (Role.TARGET,) if count == 1 else (Role.BASELINE, Role.TARGET, Role.GROWTH)


def _is_figure(text: str) -> bool:
    cell = read_cell(text)
    return cell.value is not None or not cell.text


def _most(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    return 2 * sum(test(text) for text in texts) > len(texts)
