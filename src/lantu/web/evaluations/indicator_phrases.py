"""The sentence that opens an indicator's page."""

from __future__ import annotations

from lantu.monitoring import Standing
from lantu.monitoring.printed import chance_words
from lantu.plan.indicator import Direction, Indicator, TargetForm
from lantu.plan.quantity import Comparator
from lantu.plan.verdict import Verdict
from lantu.web.evaluations.drawing import EACH_YEAR, decimals_in, is_computed, value_figure
from lantu.web.evaluations.phrases import Phrase, ours
from lantu.web.look.figures import at_most, figure, period_words


def indicator_lede(indicator: Indicator, standing: Standing | None, waiting: int = 0) -> tuple[Phrase, ...]:
    """Say from where to where, whether that is enough by now, and how likely the target is.

    waiting: how many values are of times that have not ended yet.
    """
    if standing is None or standing.observation is None or standing.value is None:
        return (
            ours(f"{waiting}行数的时期还没有结束，", f"{waiting} of the values are of times that have not ended yet, ")
            if waiting
            else ours("还没有收到可用的数据，", "No usable value has come in yet, "),
            ours("不下结论。", "so no conclusion is drawn.", strong=True),
        )
    unit = indicator.unit or ""
    places = decimals_in(indicator, standing)
    phrases = [_came_from(indicator, standing, unit)]
    if standing.expected is not None:
        phrases.append(_against(indicator, standing, unit, places))
    else:
        phrases.append(ours("。", ". "))
    if standing.verdict is Verdict.ACHIEVED:
        phrases.append(ours("目标已经达到。", "The target has been met.", strong=True))
        if not standing.settled:
            phrases += _must_hold(indicator, standing)
    elif standing.settled:
        if standing.verdict is Verdict.LAGGING:
            phrases.append(ours("到期没有达到目标。", "The target was not met in its time.", strong=True))
    elif standing.outlook is not None:
        said = chance_words(standing.outlook.probability)
        phrases.append(
            ours(
                f"按现在的走势，达到目标的可能为{said.zh}。",
                f"On its present course the target is met with a chance of {said.en}.",
            )
        )
    return tuple(phrases)


def _must_hold(indicator: Indicator, standing: Standing) -> list[Phrase]:
    """Say that what is met early is met for good only in the target's own time."""
    now, due = period_words(standing.period), period_words(indicator.target.period)
    if not due.zh:
        return []
    return [
        ours(
            f"最新的是{now.zh}的数，要到{due.zh}仍然达到，才算最后实现。",
            f" The latest value is of {now.en}; it must still hold in {due.en}.",
        )
    ]


def _came_from(indicator: Indicator, standing: Standing, unit: str) -> Phrase:
    assert standing.value is not None
    now = value_figure(indicator, standing)
    when = period_words(standing.period)
    base = indicator.baseline
    if base.period is not None and standing.period == base.period:
        if base.value is None or base.value == standing.value:
            return ours(
                f"只有基期{when.zh}的数，{now}{unit}",
                f"There is only the value of the base, {now}{_after(unit)} in {when.en}",
            )
        planned = figure(base.value)
        return ours(
            f"规划写的基期{when.zh}为{planned}{unit}，同期另有公布数{now}{unit}，以后还没有数",
            f"The plan's base is {planned}{_after(unit)} in {when.en}; another published value of that time is "
            f"{now}{_after(unit)}, and none has followed",
        )
    if indicator.form is TargetForm.LEVEL and base.value is not None and base.period is not None:
        then, start = period_words(base.period), figure(base.value)
        return ours(
            f"从{then.zh}的{start}{unit}到{when.zh}的{now}{unit}",
            f"From {start}{_after(unit)} in {then.en} to {now}{_after(unit)} in {when.en}",
        )
    if indicator.form is TargetForm.CUMULATIVE:
        return ours(f"{when.zh}累计{now}{unit}", f"{now}{_after(unit)} in all in {when.en}")
    if is_computed(standing):
        return ours(f"{when.zh}平均{now}{unit}", f"{now}{_after(unit)} on average in {when.en}")
    return ours(f"{when.zh}为{now}{unit}", f"{now}{_after(unit)} in {when.en}")


def _against(indicator: Indicator, standing: Standing, unit: str, places: int) -> Phrase:
    """The value against what was due, against the bound to hold, or against the comparator."""
    zh, en = _compared(indicator, standing, places)
    due = at_most(standing.expected, places)
    if indicator.form in EACH_YEAR:
        return ours(f"，{zh}界线{due}{unit}。", f"; {en} the bound of {due}{_after(unit)}. ")
    if indicator.form is TargetForm.RELATIVE:
        return ours(f"，{zh}参照的{due}{unit}。", f"; {en} the {due}{_after(unit)} it is compared with. ")
    return ours(f"，{zh}此时应到的{due}{unit}。", f"; {en} the {due}{_after(unit)} due by now. ")


def more_is_better(indicator: Indicator) -> bool | None:
    """Return which way is better for the value itself: a target of at least so much wants more, a ceiling less."""
    match indicator.target.comparator:
        case Comparator.AT_LEAST | Comparator.ABOVE:
            return True
        case Comparator.AT_MOST | Comparator.BELOW:
            return False
    return None if indicator.direction is None else indicator.direction is Direction.INCREASE


def _compared(indicator: Indicator, standing: Standing, places: int) -> tuple[str, str]:
    assert standing.value is not None
    assert standing.expected is not None
    difference = round(standing.value - standing.expected, places)
    if difference == 0:
        return "正合", "just at"
    better = more_is_better(indicator)
    if better is None:
        return ("高于", "above") if difference > 0 else ("低于", "below")
    if better == (difference > 0):
        return "好于", "better than"
    return "不及", "short of"


def _after(unit: str) -> str:
    return unit if unit in ("%", "‰", "") else f" {unit}"
