"""Numbers with their units and bounds, put into words for messages."""

from __future__ import annotations

from lantu.checking.figures import Figure
from lantu.checking.printed import figure, stated
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator

_BOUNDS: dict[Comparator, tuple[str, str]] = {
    Comparator.AT_LEAST: ("不低于 {}", "at least {}"),
    Comparator.AT_MOST: ("不超过 {}", "at most {}"),
    Comparator.ABOVE: ("高于 {}", "above {}"),
    Comparator.BELOW: ("低于 {}", "below {}"),
    Comparator.ABOUT: ("{} 左右", "about {}"),
    Comparator.INCREASE_BY: ("增加 {}", "up by {}"),
    Comparator.DECREASE_BY: ("减少 {}", "down by {}"),
}


def amount(value: float, unit: str | None, comparator: Comparator | None = None) -> Message:
    """Put a value into words: “不低于 32%”, “at least 32%”; the unit stays as printed."""
    number = figure(value, 8)
    zh, en = _BOUNDS.get(comparator, ("{}", "{}")) if comparator else ("{}", "{}")
    joined = number + unit if unit and unit[0] in "%％‰" else f"{number} {unit}" if unit else number
    return Message(zh.format(joined), en.format(joined))


def amount_of(said: Figure) -> Message:
    """Put a figure into words, with its unit and bound."""
    return amount(said.value, said.unit, said.comparator)


def target_of(indicator: Indicator) -> Message:
    """Put an indicator's numeric target into words, with the bound it states in print."""
    target = indicator.target
    assert target.value is not None
    return amount(target.value, indicator.unit, stated(target.comparator, target.text))


def base_and_target(indicator: Indicator) -> Message:
    """Say “2.89% → 4%” of an indicator that has both numbers."""
    base = indicator.baseline.value
    assert base is not None
    before, after = amount(base, indicator.unit), target_of(indicator)
    return Message(f"{before.zh} → {after.zh}", f"{before.en} → {after.en}")
