"""A ceiling or a floor for every year: to hold where the base holds it, else to reach first."""

from __future__ import annotations

import math

from lantu.monitoring.base import Base, after_base, base_of
from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.forms.level import reach_or_keep
from lantu.monitoring.forms.words import judge as judge_words
from lantu.monitoring.kernels.progress import is_met
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding
from lantu.monitoring.printed import shown
from lantu.monitoring.prospect import averaging
from lantu.monitoring.rules import HOLD
from lantu.monitoring.standing import Component, Standing
from lantu.plan.indicator import TargetForm
from lantu.plan.message import Message
from lantu.plan.period import Period


def judge(case: Case) -> Standing:
    """Return the standing of a yearly bound.

    Where the plan prints no base, the first year known stands for it.
    """
    bound = case.indicator.target.value
    if bound is None:
        return judge_words(case)
    sign = -1.0 if case.indicator.form is TargetForm.CEILING_EACH_YEAR else 1.0
    base = base_of(case.indicator, case.series, case.first_year)
    history, series = after_base(base, case.series, case.first_year)
    if not history:
        return case.not_assessed(HOLD, NO_DATA)
    values = [o.value for o in history if o.value is not None]
    start = base.value if base else values[0]
    if not bool(is_met(start, bound, sign, case.strict)):
        first = base or Base(
            start,
            history[0].period.last_year,
            Message(
                f"规划没有基期，从{history[0].period.last_year}年的{shown(start)}算起",
                f"the plan gives no base; counted from {shown(start)} of {history[0].period.last_year}",
            ),
        )
        return reach_or_keep(case, first, bound, history, series.set_aside)
    mean = math.fsum(values) / len(values)
    broken = [o for o in history if not bool(is_met(o.value or 0.0, bound, sign, case.strict))]
    years = case.target_year - case.first_year + 1
    last = history[-1].period.last_year >= case.target_year
    holds = bool(is_met(mean, bound, sign, case.strict))
    outlook, forecast = averaging(
        values, max(years, len(values)), bound, sign, abs(mean - bound) or abs(bound) * 0.01, case.unit, case.outlook
    )
    span = (history[0].period.last_year, history[-1].period.last_year)
    unit = case.unit
    said = "、".join(f"{o.period.last_year}年{shown(o.value or 0.0)}" for o in broken)
    told = ", ".join(f"{shown(o.value or 0.0)} in {o.period.last_year}" for o in broken)
    notes = (Message(f"越线的年份：{said}", f"years beyond the bound: {told}"),) if broken else ()
    components = (
        *(
            (Component("base", Message(f"基期（{base.year}年）", f"base ({base.year})"), base.value, unit),)
            if base
            else ()
        ),
        Component("yearly_values", Message("各年数值", "yearly values"), ", ".join(shown(v, 4) for v in values), unit),
        Component(
            "mean",
            Message("各年平均", "average of the years"),
            mean,
            unit,
            f"({' + '.join(shown(v, 4) for v in values)}) ÷ {len(values)}",
        ),
        Component("bound", Message("界线", "bound"), bound, unit),
        Component("years_beyond", Message("越线年数", "years beyond the bound"), float(len(broken))),
        *forecast,
    )
    return Standing(
        case.indicator.id,
        case.region,
        VERDICTS[int(verdict_of_holding(holds, last))],
        HOLD,
        Message(
            f"{span[0]}—{span[1]}年平均{shown(mean, 4)}{unit}，界线{shown(bound)}"
            + (f"；{said}越线。" if broken else "，年年守住。"),
            f"{shown(mean, 4)} on average in {span[0]}–{span[1]}, the bound is {shown(bound)}"
            + (f"; beyond it: {told}." if broken else "; held every year."),
        ),
        history[-1],
        mean,
        Period.years(*span),
        bound,
        None,
        outlook,
        components,
        None,
        ((float(case.first_year), bound), (float(case.target_year), bound)),
        history,
        series.set_aside,
        notes + ((base.moved,) if base and base.moved else ()),
    )
