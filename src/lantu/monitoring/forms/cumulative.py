"""A change over the whole period: official totals, else levels from their base, else yearly figures added up."""

from __future__ import annotations

import math

from lantu.monitoring.base import Base, after_base, base_of
from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.forms.reaching import reach_or_keep
from lantu.monitoring.forms.scheduled import Total, on_schedule
from lantu.monitoring.forms.words import judge as judge_words
from lantu.monitoring.kernels.progress import total_cut, total_growth
from lantu.monitoring.measured import is_yearly_amount
from lantu.monitoring.printed import exact, shown
from lantu.monitoring.rules import total_on_schedule
from lantu.monitoring.series import BEFORE_PLAN, ONE_YEAR, OTHER_START
from lantu.monitoring.standing import Standing
from lantu.plan.change_name import is_change, is_cut
from lantu.plan.indicator import Direction
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.quantity import Comparator
from lantu.plan.status import is_of_one_year, is_total
from lantu.plan.unit_kind import is_percentage

GAPS = Message(
    "没有官方累计数，各年数又不连续，不作推算。",
    "There is no official total, and the yearly figures have gaps, so none is worked out.",
)
UNCLEAR = Message(
    "看不出这些数是当年数还是水平值。请在观测值的状态一栏写明“当年”或“累计”，或补上基期值。",
    "It is not clear whether these are yearly figures or levels. Write “annual” or “cumulative” as their status, or "
    "add a base.",
)


def judge(case: Case) -> Standing:
    """Return the standing of a total: the best source that is there, never two mixed."""
    indicator = case.indicator
    target = indicator.target.value if indicator.target.value is not None else indicator.growth.value
    if target is None:
        return judge_words(case)
    totals = [o for o in case.series.totals if o.period.first_year == case.first_year]
    totals += [o for o in case.series.yearly if is_total(o) and o.period.last_year >= case.first_year]
    if totals:
        return _from_totals(case, target, sorted(totals, key=lambda o: o.period))
    base = base_of(case)
    history, series = after_base(base, case)
    aside = (*series.set_aside, *((o, OTHER_START) for o in series.totals))
    if not history:
        return case.not_assessed(total_on_schedule(case.verdicts), NO_DATA)
    one_year = is_yearly_amount(indicator) or is_change(indicator.name) or any(is_of_one_year(o) for o in history)
    if base is not None and not one_year:
        return _from_level(case, base, target, history, aside)
    if not one_year:
        return case.not_assessed(total_on_schedule(case.verdicts), UNCLEAR)
    within = [o for o in history if o.period.last_year >= case.first_year]
    early = tuple((o, BEFORE_PLAN) for o in history if o not in within)
    return _from_years(case, target, within, (*aside, *early))


def _from_level(
    case: Case,
    base: Base,
    target: float,
    history: tuple[Observation, ...],
    aside: tuple[tuple[Observation, Message], ...],
) -> Standing:
    """Count a level series from its base: a target in per cent of an amount is a share of the base."""
    indicator = case.indicator
    falls = indicator.target.comparator is Comparator.DECREASE_BY or (
        indicator.direction is Direction.DECREASE and target > 0
    )
    change, said = (-target if falls else target), exact(target)
    text = indicator.target.text if indicator.target.value is not None else indicator.growth.text
    if not is_percentage(indicator.unit) and ("%" in text or "％" in text):
        change, said = base.value * change / 100, f"{exact(target)}%"
    level = round(base.value + change, 10)
    note = Message(
        f"目标是累计变化{said}：由{exact(base.value)}到{shown(level, case.places)}",
        f"the target is a change of {said} in all: from {exact(base.value)} to {shown(level, case.places)}",
    )
    return reach_or_keep(case, base, level, history, aside, note)


def _from_totals(case: Case, target: float, totals: list[Observation]) -> Standing:
    other = [(o, OTHER_START) for o in case.series.totals if o not in totals]
    yearly = [(o, ONE_YEAR) for o in case.series.yearly if o not in totals]
    values = tuple((o.period.last_year, o.value) for o in totals if o.value is not None)
    return on_schedule(case, target, Total(values, tuple(totals), (*case.series.set_aside, *other, *yearly)))


def _from_years(
    case: Case, target: float, years: list[Observation], aside: tuple[tuple[Observation, Message], ...]
) -> Standing:
    """Add up yearly amounts, or chain yearly percentages, where no official total exists, and say so."""
    rule = total_on_schedule(case.verdicts)
    if not years:
        return case.not_assessed(rule, NO_DATA)
    if [o.period.last_year for o in years] != list(range(case.first_year, case.first_year + len(years))):
        return case.not_assessed(rule, GAPS)
    values = [o.value for o in years if o.value is not None]
    chained, cut = is_percentage(case.indicator.unit), is_cut(case.indicator.name)
    if not chained:
        totals = [math.fsum(values[: count + 1]) for count in range(len(values))]
        working = " + ".join(exact(value) for value in values)
        how = Message("各年数相加", "added up from yearly figures")
    else:
        chain = total_cut if cut else total_growth
        totals = [float(chain(values[: count + 1])) for count in range(len(values))]
        sign = "−" if cut else "+"
        product = " × ".join(f"(1 {sign} {exact(value)}%)" for value in values)
        working = f"1 − {product}" if cut else f"{product} − 1"
        how = Message("各年数连乘推算", "chained from yearly figures")
    result = shown(totals[-1], case.places)
    note = Message(
        f"没有官方累计数，由{how.zh}：{working} = {result}{'%' if chained else ''}",
        f"there is no official total; it is {how.en}: {working} = {result}{'%' if chained else ''}",
    )
    pairs = tuple((o.period.last_year, total) for o, total in zip(years, totals, strict=True))
    return on_schedule(case, target, Total(pairs, tuple(years), aside, note, working))
