"""How a target is stated: as a level, a rate, a total, a line to hold every year, against something else, or in words.

The conventions are those of the national 14th Five-Year Plan's table (examples/national-14fyp): a plain figure is
a floor where more is better and a ceiling where less is; a cut is counted in its own size, so more of it is better.
"""

from __future__ import annotations

import re

from lantu.plan.indicator import Direction, GrowthKind, TargetForm
from lantu.plan.quantity import Comparator
from lantu.reading.direction import is_cut
from lantu.reading.table_cell import CellValue

# Lines that policy holds every year instead of reaching them once.
_HELD_BELOW = re.compile(
    r"失业率|赤字率|消费价格|CPI|物价|负债率|债务率|不良(?:贷款)?率|unemployment|inflation|deficit", re.IGNORECASE
)
_HELD_ABOVE = re.compile(
    r"综合生产能力|耕地保有量|永久基本农田|基本农田|生态保护红线|粮食(?:总)?产量|最低|arable land", re.IGNORECASE
)
_NAMES_GROWTH = re.compile(
    r"(?:增长|增速|增幅|增长率|增长速度|年均增长率?|提高幅度)(?:率|速度|幅度)?$|^growth\b|"
    r"\bgrowth (?:rate|in|of)\b|\bGDP growth$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?:不低于|不高于|高于|低于|超过|快于|慢于|优于|好于|略高于|大于|小于|与|同|和|比照|达到|"
    r"力争达到|保持与|等于|above|higher than|faster than|below|in line with|keep pace with)\s*"
    r"(.*?)(?:基本|保持|大体|总体)*\s*(?:同步|持平|一致|相当|相适应|平衡)?[^\u4e00-\u9fff\w]*$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"平均|水平|增速|增长|增幅|同步|持平|GDP|要求|经济|收入|average|growth", re.IGNORECASE)
_HELD_IN_RANGE = re.compile(r"合理区间|视情")
_INTENSIVE = re.compile(r"[%‰]|岁|^年$|years?\b|百分点")


def relative_to(text: str) -> str:
    """Return what a target in words is measured against (高于市平均水平: 市平均水平), or "" where it names nothing."""
    match = _AGAINST.search(text)
    if match is None or not _REFERENCE.search(text):
        return ""
    reference = match[1].strip(" ,，。;；“”\"'") or text
    return re.sub(r"(?:基本|保持|大体|总体|的)+$", "", reference)


def bound_of_words(text: str) -> Comparator | None:
    """Return the bound that words against something else set (高于 ..., 不低于 ..., 与 ... 同步), or None."""
    for words, comparator in (
        (r"不低于|不慢于|达到", Comparator.AT_LEAST),
        (r"不高于|不超过", Comparator.AT_MOST),
        (r"高于|超过|快于|优于|好于|大于|above|higher|faster", Comparator.ABOVE),
        (r"低于|慢于|小于|below", Comparator.BELOW),
        (r"同步|持平|一致|相当|in line|keep pace", Comparator.EQUAL),
        (r"完成", Comparator.AT_LEAST),
    ):
        if re.search(words, text, re.IGNORECASE):
            return comparator
    return None


def form_of(name: str, baseline: CellValue, target: CellValue, growth: CellValue, total: bool) -> TargetForm | None:
    """Return the form of a target; None where neither the target nor the growth column says anything.

    total: whether bracketed figures of this table are totals over the period.
    """
    stated = target if target.text else growth
    if not stated.text:
        return None
    if stated.value is None:
        if _HELD_IN_RANGE.search(stated.text) and _NAMES_GROWTH.search(name):
            return TargetForm.ANNUAL_RATE
        return TargetForm.RELATIVE if relative_to(stated.text) else TargetForm.WORDS
    if (stated.bracketed and total) or stated.cumulative or (stated is target and stated.change and not stated.yearly):
        return TargetForm.CUMULATIVE
    if _NAMES_GROWTH.search(name) or stated.yearly:
        return TargetForm.ANNUAL_RATE
    if is_cut(name):
        return TargetForm.CUMULATIVE
    if stated is growth:
        return TargetForm.ANNUAL_RATE
    return _held(name, baseline, target) or TargetForm.LEVEL


def _held(name: str, baseline: CellValue, target: CellValue) -> TargetForm | None:
    if _HELD_BELOW.search(name) and target.comparator in (None, Comparator.BELOW, Comparator.AT_MOST, Comparator.ABOUT):
        return TargetForm.CEILING_EACH_YEAR
    if _HELD_ABOVE.search(name):
        rises = baseline.value is not None and target.value is not None and target.value > baseline.value
        if target.comparator in (Comparator.ABOVE, Comparator.AT_LEAST) or not rises:
            return TargetForm.FLOOR_EACH_YEAR
    return None


def comparator_of(name: str, direction: Direction, target: CellValue) -> Comparator | None:
    """Return the bound of a figure: its own sign, else the side that is better."""
    if target.value is None:
        return bound_of_words(target.text) if target.text and relative_to(target.text) else None
    if target.comparator is not None and target.comparator is not Comparator.EQUAL:
        return target.comparator
    if direction is Direction.DECREASE and not is_cut(name):
        return Comparator.AT_MOST
    return Comparator.AT_LEAST


def growth_kind_of(
    name: str,
    unit: str | None,
    header: str,
    baseline: CellValue,
    target: CellValue,
    growth: CellValue,
    years: int,
    total: bool,
) -> tuple[GrowthKind, bool]:
    """Return what a growth cell holds, and whether only arithmetic told.

    header: the words over the column. years: from the baseline to the target. Where neither sign nor header tell a rate
    from points or units a year, the reading that carries the baseline to the target decides.
    """
    if not growth.text:
        return GrowthKind.NONE, False
    if growth.value is None:
        return GrowthKind.COMPARATIVE, False
    if (growth.bracketed and total) or growth.cumulative:
        return GrowthKind.CUMULATIVE, False
    step = GrowthKind.ANNUAL_INCREMENT if unit is None or _INTENSIVE.search(unit) else GrowthKind.ANNUAL_ABSOLUTE
    if growth.unit and "%" not in growth.unit:
        points = _INTENSIVE.search(growth.unit)
        return GrowthKind.ANNUAL_INCREMENT if points else GrowthKind.ANNUAL_ABSOLUTE, False
    if growth.percent or _NAMES_GROWTH.search(name):
        return GrowthKind.ANNUAL_RATE, False
    if is_cut(name):
        yearly = re.search(r"年均|annual", header, re.IGNORECASE) and "累计" not in header
        return GrowthKind.ANNUAL_RATE if yearly else GrowthKind.CUMULATIVE, False
    only_total = bool(re.search(r"累计|cumulative|total", header, re.IGNORECASE)) and not re.search(
        r"年均|增速|annual|average|rate", header, re.IGNORECASE
    )
    if only_total:
        return GrowthKind.CUMULATIVE, False
    never_rate = bool(_INTENSIVE.search(unit or "")) and "%" not in header and "％" not in header
    kinds = (step, GrowthKind.CUMULATIVE) if never_rate else (GrowthKind.ANNUAL_RATE, step, GrowthKind.CUMULATIVE)
    return _nearest(kinds, baseline.value, target.value, growth.value, years) or kinds[0], True


def _nearest(
    kinds: tuple[GrowthKind, ...], base: float | None, target: float | None, growth: float, years: int
) -> GrowthKind | None:
    """Return the kind whose result comes nearest to the target, or None where a figure is missing."""
    if base is None or target is None or base == 0 or years < 1:
        return None

    def miss(kind: GrowthKind) -> float:
        if kind is GrowthKind.ANNUAL_RATE:
            return abs(base * max(1 + growth / 100, 0.0) ** years - target)
        change = growth if kind is GrowthKind.CUMULATIVE else growth * years
        return min(abs(base + change - target), abs(base - change - target))  # a fall is often printed without its sign

    return min(kinds, key=miss)
