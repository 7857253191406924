"""A target as a table shows it: the number with its sign, and what it is measured over."""

from __future__ import annotations

from lantu.plan.change_name import is_cut
from lantu.plan.indicator import Commitment, Direction, Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator
from lantu.web.look.figures import figure, period_words

_SIGNS = {
    Comparator.ABOVE: "＞",
    Comparator.BELOW: "＜",
    Comparator.AT_MOST: "≤",
    Comparator.ABOUT: "≈",
}
_FORMS: dict[TargetForm, Message] = {
    TargetForm.ANNUAL_RATE: Message("年均", "a year, on average"),
    TargetForm.CEILING_EACH_YEAR: Message("每年", "every year"),
    TargetForm.FLOOR_EACH_YEAR: Message("每年", "every year"),
    TargetForm.CUMULATIVE: Message("规划期累计", "over the period"),
    TargetForm.RELATIVE: Message("相对目标", "relative"),
    TargetForm.WORDS: Message("文字目标", "in words"),
}
_COMMITMENTS = {
    Commitment.BINDING: Message("约束性", "binding"),
    Commitment.ANTICIPATORY: Message("预期性", "anticipatory"),
}
_DIRECTIONS = {
    Direction.INCREASE: Message("越多越好", "more is better"),
    Direction.DECREASE: Message("越少越好", "less is better"),
}


def target_figure(indicator: Indicator) -> str:
    """Return the target as a number with its sign, `〔13.5〕` for a total; its words where it has no number."""
    target = indicator.target
    if target.value is None:
        return target.text or _growth(indicator) or "—"
    number = figure(target.value)
    if target.value_high is not None:
        number = f"{number}—{figure(target.value_high)}"
    if indicator.form is TargetForm.CUMULATIVE:
        return f"〔{number}〕"
    return _SIGNS.get(target.comparator, "") + number if target.comparator else number


def _growth(indicator: Indicator) -> str:
    """The growth column, where a table states the target there and leaves the target column empty."""
    growth = indicator.growth
    if growth.value is None:
        return growth.text
    number = figure(growth.value)
    return _SIGNS.get(growth.comparator, "") + number if growth.comparator else number


def target_when(indicator: Indicator) -> Message:
    """Return what the target is measured over or due at: 2025, every year, over the period."""
    if indicator.target.value is None and indicator.target.text:
        return _FORMS[TargetForm.WORDS]
    if indicator.form is not None and indicator.form in _FORMS:
        return _FORMS[indicator.form]
    year = period_words(indicator.target.period)
    return Message(year.zh.removesuffix("年"), year.en)


def _better(indicator: Indicator) -> Message | None:
    """Which way is better; a figure named as a cut is counted in its own size: more of it is better."""
    if is_cut(indicator.name):
        return Message("降得越多越好", "the larger the cut the better")
    return _DIRECTIONS.get(indicator.direction) if indicator.direction else None


def nature(indicator: Indicator) -> Message:
    """Return how hard it binds and which way is better, in a few words."""
    parts = [
        words
        for words in (
            _COMMITMENTS.get(indicator.commitment) if indicator.commitment else None,
            _better(indicator),
        )
        if words is not None
    ]
    return Message("，".join(p.zh for p in parts) or "未写明", ", ".join(p.en for p in parts) or "not stated")
