"""IND103: a target is worse than where the plan starts, or no better."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.amounts import base_and_target
from lantu.checking.finding import Severity
from lantu.checking.printed import figure, stated
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.change_name import is_change
from lantu.plan.indicator import Direction, Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator

_HOLD = {TargetForm.CEILING_EACH_YEAR, TargetForm.FLOOR_EACH_YEAR}
_OTHER_KIND = {TargetForm.ANNUAL_RATE, TargetForm.CUMULATIVE, TargetForm.RELATIVE, TargetForm.WORDS}
_BOUNDS = {Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.ABOVE, Comparator.BELOW}
_FULL = 100.0


@rule("IND103", Severity.ERROR, Message("目标不优于基期", "target no better than baseline"))
def target_no_better_than_baseline(review: Review) -> Iterator[Remark]:
    """An indicator's target is worse than its baseline, or the same.

    What it checks
    --------------
    按指标的好坏方向比较目标和基期：差于基期为错误，等于基期为提醒。写有“≤”“≥”或“保持”的上限、下限是守住的线，允许宽于或等于基期；
    已到 100% 的、增速栏写明为 0 的，允许持平。

    Target against baseline, in the direction that is better for the indicator: worse is an error, equal a warning.
    Floors and ceilings that say so (≤, ≥, “kept at”) are lines to hold and may be wider than the present value; what
    stands at 100% may stay there, and so may what is given a growth of 0.

    Why it matters
    --------------
    不写明是上限的“4%”，读起来就是要从 2.9% 升到 4%；多半是漏了“≤”、填错栏或用了旧数。

    A bare “4%” after 2.9% reads as a promise of more unemployment; mostly a “≤” was dropped, a column was mixed up or
    an old number was kept.

    Example
    -------
        城镇登记失业率（%） | 预期性 | 2.9 | 4 | -

    How to mend
    -----------
    是上限或下限的，写“≤4”“≥32”或“保持在…以内”；填错的，改正基期或目标。

    Write a ceiling or floor as such (≤4, ≥32, “kept within”); else correct the baseline or the target.

    References
    ----------
    - 国家“十四五”规划纲要专栏 1：失业率写作“＜5.5”，附于每年。
    - Outline of China's 14th Five-Year Plan, box 1: unemployment is stated as “<5.5”.
    """
    for indicator in review.plan.indicators:
        base, target = indicator.baseline.value, indicator.target.value
        if base is None or target is None or indicator.form in _OTHER_KIND or indicator.direction is None:
            continue
        if is_change(indicator.name):  # a slower growth may well be what is planned
            continue
        up = indicator.direction is Direction.INCREASE
        high = indicator.target.value_high
        best = high if up and high is not None else target
        gain = best - base if up else base - best
        text = indicator.target.text
        line = stated(indicator.target.comparator, text) in _BOUNDS or (indicator.form in _HOLD and not text.strip())
        if gain > 0 or line or (gain == 0 and indicator.form in _HOLD):
            continue
        if gain == 0 and (base in (_FULL, 0.0) or indicator.growth.value == 0):
            continue
        yield _worse(indicator, abs(gain), up) if gain < 0 else _equal(indicator)


def _worse(indicator: Indicator, loss: float, up: bool) -> Remark:
    numbers, gap = base_and_target(indicator), figure(loss, 4)
    sign = "≥" if up else "≤"
    target = figure(indicator.target.value or 0.0, 8)
    return Remark(
        Message(f"“{indicator.name}”的目标差于基期：{numbers.zh}，{'低' if up else '高'}了 {gap}。",
                f"The target of “{indicator.name}” is worse than its baseline: {numbers.en}, {gap} too "
                f"{'low' if up else 'high'}."),
        Message(f"若 {target} 是{'下限' if up else '上限'}，请写作“{sign}{target}”；否则请核对两栏的数。",
                f"If {target} is a {'floor' if up else 'ceiling'}, write “{sign}{target}”; else check both columns."),
        (indicator.source,),
        # A name that is by custom held below or above a line (失业率) most likely lost its sign only.
        severity=Severity.WARNING if indicator.form in _HOLD else None,
    )  # fmt: skip


def _equal(indicator: Indicator) -> Remark:
    numbers = base_and_target(indicator)
    return Remark(
        Message(f"“{indicator.name}”的目标等于基期（{numbers.zh}），五年没有变化。",
                f"The target of “{indicator.name}” equals its baseline ({numbers.en}): nothing would change."),
        Message("若意在守住现状，请写“保持”或“≥”“≤”；否则请核对目标值。",
                "If the present value is to be held, say “kept at” or write ≥ or ≤; else check the target."),
        (indicator.source,), severity=Severity.WARNING,
    )  # fmt: skip
