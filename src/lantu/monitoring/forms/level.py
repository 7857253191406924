"""A level to reach in the target year, or to keep where the base already has it."""

from __future__ import annotations

from lantu.monitoring.base import Base, after_base, base_of
from lantu.monitoring.case import NO_DATA, Case
from lantu.monitoring.forms.words import judge as judge_words
from lantu.monitoring.kernels.path import share_due, value_due
from lantu.monitoring.kernels.progress import is_met, way_done
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding, verdict_on_the_way
from lantu.monitoring.printed import bracketed, percent, shown
from lantu.monitoring.prospect import walking
from lantu.monitoring.rules import HOLD_LEVEL, on_the_way
from lantu.monitoring.standing import Component, Standing
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.verdict import Verdict


def judge(case: Case) -> Standing:
    """Return the standing of a level target."""
    target = case.indicator.target.value
    if target is None:
        return judge_words(case)
    rule = on_the_way(case.verdicts)
    base = base_of(case.indicator, case.series, case.first_year)
    history, series = after_base(base, case.series, case.first_year)
    if not history:
        return case.not_assessed(rule, NO_DATA)
    if base is None:
        first = history[0]
        assert first.value is not None
        base = Base(
            first.value,
            first.period.last_year,
            Message(
                f"规划没有基期，从{first.period.last_year}年的{shown(first.value)}算起",
                f"the plan gives no base; counted from {shown(first.value)} of {first.period.last_year}",
            ),
        )
    return reach_or_keep(case, base, target, history, series.set_aside)


def reach_or_keep(
    case: Case,
    base: Base,
    target: float,
    history: tuple[Observation, ...],
    set_aside: tuple[tuple[Observation, Message], ...],
) -> Standing:
    """Judge yearly values after a base against a target value; also serves bounds and totals of level series."""
    latest = history[-1]
    value, year = latest.value, latest.period.last_year
    assert value is not None
    sign, last = case.sign(base.value), year >= case.target_year
    met = bool(is_met(value, target, sign, case.strict))
    share = float(share_due(base.year, case.target_year, year))
    due = float(value_due(base.value, target, share))
    keep = bool(is_met(base.value, target, sign, case.strict))
    points = [(float(base.year), base.value)]
    points += [
        (float(o.period.last_year), o.value) for o in history if o.value is not None and o.period.last_year > base.year
    ]
    years = case.target_year - base.year
    planned = (target - base.value) / years if years > 0 else 0.0
    outlook, forecast = walking(points, target, case.target_year, sign, planned, case.unit, case.outlook)
    ahead = case.target_year - year
    needed = (target - value) / ahead if ahead > 0 and not met else None
    unit = case.unit
    given = (
        Component("base", Message(f"基期（{base.year}年）", f"base ({base.year})"), base.value, unit),
        Component("value", Message(f"最新（{year}年）", f"latest ({year})"), value, unit),
        Component("target", Message(f"目标（{case.target_year}年）", f"target ({case.target_year})"), target, unit),
    )
    notes = (base.moved,) if base.moved else ()
    if keep:
        verdict = VERDICTS[int(verdict_of_holding(met, last))]
        return Standing(
            case.indicator.id,
            case.region,
            verdict,
            HOLD_LEVEL,
            _kept(value, target, year, met),
            latest,
            value,
            latest.period,
            target,
            None,
            outlook,
            given + forecast,
            needed,
            ((float(base.year), target), (float(case.target_year), target)),
            history,
            set_aside,
            notes,
        )
    progress = float(way_done(base.value, target, value))
    within_rounding = (due - value) * sign <= case.rounding + 1e-12
    verdict = VERDICTS[
        int(
            verdict_on_the_way(
                progress,
                share,
                met,
                last,
                within_rounding,
                case.verdicts["ahead_band"].value,
                case.verdicts["lagging_band"].value,
            )
        )
    ]
    if verdict is Verdict.NOT_ASSESSED:
        return case.not_assessed(on_the_way(case.verdicts), Message("只知道基期值", "only the base is known"))
    span = f"{shown(target)} − {bracketed(base.value)}"
    computed = (
        Component(
            "elapsed",
            Message("时间过了", "time passed"),
            share,
            "",
            f"({year} − {base.year}) ÷ ({case.target_year} − {base.year}) = {percent(share)}",
        ),
        Component(
            "expected",
            Message("应到值", "due by then"),
            due,
            unit,
            f"{shown(base.value)} + ({span}) × {percent(share)}",
        ),
        Component(
            "progress",
            Message("完成度", "progress"),
            progress,
            "",
            f"({shown(value)} − {bracketed(base.value)}) ÷ ({span}) = {percent(progress)}",
        ),
        Component(
            "gap",
            Message("比时序", "against the schedule"),
            100 * (progress - share),
            "百分点",
            f"{percent(progress)} − {percent(share)}",
        ),
        Component("rounding", Message("印出末位的一半", "half a printed digit"), case.rounding, unit),
    )
    return Standing(
        case.indicator.id,
        case.region,
        verdict,
        on_the_way(case.verdicts),
        _reached(value, due, target, year, met, unit),
        latest,
        value,
        latest.period,
        due,
        progress,
        outlook,
        given + computed + forecast,
        needed,
        ((float(base.year), base.value), (float(case.target_year), target)),
        history,
        set_aside,
        notes,
    )


def _kept(value: float, target: float, year: int, met: bool) -> Message:
    if met:
        return Message(
            f"{year}年为{shown(value)}，守住了{shown(target)}。", f"{shown(value)} in {year} keeps {shown(target)}."
        )
    return Message(
        f"{year}年为{shown(value)}，没有守住{shown(target)}。",
        f"{shown(value)} in {year} does not keep {shown(target)}.",
    )


def _reached(value: float, due: float, target: float, year: int, met: bool, unit: str) -> Message:
    if met:
        return Message(
            f"{year}年为{shown(value)}{unit}，已达到目标{shown(target)}。",
            f"{shown(value)} in {year} has reached the target of {shown(target)}.",
        )
    return Message(
        f"{year}年为{shown(value)}{unit}，按时序应到{shown(due)}，目标{shown(target)}。",
        f"{shown(value)} in {year}; {shown(due)} was due, the target is {shown(target)}.",
    )
