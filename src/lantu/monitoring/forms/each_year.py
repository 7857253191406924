"""A ceiling or a floor for every year: to hold where the base holds it, else to reach first."""

from __future__ import annotations

import math

from lantu.monitoring.base import Base, after_base, base_of, first_known
from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.forms.reaching import reach_or_keep
from lantu.monitoring.forms.words import judge as judge_words
from lantu.monitoring.goal import Goal, about_note
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding
from lantu.monitoring.printed import bracketed, computed, exact, shown
from lantu.monitoring.prospect import averaging
from lantu.monitoring.rules import HOLD
from lantu.monitoring.series import BEFORE_PLAN
from lantu.monitoring.standing import Component, Standing
from lantu.monitoring.units import YEARS, with_unit
from lantu.monitoring.wording import average_over, values_in_years
from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator


def judge(case: Case) -> Standing:
    """Return the standing of a yearly bound.

    Where neither plan nor values give a base, the first year known stands for it.
    """
    bound = case.indicator.target.value
    if bound is None:
        return judge_words(case)
    goal = _goal(case, bound)
    base = base_of(case)
    history, series = after_base(base, case)
    early = tuple(o for o in history if o.period.last_year < case.first_year)
    aside = (*series.set_aside, *case.totals_aside())
    if len(early) == len(history):
        return case.not_assessed(HOLD, NO_DATA)
    start = base or first_known(history)
    if not goal.met(start.value):
        return reach_or_keep(case, start, bound, history, aside, comparator=side_of(case.indicator))
    within = history[len(early) :]
    return _hold(case, base, goal, within, (*aside, *((o, BEFORE_PLAN) for o in early)))


def side_of(indicator: Indicator) -> Comparator:
    """Return how a yearly bound binds.

    The form says which side is better; the comparator only whether the bound itself is allowed.
    """
    ceiling, printed = indicator.form is TargetForm.CEILING_EACH_YEAR, indicator.target.comparator
    if printed is Comparator.ABOUT or printed is Comparator.RANGE:
        return printed
    if printed in (Comparator.ABOVE, Comparator.BELOW):
        return Comparator.BELOW if ceiling else Comparator.ABOVE
    return Comparator.AT_MOST if ceiling else Comparator.AT_LEAST


def _goal(case: Case, bound: float) -> Goal:
    goal = case.goal(bound, None, side_of(case.indicator))
    sign = -1.0 if case.indicator.form is TargetForm.CEILING_EACH_YEAR else 1.0
    return Goal(goal.value, sign, goal.value + (goal.enough - goal.value) * goal.sign * sign, goal.strict)


def _hold(
    case: Case,
    base: Base | None,
    goal: Goal,
    history: tuple[Observation, ...],
    aside: tuple[tuple[Observation, Message], ...],
) -> Standing:
    values = [o.value for o in history if o.value is not None]
    mean = math.fsum(values) / len(values)
    beyond = [o for o in history if o.value is not None and not goal.met(o.value)]
    last = history[-1].period.last_year >= case.target_year
    assumed = max(case.outlook["bound_spread"].value * abs(goal.value), case.rounding)
    outlook, forecast = averaging(values, goal, assumed, case, max(case.years, len(values)))
    first, newest = history[0].period.last_year, history[-1].period.last_year
    unit, ceiling = case.unit, goal.sign < 0
    bound = Message("上限", "ceiling") if ceiling else Message("下限", "floor")
    components = (
        *(
            (Component("base", Message(f"基期值（{base.year}年）", f"base ({base.year})"), base.value, unit),)
            if base
            else ()
        ),
        Component(
            "yearly_values", Message("各年数值", "yearly values"), "; ".join(exact(value) for value in values), unit
        ),
        Component(
            "mean",
            Message("各年平均", "average of the years"),
            mean,
            unit,
            f"({' + '.join(bracketed(exact(value)) for value in values)}) ÷ {len(values)}" if len(values) > 1 else "",
        ),
        Component("bound", bound, goal.value, unit),
        Component("years_beyond", Message("越线年数", "years beyond the bound"), float(len(beyond)), YEARS),
        *forecast,
    )
    return Standing(
        case.indicator.id,
        case.region,
        VERDICTS[int(verdict_of_holding(goal.met(mean), last))],
        HOLD,
        _reason(
            case,
            goal,
            bound,
            average_over(first, newest, with_unit(shown(mean, case.places), unit)),
            beyond,
            len(values),
        ),
        history[-1],
        mean,
        Period.years(first, newest),
        goal.value,
        None,
        outlook,
        components,
        None,
        ((float(case.first_year), goal.value), (float(case.target_year), goal.value)),
        history,
        aside,
        case.notes(
            history,
            base.moved if base else None,
            _on_average_only(beyond) if goal.met(mean) else None,
            about_note(goal, with_unit(computed(goal.enough, case.places), unit)),
        ),
        last,
    )


def _on_average_only(beyond: list[Observation]) -> Message | None:
    """Say that the bound is kept by the average of the years and not by each of them."""
    if not beyond:
        return None
    years = [str(o.period.last_year) for o in beyond]
    return Message(
        f"各年平均守住了，{'、'.join(years)}年越线，不是每年都守住",
        f"kept on average, not in every year: {', '.join(years)} went beyond it",
    )


def _reason(case: Case, goal: Goal, bound: Message, average: Message, beyond: list[Observation], count: int) -> Message:
    line = with_unit(exact(goal.value), case.unit)
    opening = Message(f"{average.zh}，{bound.zh}{line.zh}", f"{average.en}, with a {bound.en} of {line.en}")
    if not beyond:
        if count == 1:
            return Message(f"{opening.zh}，守住了。", f"{opening.en}: held.")
        return Message(f"{opening.zh}，各年都守住了。", f"{opening.en}: held every year.")
    past = values_in_years(beyond, case.unit)
    how = Message("突破上限", "above it") if goal.sign < 0 else Message("低于下限", "below it")
    if goal.strict:
        how = Message("没有守住", "not held")
    return Message(f"{opening.zh}；{past.zh}，{how.zh}。", f"{opening.en}; {how.en}: {past.en}.")
