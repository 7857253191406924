"""Duty lists in tables: one row a task, with columns for the units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.reading.duties import duties_in
from lantu.reading.duty import Duty
from lantu.reading.passage import Passage

_COLUMNS = {
    "task": re.compile(
        r"(?:重点|主要|具体|目标|工作|分解)?(?:任务|事项|内容|举措|措施|目标任务|任务内容|工作内容|工作任务)(?:名称|分解|内容)?"
    ),
    "lead": re.compile(r"牵头(?:责任)?(?:单位|部门)|主责单位|主办单位"),
    "charged": re.compile(r"(?:责任|负责|承办|落实)(?:单位|部门)|责任主体"),
    "supporting": re.compile(r"(?:配合|协办|协助|参与)(?:单位|部门)"),
    "deadline": re.compile(r"(?:完成|办理)?(?:时限|时间|期限)(?:要求)?|时间节点"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a duty list: the words of the task with their place in the block, and the duty."""

    passage: Passage
    start: int
    end: int
    duty: Duty


def duty_rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Yield the rows of the duty lists among the passages; a list begins with a row that names its columns."""
    columns: dict[int, str] = {}
    for passage in passages:
        cells = cells_of(passage)
        if len(cells) < 3:
            columns = {}
            continue
        named = _named_columns(cells)
        if "task" in named.values() and ({"lead", "charged"} & set(named.values())):
            columns = named
            continue
        if not columns:
            continue
        task = next((cells[i] for i, name in columns.items() if name == "task" and i < len(cells)), None)
        if task is None or not task[0].strip():
            continue
        blank = len(task[0]) - len(task[0].lstrip())
        values = {name: cells[i][0].strip() for i, name in columns.items() if i < len(cells)}
        yield Row(passage, task[1] + blank, task[1] + blank + len(task[0].strip()), _duty(values))


def cells_of(passage: Passage) -> list[tuple[str, int, int]]:
    """Return the cells of a table row with their places in the block; none for what is no row."""
    if passage.block.cells:
        return [(cell.text, cell.start, cell.end) for cell in passage.block.cells]
    text = passage.block.text
    sign = "|" if text.count("|") >= 2 else "\t" if text.count("\t") >= 2 else ""
    if not sign:
        return []
    cells: list[tuple[str, int, int]] = []
    place = 0
    for part in text.split(sign):
        cells.append((part, place, place + len(part)))
        place += len(part) + 1
    return cells


def _named_columns(cells: Sequence[tuple[str, int, int]]) -> dict[int, str]:
    named: dict[int, str] = {}
    for index, (text, _, _) in enumerate(cells):
        word = re.sub(r"\s+", "", text)
        for name, pattern in _COLUMNS.items():
            if pattern.fullmatch(word):
                named[index] = name
    return named


def _duty(values: dict[str, str]) -> Duty:
    labels = {"lead": "牵头单位", "charged": "责任单位", "supporting": "配合单位", "deadline": "完成时限"}
    clause = ";".join(f"{label}:{values[name]}" for name, label in labels.items() if values.get(name, "").strip("-—/"))
    return next(iter(duties_in(clause)), Duty(0, 0))
