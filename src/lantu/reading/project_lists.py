"""Places that only list projects: boxes (专栏) of projects, and the columns of tables that are headed 项目."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lantu.plan.document import Block, BlockKind
from lantu.reading.passage import Passage

_BOX = re.compile(
    r"\s*[【\[]?\s*专栏\s*[\d一二三四五六七八九十]*\s*[:：]?\s*[^，。]{0,30}(?:项目|工程|建设)[^，。]{0,6}$"
)
_COLUMN = re.compile(r"(?:重[大点]|主要|建设|拟建|支撑|储备|具体)*(?:项目|工程)(?:名称|清单)?(?:[及和].{1,8})?")
_CELL = re.compile(r"[^|\t｜]+")


def with_lists(passages: Sequence[Passage]) -> Iterator[tuple[Passage, bool]]:
    """Yield passages in order, each with whether it stands in a list of projects.

    Of the rows of a table with a column of projects only that column's cells are yielded.
    """
    boxed: str | None = None  # the section in which a box of projects has begun
    column: int | None = None
    row_above = -9
    for passage in passages:
        section = passage.section.id if passage.section else ""
        text = passage.block.text[passage.start : passage.end]
        if _is_row(passage.block):
            cells = [*_CELL.finditer(text)]
            if passage.block.number > row_above + 2:
                column = next((i for i, cell in enumerate(cells) if _COLUMN.fullmatch(cell[0].strip())), None)
            row_above = passage.block.number
            if column is not None and column < len(cells):
                cell = cells[column]
                yield replace(passage, start=passage.start + cell.start(), end=passage.start + cell.end()), True
            else:
                yield passage, False
            continue
        if _BOX.match(text) and len(text) < 60:
            boxed = section
        elif boxed is not None and section != boxed:
            boxed = None
        yield passage, boxed is not None


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.TABLE_ROW or bool(block.cells) or "|" in block.text or "｜" in block.text
