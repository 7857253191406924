"""IND101: an indicator has a numeric target but no baseline."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.amounts import amount_of, target_of
from lantu.checking.figures import Says
from lantu.checking.finding import Severity
from lantu.checking.printed import figure, grown
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.change_name import is_change
from lantu.plan.indicator import GrowthKind, Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.quantity_name import quantity_name

# These say what is to happen in or over the period; they start from no level.
_NO_START = {TargetForm.ANNUAL_RATE, TargetForm.CUMULATIVE, TargetForm.CEILING_EACH_YEAR,
             TargetForm.FLOOR_EACH_YEAR, TargetForm.RELATIVE, TargetForm.WORDS}  # fmt: skip


@rule("IND101", Severity.WARNING, Message("缺少基期值", "missing baseline"))
def missing_baseline(review: Review) -> Iterator[Remark]:
    """An indicator has a number to reach and none to start from.

    What it checks
    --------------
    表中有目标数值、却没有基期数值的指标。年均增速、五年累计、每年的上限或下限、相对目标和文字目标不需要基期，不在此列。

    An indicator of the table that has a numeric target and no numeric baseline. Yearly rates, totals over the period,
    yearly floors and ceilings, relative targets and targets in words need none and are left alone.

    Why it matters
    --------------
    没有起点，就算不出进度，也看不出目标难易。

    Without a start, progress cannot be computed and nobody can tell whether the target is hard or easy.

    Example
    -------
        旅游总收入（亿元） | 预期性 | - | 120 | 10%

    How to mend
    -----------
    补上基期值，并注明年份；正文里有现状数的，核对口径后填入。

    Enter the baseline with its year; where the text reports a present value, check its definition and use it.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十八条（动态监测）。
    - National Development Planning Law of China (2026), article 28 (monitoring).
    """
    for indicator in review.plan.indicators:
        if indicator.target.value is None or indicator.baseline.value is not None:
            continue
        if indicator.form in _NO_START or is_change(indicator.name):
            continue
        target = target_of(indicator)
        known = next(
            (f for f in review.same_in_text.of(quantity_name(indicator.name, review.plan.region.name))
             if f.says is Says.FACT and not f.change and not f.elsewhere and not f.total), None)  # fmt: skip
        hint = _implied(indicator, review)
        if known is not None:
            value = amount_of(known)
            hint = Message(f"正文写有现状{value.zh}，核对口径和年份后可填入。",
                           f"The text reports {value.en}; check definition and year, then use it.")  # fmt: skip
        yield Remark(
            Message(f"“{indicator.name}”有目标（{target.zh}），没有基期值。",
                    f"“{indicator.name}” has a target ({target.en}) and no baseline."),
            Message(f"请补上基期值和年份。{hint.zh}", f"Enter the baseline and its year. {hint.en}".rstrip()),
            (indicator.source, known.citation if known else None),
        )  # fmt: skip


def _implied(indicator: Indicator, review: Review) -> Message:
    """Say which baseline the yearly rate implies; nothing where there is no rate."""
    growth, target = indicator.growth, indicator.target
    first, last = review.first_year, review.last_year
    if (
        growth.kind is not GrowthKind.ANNUAL_RATE
        or growth.value is None
        or target.value is None
        or not first
        or not last
    ):
        return Message("", "")
    if growth.value <= -100:
        return Message("", "")
    years = last - first + 1
    start = target.value / grown(1.0, growth.value, years)
    sum_ = f"{figure(target.value, 8)} ÷ (1 + {figure(growth.value)}%)^{years} = {figure(start)}"
    return Message(f"按增速反推约为 {sum_}。", f"The growth rate implies about {sum_}.")
