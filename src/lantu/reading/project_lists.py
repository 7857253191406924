"""Places that only list projects: boxes (专栏) of projects, and the columns of tables that are headed 项目."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise

from lantu.plan.document import Block, BlockKind
from lantu.reading.passage import Passage
from lantu.reading.project_works import is_numbered

_BOX = re.compile(
    r"\s*[【\[]?\s*专栏\s*[\d一二三四五六七八九十]*\s*[:：]?\s*[^，。]{0,30}(?:项目|工程|建设)[^，。]{0,6}$"
)
_COLUMN = re.compile(r"(?:重[大点]|主要|建设|拟建|支撑|储备|具体)*(?:项目|工程)(?:名称|清单)?(?:[及和].{1,8})?")
_NAMES = re.compile(r".*(?:项目|工程)名称")
_ANNOUNCED = re.compile(
    r"(?:实施|建设|推进|抓好|包括|重点|主要|以下|下列|如下)[^。]{0,24}(?:项目|工程)[^，。]{0,6}[：:]\s*$"
)
_RULE = re.compile(r"[\s|｜:：-]*")
_BETWEEN = re.compile(r"[|\t｜]")


class Listing(Enum):
    """How the place of a passage lists projects.

    NONE: not at all. LIST: one after the other. ITEM: a numbered item opens with one. NAME: this passage is one's name.
    """

    NONE = auto()
    LIST = auto()
    ITEM = auto()
    NAME = auto()


def with_lists(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Listing]]:
    """Yield passages in order, each with how its place lists projects.

    Of the rows of a table with a column of projects only that column's cells are yielded; where the column is headed
    项目名称, a cell is a name.
    """
    boxed: str | None = None  # the section in which a box of projects has begun
    column: int | None = None
    listing = Listing.LIST
    row_above = -9
    items = False  # the line above announces a list of projects, or is an item of it
    for passage in passages:
        section = passage.section.id if passage.section else ""
        text = passage.block.text[passage.start : passage.end]
        if _is_row(passage.block):
            cells = _cells(text)
            headed = passage.block.number > row_above + 2
            if headed:
                column = next((i for i, (a, b) in enumerate(cells) if _COLUMN.fullmatch(text[a:b])), None)
                named = column is not None and _NAMES.fullmatch(text[slice(*cells[column])])
                listing = Listing.NAME if named else Listing.LIST
            row_above = passage.block.number
            if column is not None and column < len(cells):
                if not headed and not _RULE.fullmatch(text):
                    start, end = cells[column]
                    yield replace(passage, start=passage.start + start, end=passage.start + end), listing
            else:
                yield passage, Listing.NONE
            continue
        items = bool(_ANNOUNCED.search(text)) or (items and is_numbered(text))
        if _BOX.match(text) and len(text) < 60:
            boxed = section
        elif boxed is not None and section != boxed:
            boxed = None
        if items and is_numbered(text):
            yield passage, Listing.ITEM
        else:
            yield passage, Listing.NONE if boxed is None else Listing.LIST


def _is_row(block: Block) -> bool:
    marked = "|" in block.text or "｜" in block.text or block.text.count("\t") > 1
    return block.kind is BlockKind.TABLE_ROW or bool(block.cells) or marked


def _cells(text: str) -> list[tuple[int, int]]:
    """Where the words of each cell of a row begin and end; empty cells keep their places."""
    edges = [0, *(match.end() for match in _BETWEEN.finditer(text)), len(text) + 1]
    cells = [(start, min(end - 1, len(text))) for start, end in pairwise(edges)]
    return [
        (start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
        for start, end in cells
    ]
