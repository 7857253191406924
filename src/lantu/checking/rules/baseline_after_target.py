"""TIM302: an indicator's base year does not come before its target year."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message


@rule("TIM302", Severity.ERROR, Message("基期不早于目标年", "baseline not before target"))
def baseline_after_target(review: Review) -> Iterator[Remark]:
    """The base year of an indicator is its target year, or later.

    What it checks
    --------------
    指标的基期年份与目标年份的先后。

    Whether an indicator's base year comes before its target year.

    Why it matters
    --------------
    先后颠倒，年度路径和进度都无法计算。

    With the years reversed no yearly path and no progress can be computed.

    Example
    -------
        基期 2025 年，目标 2020 年

    How to mend
    -----------
    核对表头的两个年份，看是否左右对调。

    Check the two years in the table's heading; the columns may have changed places.

    References
    ----------
    - 国家发展规划“主要指标”专栏：基期为规划期前一年。
    - Indicator tables of national plans: the base is the year before the plan.
    """
    for indicator in review.plan.indicators:
        base, target = indicator.baseline.period, indicator.target.period
        if base is None or target is None or base.last_year < target.last_year:
            continue
        if indicator.baseline.value is None and indicator.target.value is None:
            continue
        yield Remark(
            Message(f"“{indicator.name}”的基期（{base}）不早于目标年（{target}）。",
                    f"The baseline of “{indicator.name}” ({base}) does not come before its target ({target})."),
            Message("请核对表头年份，看两栏是否对调。", "Check the years in the heading; the columns may be swapped."),
            (indicator.source,),
        )  # fmt: skip
