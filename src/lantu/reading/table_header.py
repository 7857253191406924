"""The header of an indicator table: what each column holds, and of which year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.period import Period
from lantu.reading.table_grid import GridRow


class Role(StrEnum):
    """What a column of an indicator table holds."""

    SERIAL = "serial"
    GROUP = "group"
    NAME = "name"
    UNIT = "unit"
    COMMITMENT = "commitment"
    BASELINE = "baseline"
    TARGET = "target"
    GROWTH = "growth"
    OTHER = "other"


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_FIVE_YEARS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_RESULT = re.compile(
    r"实际|完成|实绩|现状|基期|基准|基数|当前|初值|预计|实现|期初|baseline|base year|actual|current", re.IGNORECASE
)
_AIM = re.compile(r"目标|规划值|规划期末|预期|期末|target|goal|planned", re.IGNORECASE)
_GROWTH = re.compile(
    r"年均|累计|增速|增长|增幅|年递增|变化|average|annual|growth|cumulative|change|increase", re.IGNORECASE
)
LOOKS_BACK = re.compile(r"完成情况|实现情况|执行情况|进展情况|fulfil|achievement of|performance under", re.IGNORECASE)
# Tried in this order on the whole words of a header cell without blanks.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.SERIAL, re.compile(r"序号|编号|号|No\.?|#|S/?N", re.IGNORECASE)),
    (Role.COMMITMENT, re.compile(
        r"(?:指标)?(?:属性|性质|类型)|约束性?/预期性?|属性分类|type(?:ofindicator)?|indicatortype|"
        r"attribute|nature|commitment", re.IGNORECASE)),
    (Role.UNIT, re.compile(r"(?:计量|指标)?单位|计量|units?(?:ofmeasure(?:ment)?)?", re.IGNORECASE)),
    (Role.OTHER, re.compile(
        r".*(?:责任|牵头|负责|主管|部门|备注|说明|来源|依据|口径|范围|remarks?|notes?|source|responsible|"
        r"department).*", re.IGNORECASE)),
    (Role.GROUP, re.compile(
        r"(?:指标)?(?:类别|分类|领域|方面|大类|维度)|一级指标|目标层|category|area|dimension|field|group|"
        r"theme", re.IGNORECASE)),
    (Role.NAME, re.compile(
        r"(?:主要|具体|核心|二级|三级|规划|发展|监测)*指标(?:名称|体系|内容|项目)?|指标及单位|"
        r"指标[(（]单位[)）]|名称|项目|指标名称[(（].*[)）]|(?:main|key)?indicators?(?:name)?", re.IGNORECASE)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role, its words, and the year its figures are of (None where the header names none)."""

    role: Role
    text: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table by grid position, and how many rows the header takes."""

    columns: tuple[Column, ...]
    depth: int = 1
    guessed: bool = False

    def of(self, role: Role) -> tuple[int, ...]:
        """Return the positions of the columns with a role."""
        return tuple(i for i, column in enumerate(self.columns) if column.role is role)

    def one(self, role: Role) -> int | None:
        """Return the first position of a role, or None."""
        return next(iter(self.of(role)), None)


def read_header(rows: Sequence[GridRow], caption: str, period: Period | None) -> Header | None:
    """Read the header at the top of `rows`, one or two rows deep; None where they begin no indicator table.

    caption: the words above the table.
    period: the plan's period; the caption's own (“十四五”) stands in where it is None.
    """
    if LOOKS_BACK.search(caption):
        return None
    first = _first_year(caption, period)
    one = _columns(rows[:1], first, period)
    if len(rows) > 1 and _is_second_row(rows[0], rows[1]):
        two = _columns(rows[:2], first, period)
        if two is not None:
            return Header(two, 2)
    return None if one is None else Header(one, 1)


def _first_year(caption: str, period: Period | None) -> int | None:
    if period is not None:
        return period.first_year
    found = [year for word, year in _FIVE_YEARS.items() if word in caption]
    return max(found, default=None)


def _is_second_row(top: GridRow, below: GridRow) -> bool:
    """Whether the second row still belongs to the header: it names years or kinds of figures, and holds none."""
    texts = [cell.text for cell in below.cells]
    fresh = [cell.text for cell in below.cells if cell.text and not cell.continued]
    if not fresh or any(re.search(r"约束|预期性|binding|anticipatory", text) for text in fresh):
        return False
    if not all(
        _YEAR.search(t) or _GROWTH.search(t) or _AIM.search(t) or _RESULT.search(t) or column_role(t) for t in fresh
    ):
        return False
    names = {cell.text for cell in top.cells if cell.text}
    return len(texts) >= 2 and set(fresh) != names


def names_columns(row: GridRow) -> bool:
    """Whether a row's cells name columns (指标, 单位, 属性 ...) rather than fill them."""
    return sum(column_role(text) is not None for text in row.distinct) >= 2


def column_role(text: str) -> Role | None:
    """Return what a column with this heading holds, None for headings of figures and for other words."""
    bare = re.sub(r"\s+", "", text)
    for role, pattern in _ROLES:
        if pattern.fullmatch(bare):
            return role
    return None


def _columns(rows: Sequence[GridRow], first: int | None, period: Period | None) -> tuple[Column, ...] | None:
    texts = _merged(rows)
    roles = [column_role(text) for text in texts]
    years = [_last_year_in(text) for text in texts]
    for i, text in enumerate(texts):
        if roles[i] is None and len(text) <= 40:
            roles[i] = _figure_role(text, years[i], first)
    if not _is_indicator_header(roles, texts, years, first):
        return None
    columns = [Column(role or Role.OTHER, text, year) for role, text, year in zip(roles, texts, years, strict=True)]
    return _settled(columns, period)


def _merged(rows: Sequence[GridRow]) -> list[str]:
    """The words over each column, from top to bottom; an empty cell right of a filled one is spanned by it."""
    width = max(len(row.cells) for row in rows)
    texts = [""] * width
    for depth, row in enumerate(rows):
        left = ""
        for i in range(width):
            cell = row.cells[i] if i < len(row.cells) else None
            text = cell.text if cell is not None and not (depth and cell.continued) else ""
            if depth + 1 < len(rows):
                below = rows[depth + 1].text(i)
                text = text or (left if below and i else "")
                left = text or left
            if text and text not in texts[i]:
                texts[i] = f"{texts[i]} {text}".strip()
    return texts


def _last_year_in(text: str) -> int | None:
    years = _YEAR.findall(text)
    return int(years[-1]) if years else None


def _figure_role(text: str, year: int | None, first: int | None) -> Role | None:
    if not text:
        return None
    growth = _GROWTH.search(text)
    if growth and (year is None or re.search(r"年均|累计|average|annual|cumulative", text, re.IGNORECASE)):
        return Role.GROWTH
    if year is not None:
        if first is not None:
            return Role.BASELINE if year < first else Role.TARGET
        if _RESULT.search(text) and not _AIM.search(text):
            return Role.BASELINE
        return Role.TARGET if _AIM.search(text) else Role.OTHER
    if re.search(r"十[二三四五六]五.{0,3}末", text):
        start = max((year for word, year in _FIVE_YEARS.items() if word in text), default=None)
        return Role.TARGET if first is None or (start or 0) >= first else Role.BASELINE
    if _RESULT.search(text) and not _AIM.search(text):
        return Role.BASELINE
    return Role.TARGET if _AIM.search(text) else None


def _is_indicator_header(
    roles: Sequence[Role | None], texts: Sequence[str], years: Sequence[int | None], first: int | None
) -> bool:
    has = set(roles)
    if len(texts) < 3 or any(len(text) > 60 for text in texts):
        return False
    names = [text for text, role in zip(texts, roles, strict=True) if role is Role.NAME]
    about_indicators = any(re.search("指标|indicator", text, re.IGNORECASE) for text in texts)
    figures = [i for i, role in enumerate(roles) if role in (Role.BASELINE, Role.TARGET, Role.GROWTH)]
    dated = [i for i, year in enumerate(years) if year is not None]
    if first is not None and dated and all((years[i] or 0) < first for i in dated):
        return False  # only years gone by: a table of results
    if not names or not (about_indicators or Role.COMMITMENT in has):
        return False
    if Role.TARGET in has or (Role.GROWTH in has and Role.COMMITMENT in has):
        return True
    # Years alone: an indicator table also says how hard each figure binds or how fast it is to move; statistics do not.
    return first is None and bool({Role.COMMITMENT, Role.GROWTH} & has) and len(dated) + len(figures) >= 2


def _settled(columns: list[Column], period: Period | None) -> tuple[Column, ...]:
    """Give dated columns without a role theirs; leave one baseline and one target, those nearest to the plan's ends."""
    loose = [i for i, c in enumerate(columns) if c.role is Role.OTHER and c.year is not None]
    if loose:
        last = max(loose, key=lambda i: columns[i].year or 0)
        taken = any(c.role is Role.TARGET for c in columns)
        for i in loose:
            role = Role.TARGET if i == last and not taken and len(loose) > 1 else Role.BASELINE
            columns[i] = Column(role, columns[i].text, columns[i].year)
    _keep_one(columns, Role.BASELINE, None)
    _keep_one(columns, Role.TARGET, period.last_year if period else None)
    return tuple(columns)


def _keep_one(columns: list[Column], role: Role, wanted: int | None) -> None:
    held = [i for i, c in enumerate(columns) if c.role is role]
    if len(held) < 2:
        return
    dated = [i for i in held if columns[i].year is not None]
    best = next((i for i in dated if columns[i].year == wanted), None)
    if best is None:
        # Of one year's plan and one year's result (2025年计划, 2025年完成) the result is the base.
        rank = lambda i: (columns[i].year or 0, _RESULT.search(columns[i].text) is not None, -i)  # noqa: E731
        best = max(dated, key=rank) if dated else held[-1]
    for i in held:
        if i != best:
            columns[i] = Column(Role.OTHER, columns[i].text, columns[i].year)
