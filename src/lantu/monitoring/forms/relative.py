"""A target against another series: above it, below it, or in step with it."""

from __future__ import annotations

import math
import re

from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding
from lantu.monitoring.printed import bracketed, shown
from lantu.monitoring.prospect import averaging
from lantu.monitoring.rules import RELATIVE
from lantu.monitoring.series import MANY_YEARS
from lantu.monitoring.standing import Component, Standing
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator

# Longer words first: 不低于 holds 低于.
_RELATIONS = (
    (re.compile(r"不低于|不慢于|不少于|not (?:below|less)|at least"), Comparator.AT_LEAST),
    (re.compile(r"不高于|不超过|not (?:above|more)|at most"), Comparator.AT_MOST),
    (re.compile(r"同步|持平|相当|一致|in step|in line"), Comparator.ABOUT),
    (re.compile(r"高于|快于|超过|优于|above|faster|exceed"), Comparator.ABOVE),
    (re.compile(r"低于|慢于|below|slower"), Comparator.BELOW),
)


def judge(case: Case) -> Standing:
    """Return the standing of a relative target, from the years that both series have."""
    target = case.indicator.target
    words = target.text or case.indicator.growth.text
    relation = target.comparator or next((c for pattern, c in _RELATIONS if pattern.search(words)), None)
    if case.reference is None or relation is None:
        name = target.reference or words or "？"
        return case.not_assessed(RELATIVE, Message(f"没有参照系列的数据：{name}", f"no data of the comparator: {name}"))
    theirs = {o.period: o.value for o in case.reference.yearly if o.value is not None}
    history = tuple(
        o
        for o in case.series.yearly
        if case.first_year <= o.period.last_year <= case.target_year and o.period in theirs
    )
    if not history:
        return case.not_assessed(RELATIVE, NO_DATA)
    pairs = [(o.value, theirs[o.period]) for o in history if o.value is not None]
    mine_mean = math.fsum(mine for mine, _ in pairs) / len(pairs)
    their_mean = math.fsum(their for _, their in pairs) / len(pairs)
    # Rounded to a millionth, so that 8.1 − 8.1 in another order of adding is still 0.
    lead = round(mine_mean - their_mean, 6)
    band = case.verdicts["in_step_band"].value
    floor, sign, holds = {
        Comparator.ABOVE: (0.0, 1.0, lead > 0),
        Comparator.AT_LEAST: (0.0, 1.0, lead >= 0),
        Comparator.BELOW: (0.0, -1.0, lead < 0),
        Comparator.AT_MOST: (0.0, -1.0, lead <= 0),
    }.get(relation, (-band, 1.0, lead >= -band))
    years = case.target_year - case.first_year + 1
    outlook, forecast = averaging(
        [mine - their for mine, their in pairs], years, floor, sign, max(abs(lead), band), "百分点", case.outlook
    )
    first, newest = history[0].period.last_year, history[-1].period.last_year
    unit = case.unit
    components = (
        Component(
            "yearly_values", Message("各年数值", "yearly values"), ", ".join(shown(mine) for mine, _ in pairs), unit
        ),
        Component(
            "comparator_values",
            Message(f"参照：{case.reference_name}", f"comparator: {case.reference_name}"),
            ", ".join(shown(their) for _, their in pairs),
            unit,
        ),
        Component(
            "mean",
            Message("平均", "average"),
            mine_mean,
            unit,
            f"({' + '.join(bracketed(mine) for mine, _ in pairs)}) ÷ {len(pairs)}",
        ),
        Component(
            "comparator_mean",
            Message("参照平均", "comparator's average"),
            their_mean,
            unit,
            f"({' + '.join(bracketed(their) for _, their in pairs)}) ÷ {len(pairs)}",
        ),
        Component(
            "lead", Message("相差", "difference"), lead, "百分点", f"{shown(mine_mean)} − {bracketed(their_mean)}"
        ),
        *(
            (Component("in_step_band", Message("同步的容许差", "allowed for being in step"), band, "百分点"),)
            if relation is Comparator.ABOUT
            else ()
        ),
        *forecast,
    )
    return Standing(
        case.indicator.id,
        case.region,
        VERDICTS[int(verdict_of_holding(holds, newest >= case.target_year))],
        RELATIVE,
        Message(
            f"{first}—{newest}年平均{shown(mine_mean)}，参照{shown(their_mean)}，相差{shown(lead)}个百分点；目标：{words}。",
            f"{shown(mine_mean)} on average in {first}–{newest} against {shown(their_mean)}, a difference of "
            f"{shown(lead)} points; the target: {words}.",
        ),
        history[-1],
        mine_mean,
        Period.years(first, newest),
        their_mean,
        None,
        outlook,
        components,
        None,
        (),
        history,
        (*case.series.set_aside, *((o, MANY_YEARS) for o in case.series.totals)),
    )
