"""A level to reach in the target year, or to keep where the base already has it."""

from __future__ import annotations

from lantu.monitoring.base import Base, after_base, base_of, first_known
from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.falling import signed_change
from lantu.monitoring.foretelling import before_any_year, heading
from lantu.monitoring.forms.reaching import reach_or_keep
from lantu.monitoring.forms.words import judge as judge_words
from lantu.monitoring.printed import bracketed, exact, shown
from lantu.monitoring.rules import on_the_way
from lantu.monitoring.standing import Standing
from lantu.monitoring.wording import years_of
from lantu.plan.indicator import GrowthKind
from lantu.plan.message import Message


def judge(case: Case) -> Standing:
    """Return the standing of a level target; where only the growth column holds a number, the level it leads to."""
    base = base_of(case)
    target, note = case.indicator.target.value, None
    if target is None:
        led_to = _led_to(case, base)
        if led_to is None:
            return judge_words(case)
        target, note = led_to
    history, series = after_base(base, case)
    if not history:
        standing = case.not_assessed(on_the_way(case.verdicts), NO_DATA)
        if base is None or base.year >= case.target_year:
            return standing
        return before_any_year(standing, heading([(base.year, base.value)], case.goal(target, base.value), case))
    aside = (*series.set_aside, *case.totals_aside())
    return reach_or_keep(case, base or first_known(history), target, history, aside, note)


def _led_to(case: Case, base: Base | None) -> tuple[float, Message] | None:
    """The level that a yearly growth leads to from the base, with the sum; None without base or growth."""
    growth = case.indicator.growth
    if base is None or growth.value is None:
        return None
    years = case.target_year - base.year
    change, _ = signed_change(case.indicator, growth.value, growth.text, growth.comparator)
    if growth.kind in (GrowthKind.ANNUAL_INCREMENT, GrowthKind.ANNUAL_ABSOLUTE):
        target = round(base.value + change * years, 10)
        working = f"{exact(base.value)} + {bracketed(exact(change))} × {years}"
    elif growth.kind is GrowthKind.ANNUAL_RATE and abs(change) < 100:
        target = base.value * (1 + change / 100) ** years
        working = f"{exact(base.value)} × (1 + {bracketed(exact(change))}%)^{years}"
    else:
        return None
    run = years_of(base.year + 1, case.target_year)
    return target, Message(
        f"目标由增速栏推算（{run.zh}）：{working} = {shown(target, case.places)}",
        f"the target follows from the growth column ({run.en}): {working} = {shown(target, case.places)}",
    )
