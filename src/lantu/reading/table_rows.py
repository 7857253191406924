"""The rows of an indicator table as indicators: groups, sub-rows and cells that stand for several rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lantu.plan.citation import Citation
from lantu.plan.ground import Step
from lantu.plan.indicator import Commitment
from lantu.reading.direction import is_cut
from lantu.reading.indicator_name import IndicatorName, read_name
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.table_grid import GridRow
from lantu.reading.table_header import Header, Role

_GROUP_NUMBER = re.compile(
    r"^\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]\s*|[•●■◆▪·]\s*|第[一二三四五六七八九十]+[类部]分?\s*)"
)
_GROUP_COUNT = re.compile(r"\s*[(（]\s*(?:共\s*)?\d+\s*[个项]?\s*[)）]\s*$")
_SERIAL_CELL = re.compile(r"[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．]?")
_STANDS_ALONE = re.compile(
    r"(?:率|比重|比例|占比|数|数量|额|值|收入|面积|里程|增长|降低|下降|减少|指数|能力|人口|强度|年限|"
    r"寿命|倍差|规模|总量|水平|增速|支出|用量)$"
)
_SAME_AS_ABOVE = {"〃", "同上", '"', "″", "”"}


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of a table that is an indicator: its name taken apart, the words of its other cells, what made it so."""

    name: IndicatorName
    group: str
    unit: str
    commitment: Commitment | None
    baseline: str
    target: str
    growth: str
    growth_header: str
    source: Citation
    steps: tuple[Step, ...] = ()


def indicator_rows(
    rows: Sequence[GridRow], header: Header, group: str = "", grouped: tuple[Step, ...] = ()
) -> list[IndicatorRow]:
    """Return the indicators of a table's rows.

    group: the group in force before the first row, where the table continues another; grouped: what put it in force.
    """
    names = _name_columns(header, rows)
    group_column = header.one(Role.GROUP)
    if group_column is None and len(names) > 1 and _is_group_column(rows, names):
        group_column, names = names[0], names[1:]
    found: list[IndicatorRow] = []
    remarked: list[Commitment | None] = []
    parent = IndicatorName("")
    over = IndicatorName("")  # a row without figures that names what its sub-rows share
    unit_above = ""
    for row in (_aligned(row, header) for row in rows):
        lone = _lone_text(row, header)
        if lone is not None:
            whole = read_name(lone)
            if whole.unit is not None and len(names) < 2:
                parent = over = whole
            else:
                group, parent, over = _group_name(lone), IndicatorName(""), IndicatorName("")
                grouped = (Step(Phenomenon.GROUP_ROW, row.block.cite()),)
            continue
        if group_column is not None and row.text(group_column):
            group = _group_name(row.text(group_column))
            grouped = (Step(Phenomenon.GROUP_COLUMN, _place(row, row.text(group_column))),)
        name, parent = _name(row, names, parent)
        own_name = parent.name == name.name or not parent.name
        if over.name and name.unit is None and not name.serial and not row.text(header.one(Role.SERIAL)):
            name, own_name = _joined(over, name), False
        else:
            over = IndicatorName("")
        if not name.name:
            continue
        unit = row.text(header.one(Role.UNIT))
        unit_above = unit_above if unit in _SAME_AS_ABOVE else unit
        steps = (*grouped, *_row_steps(row, name, own_name))
        found.append(replace(_row(row, header, name, group, unit_above), steps=steps))
        remarked.append(_remark(row, header))
    # A remark says it of its own row only; it is not printed once for a group.
    return [
        replace(row, commitment=remark, steps=(*row.steps, Step(Phenomenon.COMMITMENT_IN_REMARKS, row.source)))
        if row.commitment is None and remark
        else row
        for row, remark in zip(filled(found), remarked, strict=True)
    ]


def _row_steps(row: GridRow, name: IndicatorName, own_name: bool) -> Iterator[Step]:
    if not own_name:
        yield Step(Phenomenon.SUB_ROW, row.block.cite())
    if name.unit:
        yield Step(Phenomenon.UNIT_IN_NAME, _place(row, name.unit))
    if any(cell.continued and cell.text for cell in row.cells):
        yield Step(Phenomenon.MERGED_CELL)


def _place(row: GridRow, words: str) -> Citation | None:
    """Where words stand in a row; None where a merged cell above holds them."""
    start = row.block.text.find(words)
    return row.block.cite(start, start + len(words)) if start >= 0 else None


def commitment_of(text: str) -> Commitment | None:
    """Read 约束性/预期性 in either language."""
    if re.search(r"约束|binding|obligatory|mandatory", text, re.IGNORECASE):
        return Commitment.BINDING
    return (
        Commitment.ANTICIPATORY
        if re.search(r"预期|指导|anticipatory|expected|indicative", text, re.IGNORECASE)
        else None
    )


def _remark(row: GridRow, header: Header) -> Commitment | None:
    """约束性 or 预期性 alone in a column of remarks, in a table without a column for it."""
    if header.one(Role.COMMITMENT) is not None:
        return None
    texts = [row.text(column).strip() for column in header.of(Role.OTHER)]
    return next((commitment_of(text) for text in texts if text in ("约束性", "预期性")), None)


def _aligned(row: GridRow, header: Header) -> GridRow:
    """Leave out a serial number that the header has no column for, as lines parted by blanks have it."""
    extra = len(row.cells) == len(header.columns) + 1 and header.one(Role.SERIAL) is None
    if not extra or not _SERIAL_CELL.fullmatch(row.cells[0].text):
        return row
    return GridRow(row.block, tuple(replace(cell, first=cell.first - 1) for cell in row.cells[1:]))


def _row(row: GridRow, header: Header, name: IndicatorName, group: str, unit: str) -> IndicatorRow:
    growth = next((i for i in header.of(Role.GROWTH) if re.search(r"[^-—–/\s]", row.text(i))), header.one(Role.GROWTH))
    column = header.one(Role.COMMITMENT)
    return IndicatorRow(
        name=name,
        group=group,
        unit=unit,
        commitment=commitment_of(row.text(column)),
        baseline=row.text(header.one(Role.BASELINE)),
        target=row.text(header.one(Role.TARGET)),
        growth=row.text(growth),
        growth_header=header.columns[growth].text if growth is not None else "",
        source=row.block.cite(),
    )


def _name_columns(header: Header, rows: Sequence[GridRow]) -> tuple[int, ...]:
    """The columns that hold the name: those headed so, and one without words to the right that holds words."""
    names = header.of(Role.NAME)
    if len(names) == 1:
        right = names[0] + 1
        unheaded = right < len(header.columns) and not header.columns[right].text
        worded = sum(bool(re.search(r"[\u4e00-\u9fffA-Za-z]{2}", row.text(right))) for row in rows)
        return (names[0], right) if unheaded and worded >= 2 else names
    # Of two columns that both may be names (项目 beside 指标) the one about 指标 is.
    texts = [header.columns[i].text for i in names]
    if len(set(texts)) > 1:
        named = [i for i in names if "指标" in header.columns[i].text or "ndicator" in header.columns[i].text]
        return tuple(named) or names
    return names


def _is_group_column(rows: Sequence[GridRow], names: Sequence[int]) -> bool:
    """Whether the first of two name columns only ever groups the second: no row has its name across both."""
    full = [row for row in rows if len(row.distinct) > 2]
    return bool(full) and all(
        row.text(names[1]) and row.cells[names[1]].first == names[1] for row in full if len(row.cells) > names[1]
    )


def _lone_text(row: GridRow, header: Header) -> str | None:
    """The words of a row that has only one cell with words (beside a serial number), else None."""
    filled = [cell for i, cell in enumerate(row.cells) if cell.text and cell.first == i and not cell.continued]
    texts = [cell.text for cell in filled]
    if len(texts) == 2 and _SERIAL_CELL.fullmatch(texts[0]):
        texts = texts[1:]
        filled = filled[1:]
    if len(texts) != 1 or any(cell.continued and cell.text for cell in row.cells):
        return None
    name = header.one(Role.NAME)
    return texts[0] if filled[0].first <= (name if name is not None else 0) + 1 else None


def _group_name(text: str) -> str:
    text = _GROUP_COUNT.sub("", _GROUP_NUMBER.sub("", text))
    return re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", text).strip(" ：:")


def _name(row: GridRow, names: Sequence[int], parent: IndicatorName) -> tuple[IndicatorName, IndicatorName]:
    """The row's name, and the name that a sub-row after it belongs to."""
    parts = [row.cells[i] for i in names if i < len(row.cells)]
    texts = [
        cell.text for i, cell in zip(names, parts, strict=False) if cell.text and (cell.first == i or i == names[0])
    ]
    if not texts:
        return IndicatorName(""), parent
    if len(texts) > 1:
        above = read_name(texts[0])
        return _joined(above, read_name(texts[-1])), above
    own = read_name(texts[0])
    is_second = len(names) > 1 and not row.text(names[0])
    if own.of_which or (is_second and parent.name):
        return _joined(parent, own), parent
    return own, own


def _joined(parent: IndicatorName, own: IndicatorName) -> IndicatorName:
    """A sub-row's name: its own where that stands alone, else after the name of the row it belongs to."""
    tail = parent.name[-2:]
    alone = not parent.name or (
        not (is_cut(parent.name) and not is_cut(own.name))
        and bool(_STANDS_ALONE.search(own.name) or (tail and tail in own.name) or (own.of_which and len(own.name) > 5))
    )
    latin = own.name.isascii()
    name = own.name if alone else f"{parent.name}{': ' if latin else '：'}{own.name}"
    return replace(own, name=name, unit=own.unit or parent.unit, starred=own.starred or parent.starred)


def filled(rows: list[IndicatorRow]) -> list[IndicatorRow]:
    """Carry a commitment that is printed once over its group: downwards, then up to the group's beginning."""
    carried: list[IndicatorRow] = []
    for row in rows:
        above = carried[-1] if carried and carried[-1].group == row.group else None
        carried.append(_as(above, row) if row.commitment is None and above and above.commitment else row)
    for i in range(len(carried) - 2, -1, -1):
        below = carried[i + 1]
        if carried[i].commitment is None and below.group == carried[i].group and below.commitment:
            carried[i] = _as(below, carried[i])
    return carried


def _as(other: IndicatorRow, row: IndicatorRow) -> IndicatorRow:
    """A row with the commitment that another row of its group has."""
    step = Step(Phenomenon.COMMITMENT_OF_BLOCK, other.source)
    return replace(row, commitment=other.commitment, steps=(*row.steps, step))
