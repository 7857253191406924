"""An average yearly rate over the period."""

from __future__ import annotations

from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.forms.words import judge as judge_words
from lantu.monitoring.kernels.progress import is_met, mean_rate
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding, verdict_on_the_way
from lantu.monitoring.printed import percent, shown
from lantu.monitoring.prospect import averaging
from lantu.monitoring.rules import average_rate
from lantu.monitoring.series import MANY_YEARS
from lantu.monitoring.standing import Component, Standing
from lantu.plan.message import Message
from lantu.plan.period import Period


def judge(case: Case) -> Standing:
    """Return the standing of an average rate: the yearly rates so far, compounded, against the target.

    The target is the target cell's number, else the growth cell's.
    """
    indicator = case.indicator
    target = indicator.target.value if indicator.target.value is not None else indicator.growth.value
    if target is None:
        return judge_words(case)
    rule = average_rate(case.verdicts)
    within = tuple(o for o in case.series.yearly if case.first_year <= o.period.last_year <= case.target_year)
    rates = [o.value for o in within if o.value is not None]
    if not rates:
        return case.not_assessed(rule, NO_DATA)
    mean = float(mean_rate(rates))
    if mean != mean:
        return case.not_assessed(
            rule,
            Message(
                "有一年降到零或以下，平均增速无意义", "a year fell to zero or below: an average rate has no meaning"
            ),
        )
    sign, years = case.sign(None), case.target_year - case.first_year + 1
    last = len(rates) >= years
    met = bool(is_met(mean, target, sign, case.strict))
    if target * sign > 0:
        progress = mean / target if sign > 0 else 2 - mean / target
        code = verdict_on_the_way(
            progress,
            1.0,
            met and last,
            last,
            False,
            case.verdicts["ahead_band"].value,
            case.verdicts["lagging_band"].value,
        )
        working = f"{shown(mean)} ÷ {shown(target)} = {percent(mean / target)}"
    else:
        # A target of zero or below has no ratio to it; the rate meets it or does not.
        progress, working = float("nan"), ""
        code = verdict_of_holding(met, last)
    outlook, forecast = averaging(rates, years, target, sign, abs(target), case.unit, case.outlook)
    first, newest = within[0].period.last_year, within[-1].period.last_year
    left = years - len(rates)
    needed = (target * years - mean * len(rates)) / left if left > 0 and not met else None
    components = (
        Component(
            "yearly_rates", Message("各年增速", "yearly rates"), ", ".join(shown(rate) for rate in rates), case.unit
        ),
        Component(
            "mean_rate",
            Message("平均增速", "average rate"),
            mean,
            case.unit,
            f"({' × '.join(f'(1 + {shown(rate)}%)' for rate in rates)})^(1/{len(rates)}) − 1",
        ),
        Component("target", Message("目标（年均）", "target (yearly average)"), target, case.unit),
        *(
            (Component("ratio", Message("与目标之比", "ratio to the target"), mean / target, "", working),)
            if working
            else ()
        ),
        *forecast,
    )
    return Standing(
        indicator.id,
        case.region,
        VERDICTS[int(code)],
        rule,
        Message(
            f"{first}—{newest}年平均{shown(mean)}{case.unit}，目标年均{shown(target)}。",
            f"{shown(mean)} on average in {first}–{newest}; the target is {shown(target)} a year.",
        ),
        within[-1],
        mean,
        Period.years(first, newest),
        target,
        None if progress != progress else progress,
        outlook,
        components,
        needed,
        ((float(case.first_year), target), (float(case.target_year), target)),
        within,
        (*case.series.set_aside, *((o, MANY_YEARS) for o in case.series.totals)),
    )
