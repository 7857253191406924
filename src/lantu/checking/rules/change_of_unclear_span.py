"""IND107: the base of an indicator that is itself a change does not say over which time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.change_name import is_change
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message

_SPAN = re.compile(r"年均|累计|每年|当年|同比|比上年|五年|[〔﹝\[]|上年")

_FALL = re.compile(r"降低|下降|减少|降幅")


@rule("IND107", Severity.WARNING, Message("升降类指标的基期含义不明", "change of unclear span"))
def change_of_unclear_span(review: Review) -> Iterator[Remark]:
    """An indicator of growth or reduction gives a base and no number to compare it with, and does not say its span.

    What it checks
    --------------
    名称是“…增长（%）”“…降低（%）”的指标，基期栏有数、目标和增速栏都没有数，名称、单位、基期栏又没有写明“年均”“累计”或〔〕的。
    只有“增长”而没有“降低”的（通常是当年增速）、年度计划，不报。

    Indicators named “growth of …” or “reduction of …” with a base, no number as target or growth, and nothing in
    name, unit or base that says whether it is a year's change or a total. Yearly plans are left alone,
    and so are tables whose only such rows are rates of growth (mostly of one year).

    Why it matters
    --------------
    “能耗降低 6.6%”可能是去年一年的，也可能是五年累计的，两者差好几倍。

    “Energy use down 6.6%” may be one year's fall or five years'; the two lie far apart.

    Example
    -------
        单位地区生产总值能耗降低（%） | 约束性 | 6.64 | - | 完成市下达任务

    How to mend
    -----------
    基期栏写明“2020 年当年”或“五年累计〔〕”。

    Say in the base column whether it is of one year or a total 〔 〕.

    References
    ----------
    - 国家“十四五”规划纲要专栏 1：累计数加〔〕并加注。
    - Outline of China's 14th Five-Year Plan, box 1: totals stand in 〔 〕 with a note.
    """
    unclear = [row for row in review.plan.indicators if _unclear(row)]
    if review.is_yearly or not any(_FALL.search(row.name) for row in unclear):
        return
    named = [f"{row.name.strip('★')} {row.baseline.text or row.baseline.value}" for row in unclear]
    zh, en = "；".join(named), "; ".join(named)
    yield Remark(
        Message(f"基期数没有说明是当年的还是累计的：{zh}。",
                f"The base does not say whether it is a year's change or a total: {en}."),
        Message("请写明“当年”“年均”或“五年累计”。", "Say whether it is of one year, yearly on average or a total."),
        tuple(row.source for row in unclear),
    )  # fmt: skip


def _unclear(row: Indicator) -> bool:
    if row.baseline.value is None or row.target.value is not None or row.growth.value is not None:
        return False
    if not is_change(row.name) or "新增" in row.name:
        return False
    return not _SPAN.search(f"{row.name}{row.unit or ''}{row.baseline.text}")
