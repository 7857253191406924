"""An average yearly rate over the period."""

from __future__ import annotations

import math
from dataclasses import replace

from lantu.monitoring.base import base_of
from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.falling import signed_change
from lantu.monitoring.foretelling import before_any_year, compounding
from lantu.monitoring.forms.cumulative import judge as judge_total
from lantu.monitoring.forms.level import judge as judge_level
from lantu.monitoring.forms.words import judge as judge_words
from lantu.monitoring.goal import Goal, about_note
from lantu.monitoring.growth import Growth, growth_from_levels, growth_from_rates
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding, verdict_on_the_way
from lantu.monitoring.measured import gives_rates, is_yearly_amount
from lantu.monitoring.printed import bracketed, computed, exact, percent, shown
from lantu.monitoring.prospect import averaging
from lantu.monitoring.rules import average_rate
from lantu.monitoring.standing import Component, Standing
from lantu.monitoring.units import PER_CENT, POINTS, with_unit
from lantu.monitoring.wording import average_over
from lantu.plan.change_name import is_growth
from lantu.plan.indicator import Baseline, GrowthKind, Indicator
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator
from lantu.plan.unit_kind import is_percentage

NO_UNIT_GIVEN = Message(
    "指标没有单位，看不出各年数是增速还是水平值。请补上单位。",
    "The indicator has no unit, so its values may be rates or levels. Add the unit.",
)
POINTS_OR_RATE = Message(
    "单位是百分比的比率，看不出年均变化是百分点还是百分比。请改写成期末目标值，或在名称里写明“增长”。",
    "The figure is a share, so a yearly change may be in points or in per cent. Write the target as the value to "
    "reach, or say “growth” in the name.",
)
SIGN_UNCLEAR = Message(
    "目标是下降，看不出各年的正数是降幅还是增幅。各年数若是降幅，请在名称里写明“降低”。",
    "The target is a fall, and it is not clear whether positive yearly figures are falls or rises. If they are falls, "
    "say “reduction” in the name.",
)
NO_BASE = Message("没有基期值，由水平值算不出增速。", "Without a base, no growth can be worked out from levels.")
THROUGH_ZERO = Message(
    "数值降到零或以下，平均增速没有意义。", "A value fell to zero or below, where an average rate has no meaning."
)


def judge(case: Case) -> Standing:
    """Return the standing of an average rate: the yearly rates so far, compounded, against the target.

    The target is the target cell's number, else the growth cell's. Values that are amounts are never averaged: their
    growth is worked out from the base.
    """
    indicator, growth = case.indicator, case.indicator.growth
    if indicator.target.value is None and growth.kind in (GrowthKind.ANNUAL_INCREMENT, GrowthKind.ANNUAL_ABSOLUTE):
        # Points or units a year are no rate: they lead to a level, or add up where the values are amounts of a year.
        return judge_total(_in_all(case)) if is_yearly_amount(indicator) else judge_level(case)
    target, comparator = _target(indicator)
    if target is None:
        return judge_words(case)
    rule, rates = average_rate(case.verdicts), gives_rates(indicator)
    if not any(o.period.last_year >= case.first_year for o in case.series.yearly):
        return _not_begun(case, case.not_assessed(rule, NO_DATA), case.goal(target, None, comparator), rates)
    if rates is None:
        return case.not_assessed(rule, POINTS_OR_RATE if is_percentage(indicator.unit) else NO_UNIT_GIVEN)
    if rates and target < 0 < _printed(indicator) and not is_growth(indicator.name):
        return case.not_assessed(rule, SIGN_UNCLEAR)
    base = None if rates else base_of(case)
    if not rates and base is None:
        return case.not_assessed(rule, NO_BASE)
    so_far = growth_from_rates(case) if base is None else growth_from_levels(case, base)
    if so_far is None:
        return case.not_assessed(rule, THROUGH_ZERO)
    return _standing(case, case.goal(target, None, comparator), so_far)


def _not_begun(case: Case, standing: Standing, goal: Goal, rates: bool | None) -> Standing:
    """What the years before the plan say, where no year of the plan is known."""
    base = base_of(case) if rates is False else None
    year = base.year if base else case.first_year - 1
    if rates is None or (not rates and base is None) or year >= case.target_year:
        return standing
    given = (
        (Component("base", Message(f"基期值（{year}年）", f"base ({year})"), base.value, case.unit),) if base else ()
    )
    unit = case.unit if is_percentage(case.indicator.unit) else PER_CENT
    start = Growth(goal.value, year, (), (), year, (), given, "")
    return before_any_year(standing, compounding(start, goal, case, unit))


def _target(indicator: Indicator) -> tuple[float | None, Comparator | None]:
    """The rate to reach with its sign, from the target cell or else from the growth cell."""
    cell = indicator.target if indicator.target.value is not None else indicator.growth
    if cell.value is None:
        return None, None
    return signed_change(indicator, cell.value, cell.text, cell.comparator)


def _in_all(case: Case) -> Case:
    """The same case with its yearly amount times the years as the target, from no base: yearly amounts have none."""
    indicator = case.indicator
    growth, target = indicator.growth, indicator.target
    total = None if growth.value is None else round(growth.value * case.years, 10)
    whole = replace(target, value=total, comparator=growth.comparator or target.comparator, text=growth.text)
    return replace(case, indicator=replace(indicator, target=whole, baseline=Baseline()))


def _printed(indicator: Indicator) -> float:
    value = indicator.target.value if indicator.target.value is not None else indicator.growth.value
    return 0.0 if value is None else value


def _standing(case: Case, goal: Goal, growth: Growth) -> Standing:
    unit = case.unit if is_percentage(case.indicator.unit) else PER_CENT
    target, mean, newest = goal.value, growth.mean, growth.last_year
    last, met = newest >= case.target_year, goal.met(growth.mean)
    ratio: tuple[Component, ...] = ()
    progress = None
    if target * goal.sign > 0:
        # Both fall or both rise, so that the ratio grows as the rate gets better.
        progress = mean / target
        code = verdict_on_the_way(
            progress,
            1.0,
            met and last,
            last,
            False,
            case.verdicts["ahead_band"].value,
            case.verdicts["lagging_band"].value,
        )
        working = f"{computed(mean, case.places)} ÷ {bracketed(exact(target))} = {percent(mean / target)}"
        ratio = (Component("ratio", Message("与目标之比", "ratio to the target"), mean / target, working=working),)
    else:
        # Of a target of zero, or one on the other side of it, no share can be done: the rate meets it or does not.
        code = verdict_of_holding(met, last)
    parameters = case.outlook
    assumed = max(parameters["prior_share"].value * abs(target), parameters["rate_spread"].value)
    years = case.target_year - growth.base_year
    outlook, forecast = compounding(growth, goal, case, unit) or averaging(
        growth.rates, goal, assumed, case, years, (unit, POINTS), mean, growth.lengths
    )
    left = case.target_year - newest
    needed = None if met or left <= 0 else _needed(goal.enough, mean, years, left)
    known, aim = with_unit(shown(mean, 2), unit), with_unit(exact(target), unit)
    run = average_over(growth.base_year + 1, newest, known)
    components = (
        *growth.components,
        Component("mean_rate", Message("平均增速", "average rate"), mean, unit, growth.working),
        Component("target", Message("目标（年均）", "target (yearly average)"), target, unit),
        *ratio,
        *(
            (Component("needed_average", Message("其余各年年均须达", "needed on average from here"), needed, unit),)
            if needed is not None
            else ()
        ),
        *forecast,
    )
    return Standing(
        case.indicator.id,
        case.region,
        VERDICTS[int(code)],
        average_rate(case.verdicts),
        Message(f"{run.zh}，目标是年均{aim.zh}。", f"{run.en}; the target is {aim.en} a year."),
        growth.history[-1],
        mean,
        Period.years(growth.base_year + 1, newest),
        target,
        progress,
        outlook,
        components,
        needed,
        ((float(case.first_year), target), (float(case.target_year), target)),
        growth.history,
        (*case.series.set_aside, *growth.set_aside, *case.totals_aside()),
        case.notes(
            growth.history,
            *growth.notes,
            about_note(goal, with_unit(computed(goal.enough, case.places), unit)),
        ),
        last,
        None if progress is None else 1.0,
    )


def _needed(target: float, mean: float, years: int, left: int) -> float | None:
    """The average rate of the years to come that would still lead to the target, in per cent; None where none would."""
    if min(target, mean) <= -100:
        return None
    logarithm = (years * math.log1p(target / 100) - (years - left) * math.log1p(mean / 100)) / left
    return 100 * math.expm1(logarithm) if logarithm < 100 else None
