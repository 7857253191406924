"""A value held against what it is made of, and what it is part of."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lantu.monitoring.home import home_of
from lantu.monitoring.printed import computed, exact, half_digit, shown
from lantu.monitoring.validation.warned import Doubt, Warned
from lantu.plan.area import Over, RollUpRule
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package


def sums(package: Package, new: Observation) -> list[Warned]:
    """Parts and whole, numerator and denominator, areas and the area they make up."""
    home = home_of(package)
    values = {
        (o.indicator, o.region or home): o.value
        for o in package.observations
        if o.period == new.period and o.value is not None
    }
    region = new.region or home
    values[new.indicator, region] = new.value or 0.0
    names = {i.id: i.name for i in package.reading.plan.indicators}
    found: list[Warned] = []
    for balance in package.balances:
        terms = [values.get((part, region)) for part in balance.parts]
        whole = values.get((balance.whole, region))
        if new.indicator in (balance.whole, *balance.parts) and whole is not None and None not in terms:
            found += _unequal(
                whole, [t for t in terms if t is not None], names.get(balance.whole, balance.whole),
                Message("各分项", "its parts"),
            )  # fmt: skip
    for rule in package.rollups:
        if rule.over is not Over.AREAS:
            continue
        if rule.rule is RollUpRule.RATIO and new.indicator in (rule.indicator, rule.numerator, rule.denominator):
            ratio, above, below = (
                values.get((key, region)) for key in (rule.indicator, rule.numerator, rule.denominator)
            )
            if ratio is not None and above is not None and below:
                found += _other_ratio(ratio, above, below, rule.factor, names.get(rule.indicator, rule.indicator))
        if rule.rule is RollUpRule.SUM and rule.indicator == new.indicator:
            # Held against what it is made of, and as a part against the whole.
            for whole_area in dict.fromkeys((region, *(a.parent for a in package.areas if a.code == region))):
                parts = [values.get((new.indicator, a.code)) for a in package.areas if a.parent == whole_area]
                total = values.get((new.indicator, whole_area))
                if parts and total is not None and None not in parts:
                    found += _unequal(
                        total, [p for p in parts if p is not None], names.get(new.indicator, new.indicator),
                        Message("各地区", "its areas"),
                    )  # fmt: skip
    return found


def _unequal(whole: float, parts: Sequence[float], name: str, what: Message) -> list[Warned]:
    total = math.fsum(parts)
    # Each printed number may be off by half of its last digit.
    slack = sum(half_digit([(exact(number), number)]) for number in (whole, *parts))
    if abs(whole - total) <= slack + 1e-9 * abs(whole):
        return []
    shown_sum = " + ".join(exact(part) for part in parts) if len(parts) <= 6 else f"{len(parts)} 个数之和"
    english = " + ".join(exact(part) for part in parts) if len(parts) <= 6 else f"the sum of {len(parts)} values"
    return [
        Warned(
            Doubt.DOES_NOT_ADD_UP,
            Message(
                f"“{name}”为{exact(whole)}，{what.zh}合计{exact(round(total, 10))}（{shown_sum}），"
                f"相差{shown(whole - total, 4)}。",
                f"“{name}” is {exact(whole)}, {what.en} make {exact(round(total, 10))} ({english}): "
                f"{shown(whole - total, 4)} apart.",
            ),
        )
    ]


def _other_ratio(ratio: float, above: float, below: float, factor: float, name: str) -> list[Warned]:
    worked = above / below * factor
    slack = half_digit([(exact(ratio), ratio)]) + abs(worked) * (
        half_digit([(exact(above), above)]) / max(abs(above), 1e-300) + half_digit([(exact(below), below)]) / abs(below)
    )
    if abs(ratio - worked) <= slack + 1e-9 * abs(worked):
        return []
    times = "" if factor == 1 else f" × {exact(factor)}"
    sum_of = f"{exact(above)} ÷ {exact(below)}{times} = {computed(worked)}"
    return [
        Warned(
            Doubt.DOES_NOT_ADD_UP,
            Message(f"“{name}”为{exact(ratio)}，按分子分母应为{sum_of}。", f"“{name}” is {exact(ratio)}; {sum_of}."),
        )
    ]
