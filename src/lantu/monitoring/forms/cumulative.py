"""A change over the whole period: official totals, else a level series counted from its base, else yearly cuts."""

from __future__ import annotations

from dataclasses import replace

from lantu.monitoring.base import after_base, base_of
from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.forms.level import reach_or_keep
from lantu.monitoring.forms.words import judge as judge_words
from lantu.monitoring.kernels.path import share_due
from lantu.monitoring.kernels.progress import is_met, total_cut
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_on_the_way
from lantu.monitoring.printed import percent, shown
from lantu.monitoring.prospect import walking
from lantu.monitoring.rules import total_on_schedule
from lantu.monitoring.series import ONE_YEAR
from lantu.monitoring.standing import Component, Standing
from lantu.monitoring.status import is_of_one_year
from lantu.plan.indicator import Direction
from lantu.plan.message import Message
from lantu.plan.observation import Observation


def judge(case: Case) -> Standing:
    """Return the standing of a total: the best source that is there, never two mixed."""
    indicator = case.indicator
    target = indicator.target.value if indicator.target.value is not None else indicator.growth.value
    if target is None:
        return judge_words(case)
    totals = [o for o in case.series.totals if o.period.first_year == case.first_year]
    if totals:
        return _from_totals(case, target, totals)
    base = base_of(indicator, case.series, case.first_year)
    history, series = after_base(base, case.series, case.first_year)
    if base is not None and history and not any(is_of_one_year(o) for o in history):
        change = -target if indicator.direction is Direction.DECREASE else target
        standing = reach_or_keep(case, base, base.value + change, history, series.set_aside)
        return replace(
            standing,
            notes=(
                *standing.notes,
                Message(
                    f"目标是累计变化{shown(change)}：由{shown(base.value)}到{shown(base.value + change)}",
                    f"the target is a change of {shown(change)}: "
                    f"from {shown(base.value)} to {shown(base.value + change)}",
                ),
            ),
        )
    rates = {o.period.last_year: o for o in history if o.value is not None and o.period.last_year >= case.first_year}
    if rates and sorted(rates) == list(range(case.first_year, case.first_year + len(rates))):
        return _from_yearly_cuts(case, target, [rates[year] for year in sorted(rates)])
    return case.not_assessed(
        total_on_schedule(case.verdicts),
        NO_DATA
        if not rates
        else Message("没有官方累计数，各年数又不连续", "no official total, and the yearly figures have gaps"),
    )


def _from_totals(case: Case, target: float, totals: list[Observation]) -> Standing:
    latest = totals[-1]
    assert latest.value is not None
    aside = [*case.series.set_aside, *((o, ONE_YEAR) for o in case.series.yearly)]
    points = [(float(case.first_year - 1), 0.0)]
    points += [(float(o.period.last_year), o.value) for o in totals if o.value is not None]
    return _on_schedule(case, target, latest.value, latest, points, tuple(totals), tuple(aside), ())


def _from_yearly_cuts(case: Case, target: float, years: list[Observation]) -> Standing:
    """Chain yearly percentages where no official total exists, and say so."""
    values = [o.value for o in years if o.value is not None]
    chained = [float(total_cut(values[: count + 1])) for count in range(len(values))]
    points = [(float(case.first_year - 1), 0.0)]
    points += [(float(o.period.last_year), total) for o, total in zip(years, chained, strict=True)]
    working = "1 − " + " × ".join(f"(1 − {shown(value)}%)" for value in values)
    note = Message(
        f"没有官方累计数，由各年数连乘推算：{working} = {shown(chained[-1])}",
        f"no official total; chained from yearly figures: {working} = {shown(chained[-1])}",
    )
    return _on_schedule(case, target, chained[-1], years[-1], points, tuple(years), case.series.set_aside, (note,))


def _on_schedule(
    case: Case,
    target: float,
    value: float,
    latest: Observation,
    points: list[tuple[float, float]],
    history: tuple[Observation, ...],
    set_aside: tuple[tuple[Observation, Message], ...],
    notes: tuple[Message, ...],
) -> Standing:
    rule = total_on_schedule(case.verdicts)
    start, end, year = case.first_year - 1, case.target_year, latest.period.last_year
    share = float(share_due(start, end, year))
    due, sign = target * share, -1.0 if target < 0 else 1.0
    progress = value / target if target else float("nan")
    met, last = bool(is_met(value, target, sign, case.strict)), year >= end
    within_rounding = (due - value) * sign <= case.rounding + 1e-12
    code = verdict_on_the_way(
        progress,
        share,
        met,
        last,
        within_rounding,
        case.verdicts["ahead_band"].value,
        case.verdicts["lagging_band"].value,
    )
    outlook, forecast = walking(points, target, end, sign, target / max(end - start, 1), case.unit, case.outlook)
    left = end - year
    unit = case.unit
    components = (
        Component("total", Message(f"{case.first_year}—{year}年累计", f"total {case.first_year}–{year}"), value, unit),
        Component(
            "target", Message(f"目标（{case.first_year}—{end}年）", f"target ({case.first_year}–{end})"), target, unit
        ),
        Component(
            "elapsed",
            Message("时间过了", "time passed"),
            share,
            "",
            f"{year - start} ÷ {end - start} = {percent(share)}",
        ),
        Component("expected", Message("应完成", "due by then"), due, unit, f"{shown(target)} × {percent(share)}"),
        Component(
            "progress",
            Message("完成度", "progress"),
            progress,
            "",
            f"{shown(value)} ÷ {shown(target)} = {percent(progress)}" if target else "",
        ),
        Component(
            "gap",
            Message("比时序", "against the schedule"),
            100 * (progress - share),
            "百分点",
            f"{percent(progress)} − {percent(share)}" if target else "",
        ),
        Component("rounding", Message("印出末位的一半", "half a printed digit"), case.rounding, unit),
        *forecast,
    )
    return Standing(
        case.indicator.id,
        case.region,
        VERDICTS[int(code)],
        rule,
        Message(
            f"{case.first_year}—{year}年累计{shown(value)}{unit}，按时序应完成{shown(due)}，目标{shown(target)}。",
            f"{shown(value)} in {case.first_year}–{year}; {shown(due)} was due, the target is {shown(target)}.",
        ),
        latest,
        value,
        latest.period,
        due,
        None if progress != progress else progress,
        outlook,
        components,
        (target - value) / left if left > 0 and not met else None,
        ((float(start), 0.0), (float(end), target)),
        history,
        set_aside,
        notes,
    )
