"""A target against another series: above it, below it, or in step with it."""

from __future__ import annotations

import math
import re

from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.goal import Goal
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding
from lantu.monitoring.printed import bracketed, computed, exact, shown
from lantu.monitoring.prospect import averaging
from lantu.monitoring.rules import RELATIVE
from lantu.monitoring.series import Series
from lantu.monitoring.standing import Component, Standing
from lantu.monitoring.units import POINTS, printed_unit, with_unit
from lantu.monitoring.wording import average_over
from lantu.plan.change_name import is_growth
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator
from lantu.plan.unit_kind import is_percentage

# Longer words first: 不低于 holds 低于.
_RELATIONS = (
    (re.compile(r"不低于|不慢于|不少于|not (?:below|less|slower)|at least"), Comparator.AT_LEAST),
    (re.compile(r"不高于|不超过|不快于|not (?:above|more|faster)|at most"), Comparator.AT_MOST),
    (re.compile(r"同步|持平|相当|一致|in step|in line|keep pace"), Comparator.ABOUT),
    (re.compile(r"高于|快于|超过|优于|好于|大于|above|higher|faster|exceed"), Comparator.ABOVE),
    (re.compile(r"低于|慢于|小于|below|lower|slower"), Comparator.BELOW),
)
_IN_STEP = (Comparator.ABOUT, Comparator.EQUAL)
_SIDES = {
    Comparator.ABOVE: (1.0, True),
    Comparator.AT_LEAST: (1.0, False),
    Comparator.BELOW: (-1.0, True),
    Comparator.AT_MOST: (-1.0, False),
}
NO_RELATION = Message(
    "看不出与参照是什么关系（高于、不低于、同步……）。请在目标一栏写明。",
    "The relation to the comparator is not clear (above, at least, in step …). Say it in the target.",
)
NOT_ALIKE = Message(
    "本指标与参照指标的单位不同，又推算不出增速，不能比较。",
    "The indicator and its comparator have different units and no growth to compare by.",
)


def judge(case: Case) -> Standing:
    """Return the standing of a relative target, from the years that both series have.

    Shares and rates are compared as they are; amounts by their yearly growth, never by their size.
    """
    target = case.indicator.target
    words = target.text.strip() or case.indicator.growth.text.strip()
    relation = _relation(case.indicator)
    if case.reference is None or case.reference_series is None:
        name = case.reference.name if case.reference else target.reference or words or "？"
        return case.not_assessed(
            RELATIVE, Message(f"没有参照“{name}”的数据。", f"There are no values of “{name}” to compare with.")
        )
    if relation not in _SIDES and relation not in _IN_STEP:
        return case.not_assessed(RELATIVE, NO_RELATION)
    by_growth = not (is_percentage(case.indicator.unit) and is_percentage(case.reference.unit))
    if by_growth and not (_has_growth(case.indicator) and _has_growth(case.reference)):
        return case.not_assessed(RELATIVE, NOT_ALIKE)
    mine = _values(case.indicator, case.series, by_growth, case.is_home)
    theirs = _values(case.reference, case.reference_series, by_growth, case.is_home)
    years = [year for year in mine if year in theirs and case.first_year <= year <= case.target_year]
    if not years:
        return case.not_assessed(RELATIVE, NO_DATA)
    unit = Message("%", "%") if by_growth else printed_unit(case.indicator.unit)
    return _standing(
        case, relation, words, [mine[year] for year in years], [theirs[year] for year in years], years, unit
    )


def _relation(indicator: Indicator) -> Comparator | None:
    words = indicator.target.text.strip() or indicator.growth.text.strip()
    return indicator.target.comparator or next((c for pattern, c in _RELATIONS if pattern.search(words)), None)


def relation_of(indicator: Indicator) -> tuple[float, bool, bool] | None:
    """Return the better side of a relative target (+1 above), whether being level is too little, whether it is in step.

    None where the words give no relation.
    """
    relation = _relation(indicator)
    if relation not in _SIDES and relation not in _IN_STEP:
        return None
    assert relation is not None
    return *_SIDES.get(relation, (1.0, False)), relation in _IN_STEP


def _has_growth(indicator: Indicator) -> bool:
    return not is_percentage(indicator.unit) or is_growth(indicator.name)


def _values(indicator: Indicator, series: Series, by_growth: bool, is_home: bool) -> dict[int, float]:
    """Values by year; of amounts, where growth is compared, the growth over the year before."""
    values = {o.period.last_year: o.value for o in series.yearly if o.value is not None}
    if not by_growth or is_percentage(indicator.unit):
        return values
    baseline = indicator.baseline
    if is_home and baseline.value is not None and baseline.period is not None:
        values.setdefault(baseline.period.last_year, baseline.value)
    return {
        year: 100 * (value / values[year - 1] - 1)
        for year, value in sorted(values.items())
        if values.get(year - 1, 0.0) > 0 and value > 0
    }


def _standing(
    case: Case,
    relation: Comparator,
    words: str,
    mine: list[float],
    theirs: list[float],
    years: list[int],
    unit: Message,
) -> Standing:
    assert case.reference is not None
    my_mean, their_mean = math.fsum(mine) / len(mine), math.fsum(theirs) / len(theirs)
    # Rounded to a millionth, so that 8.1 − 8.1 in another order of adding is still 0.
    lead = round(my_mean - their_mean, 6)
    band = case.verdicts["in_step_band"].value
    sign, strict = _SIDES.get(relation, (1.0, False))
    floor = -band if relation in _IN_STEP else 0.0
    goal = Goal(floor, sign, floor, strict)
    outlook, forecast = averaging(
        [a - b for a, b in zip(mine, theirs, strict=True)],
        goal,
        case.outlook["rate_spread"].value,
        case,
        case.years,
        (POINTS, POINTS),
        lead,
    )
    last = years[-1] >= case.target_year
    history = tuple(o for o in case.series.yearly if o.period.last_year in years)
    now, against = with_unit(shown(my_mean, 2), unit), with_unit(shown(their_mean, 2), unit)
    apart = with_unit(shown(lead, 2), POINTS)
    run = average_over(years[0], years[-1], now)
    return Standing(
        case.indicator.id,
        case.region,
        VERDICTS[int(verdict_of_holding(goal.met(lead), last))],
        RELATIVE,
        Message(
            f"{run.zh}，参照（{case.reference.name}）{against.zh}，相差{apart.zh}；目标是“{words}”。",
            f"{run.en}, against {against.en} for {case.reference.name}: a difference of {apart.en}; the target is "
            f"“{words}”.",
        ),
        history[-1],
        my_mean,
        Period.years(years[0], years[-1]),
        their_mean,
        None,
        outlook,
        (*_components(case, relation, mine, theirs, (my_mean, their_mean, lead), unit), *forecast),
        None,
        (),
        history,
        (*case.series.set_aside, *case.totals_aside()),
        case.notes(history),
        last,
    )


def _components(
    case: Case,
    relation: Comparator,
    mine: list[float],
    theirs: list[float],
    means: tuple[float, float, float],
    unit: Message,
) -> tuple[Component, ...]:
    assert case.reference is not None
    my_mean, their_mean, lead = means
    name = case.reference.name
    return (
        Component("yearly_values", Message("各年数值", "yearly values"), "; ".join(map(_said, mine)), unit),
        Component(
            "comparator_values", Message(f"参照：{name}", f"comparator: {name}"), "; ".join(map(_said, theirs)), unit
        ),
        Component("mean", Message("平均", "average"), my_mean, unit, _mean_of(mine)),
        Component("comparator_mean", Message("参照平均", "comparator's average"), their_mean, unit, _mean_of(theirs)),
        Component(
            "lead",
            Message("相差", "difference"),
            lead,
            POINTS,
            f"{computed(my_mean, 4)} − {bracketed(computed(their_mean, 4))}",
        ),
        *(
            (
                Component(
                    "in_step_band",
                    Message("“同步”的容许差", "allowed shortfall for being in step"),
                    case.verdicts["in_step_band"].value,
                    POINTS,
                ),
            )
            if relation in _IN_STEP
            else ()
        ),
    )


def _said(value: float) -> str:
    return exact(round(value, 4))


def _mean_of(values: list[float]) -> str:
    return f"({' + '.join(bracketed(_said(value)) for value in values)}) ÷ {len(values)}" if len(values) > 1 else ""
