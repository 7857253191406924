"""An average yearly rate over the period."""

from __future__ import annotations

import math

from lantu.monitoring.base import base_of
from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.forms.words import judge as judge_words
from lantu.monitoring.goal import Goal, about_note
from lantu.monitoring.growth import Growth, growth_from_levels, growth_from_rates
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding, verdict_on_the_way
from lantu.monitoring.measured import gives_rates
from lantu.monitoring.printed import bracketed, computed, exact, percent, shown
from lantu.monitoring.prospect import averaging
from lantu.monitoring.rules import average_rate
from lantu.monitoring.standing import Component, Standing
from lantu.monitoring.units import PER_CENT, POINTS, is_share, with_unit
from lantu.monitoring.wording import average_over
from lantu.plan.message import Message
from lantu.plan.period import Period

NO_UNIT_GIVEN = Message(
    "指标没有单位，看不出各年数是增速还是水平值。请补上单位。",
    "The indicator has no unit, so its values may be rates or levels. Add the unit.",
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
    indicator = case.indicator
    in_target = indicator.target.value is not None
    target = indicator.target.value if in_target else indicator.growth.value
    if target is None:
        return judge_words(case)
    rule, rates = average_rate(case.verdicts), gives_rates(indicator)
    if not any(o.period.last_year >= case.first_year for o in case.series.yearly):
        return case.not_assessed(rule, NO_DATA)
    if rates is None:
        return case.not_assessed(rule, NO_UNIT_GIVEN)
    base = None if rates else base_of(case)
    if not rates and base is None:
        return case.not_assessed(rule, NO_BASE)
    growth = growth_from_rates(case) if base is None else growth_from_levels(case, base)
    if growth is None:
        return case.not_assessed(rule, THROUGH_ZERO)
    goal = case.goal(target, None, None if in_target else indicator.growth.comparator)
    return _standing(case, goal, growth)


def _standing(case: Case, goal: Goal, growth: Growth) -> Standing:
    unit = case.unit if is_share(case.indicator.unit) else PER_CENT
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
    outlook, forecast = averaging(growth.rates, goal, assumed, case, years, (unit, POINTS), mean, growth.lengths)
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
    )


def _needed(target: float, mean: float, years: int, left: int) -> float | None:
    """The average rate of the years to come that would still lead to the target, in per cent; None where none would."""
    if min(target, mean) <= -100:
        return None
    logarithm = (years * math.log1p(target / 100) - (years - left) * math.log1p(mean / 100)) / left
    return 100 * math.expm1(logarithm) if logarithm < 100 else None
