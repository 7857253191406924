"""Results in the tables of a report: rows of indicators with columns of what was reached.

Method: the rows before the first number are the header; a column holds results where its header names a year or words
of reaching (实际, 完成, 绝对数) and none of wanting (目标, 计划), and growth where it says so (比上年增长). A column
that names only a year counts up to the year the report tells of, since later ones are targets.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.plan.document import Block, Document
from lantu.plan.quantity import Comparator
from lantu.plan.statement import Fact

_NUMBER = re.compile(r"[-+－−]?\d[\d,，]*(?:\.\d+)?\s*(?P<sign>[%％‰])?")
_YEAR = re.compile(r"((?:19|20)\d\d)")
_NAME = re.compile(r"指标|名称|项目|\bindicator", re.IGNORECASE)
_UNIT = re.compile(r"^(?:计量)?单位$|^unit", re.IGNORECASE)
_REACHED = re.compile(
    r"实际|实绩|完成(?!率|进度|情况评)|实现值|实现数|达到|绝对数|总量|本年|全年|现状|actual|achieved", re.IGNORECASE
)
_WANTED = re.compile(r"目标|计划|预期|预计|规划|任务数|应达|时序|进度|target|planned", re.IGNORECASE)
_GROWTH = re.compile(r"增长|增速|增幅|增减|同比|±|growth|change", re.IGNORECASE)
_OTHER = re.compile(r"占|比重|位次|排名|评价|备注|序号|属性|基期|基数|责任|完成率|rank|note", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[（(]\s*([^（）()]{1,12})\s*[）)]\s*$")
_MARKS = re.compile(r"^(?:[\s　★*☆]|其中[:：]|#|\d{1,2}[.、．]|[一二三四五六七八九十]+、)+")


@dataclass(frozen=True, slots=True)
class _Columns:
    name: int
    unit: int | None
    results: dict[int, tuple[int | None, bool, str]]


def facts_in_tables(document: Document, until: int | None) -> Iterator[Fact]:
    """Yield the results in the tables of a document as facts; one without a period is of the report's own year.

    until: the last year the report tells results of, None where that is not known.
    """
    tables: dict[int, list[Block]] = defaultdict(list)
    for block in document.blocks:
        if block.table and block.cells:
            tables[block.table].append(block)
    for rows in tables.values():
        first = next((place for place, row in enumerate(rows) if _has_number(row)), 0)
        columns = _columns(rows[:first], until) if first else None
        if columns is not None:
            for row in rows[first:]:
                yield from _facts(row, columns)


def _has_number(row: Block) -> bool:
    """Whether a row holds values; a year in a header is none."""
    values = [cell for cell in row.cells[1:] if _NUMBER.fullmatch(cell.text.strip())]
    return any(not _YEAR.fullmatch(cell.text.strip()) for cell in values)


def _columns(header: Sequence[Block], until: int | None) -> _Columns | None:
    words: dict[int, str] = defaultdict(str)
    for row in header:
        for cell in row.cells:
            for column in range(cell.column, cell.column + cell.columns):
                if cell.text not in words[column]:
                    words[column] += cell.text
    name = next((column for column, said in sorted(words.items()) if _NAME.search(said)), None)
    if name is None:
        return None
    unit = next((column for column, said in words.items() if _UNIT.search(said.strip())), None)
    results = {}
    for column, said in words.items():
        if column in (name, unit) or _WANTED.search(said) or _OTHER.search(said):
            continue
        year = _YEAR.search(said)
        growth, bare = _GROWTH.search(said), _IN_BRACKETS.search(said)
        known = year is not None and until is not None and int(year[1]) <= until
        if growth or _REACHED.search(said) or known:
            printed = bare[1] if bare and not _YEAR.search(bare[1]) and not _GROWTH.search(bare[1]) else ""
            results[column] = (int(year[1]) if year and not growth else None, bool(growth), printed)
    return _Columns(name, unit, results) if results else None


def _facts(row: Block, columns: _Columns) -> Iterator[Fact]:
    at = {cell.column: cell for cell in row.cells}
    named = at.get(columns.name)
    if named is None:
        return
    name = _MARKS.sub("", named.text).strip()
    own = at[columns.unit].text.strip() if columns.unit is not None and columns.unit in at else ""
    bracketed = _IN_BRACKETS.search(name)
    for column, (year, growth, printed) in sorted(columns.results.items()):
        cell = at.get(column)
        found = _NUMBER.fullmatch(cell.text.strip()) if cell is not None else None
        if cell is None or found is None or not name:
            continue
        number = re.sub(r"[,，\s%％‰]", "", cell.text.strip()).replace("－", "-").replace("−", "-")
        unit = "%" if growth else found["sign"] or own or (bracketed[1] if bracketed else "") or printed
        value = float(number)
        if growth and own in ("%", "％"):
            continue  # the change of a share is told in points or per cent: the table does not say which
        comparator = Comparator.EQUAL if not growth else Comparator.DECREASE_BY if value < 0 else Comparator.INCREASE_BY
        yield Fact(f"row-{row.number}-{column}", name, comparator, abs(value) if growth else value, unit or None,
                   str(year) if year else None, None, row.cite(cell.start, cell.end))  # fmt: skip
