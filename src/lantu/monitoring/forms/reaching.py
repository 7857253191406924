"""Yearly values between a base and a target: on the way to it, or keeping it where the base already has it."""

from __future__ import annotations

from lantu.monitoring.against_schedule import against_schedule
from lantu.monitoring.base import Base
from lantu.monitoring.case import Case
from lantu.monitoring.foretelling import heading
from lantu.monitoring.goal import Goal, about_note
from lantu.monitoring.kernels.path import share_due
from lantu.monitoring.kernels.progress import way_done
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding, verdict_on_the_way
from lantu.monitoring.printed import bracketed, computed, exact, percent, shown
from lantu.monitoring.rules import HOLD_LEVEL, on_the_way
from lantu.monitoring.standing import Component, Standing
from lantu.monitoring.units import with_unit
from lantu.monitoring.way import Way, share_words, way_of
from lantu.plan.message import Message
from lantu.plan.milestone import PathShape
from lantu.plan.observation import Observation
from lantu.plan.quantity import Comparator
from lantu.plan.verdict import Verdict

ONE_VALUE = Message(
    "没有基期值，又只有一年的数，看不出进展。", "There is no base and only one value, so no progress can be seen."
)


def reach_or_keep(
    case: Case,
    base: Base,
    target: float,
    history: tuple[Observation, ...],
    set_aside: tuple[tuple[Observation, Message], ...],
    *more: Message | None,
    comparator: Comparator | None = None,
) -> Standing:
    """Judge yearly values after a base against a target value; also serves bounds and totals of level series.

    more: notes to add. comparator: the target's own by default.
    """
    latest = history[-1]
    value, year = latest.value, latest.period.last_year
    assert value is not None
    goal, last = case.goal(target, base.value, comparator), year >= case.target_year
    met = goal.met(value)
    keeps = goal.met(base.value) or base.value == goal.value
    if base.first_value and year == base.year and not met and not last:
        return case.not_assessed(on_the_way(case.verdicts), ONE_VALUE)
    points = [(base.year, base.value)]
    points += [(o.period.last_year, o.value) for o in history if o.value is not None and o.period.last_year > base.year]
    years = case.target_year - base.year
    outlook, forecast = heading(points, goal, case)
    ahead = case.target_year - year
    outside = goal.firm and goal.passes_far_end(value)
    nearest = goal.far_end if outside and goal.far_end is not None else goal.enough
    needed = (nearest - value) / ahead if ahead > 0 and not met else None
    holding = keeps or not years
    way = None if holding else way_of(case, base.year, base.value, goal.value)
    notes = case.notes(
        history,
        base.moved,
        None if way is None else way.note,
        *more,
        about_note(goal, with_unit(computed(goal.enough, case.places), case.unit)),
        _past_range(goal, value, case),
    )
    given = _given(case, base, value, year, goal) + _needed(case, nearest, value, ahead, needed)
    share: float | None = None
    if way is None:
        # "More than the base" is no way to go: standing at the base is not yet behind.
        stands = not last and base.value == goal.value == value
        verdict = VERDICTS[int(verdict_of_holding(met or stands, last))]
        computed_from: tuple[Component, ...] = ()
        progress, expected = None, goal.value
        path: tuple[tuple[float, float], ...] = (
            (float(base.year), goal.value),
            (float(case.target_year), goal.value),
        )
        reason, rule = _kept(case, goal, value, year, met or stands), HOLD_LEVEL
    else:
        expected = way.due(year)
        share = float(way_done(base.value, goal.value, expected))
        progress = float(way_done(base.value, goal.value, value))
        slack = min(case.rounding, case.verdicts["rounding_limit"].value * abs(goal.value - base.value))
        verdict = VERDICTS[
            int(
                verdict_on_the_way(
                    progress,
                    share,
                    met,
                    last,
                    (expected - value) * goal.sign <= slack + 1e-12,
                    case.verdicts["ahead_band"].value,
                    case.verdicts["lagging_band"].value,
                )
            )
        ]
        if outside:
            verdict = Verdict.LAGGING
        path = way.drawn()
        computed_from = _computed(case, base, value, year, goal, way, share, progress, slack)
        reason, rule = _reached(case, goal, value, expected, year, met, last), on_the_way(case.verdicts)
    return Standing(
        case.indicator.id,
        case.region,
        verdict,
        rule,
        reason,
        latest,
        value,
        latest.period,
        expected,
        progress,
        outlook,
        given + computed_from + forecast,
        needed,
        path,
        history,
        set_aside,
        notes,
        last,
        share,
    )


def _given(case: Case, base: Base, value: float, year: int, goal: Goal) -> tuple[Component, ...]:
    unit, end = case.unit, case.target_year
    return (
        Component("base", Message(f"基期值（{base.year}年）", f"base ({base.year})"), base.value, unit),
        Component("value", Message(f"最新值（{year}年）", f"latest value ({year})"), value, unit),
        Component("target", Message(f"目标值（{end}年）", f"target ({end})"), goal.value, unit),
    )


def _needed(case: Case, nearest: float, value: float, ahead: int, needed: float | None) -> tuple[Component, ...]:
    if needed is None:
        return ()
    return (
        Component(
            "needed_change",
            Message("今后年均尚需变动", "change still needed a year"),
            needed,
            case.change_unit,
            f"({exact(nearest)} − {bracketed(exact(value))}) ÷ {ahead}",
        ),
    )


def _computed(
    case: Case,
    base: Base,
    value: float,
    year: int,
    goal: Goal,
    way: Way,
    share: float,
    progress: float,
    slack: float,
) -> tuple[Component, ...]:
    whole = f"({exact(goal.value)} − {bracketed(exact(base.value))})"
    passed, due = float(share_due(base.year, case.target_year, year)), way.due(year)
    even = way.shape is PathShape.LINEAR and not way.official
    return (
        Component(
            "elapsed",
            Message("时间进度", "time passed"),
            passed,
            working=f"({year} − {base.year}) ÷ ({case.target_year} − {base.year}) = {percent(passed)}",
        ),
        Component("expected", Message("时序应到值", "due by then"), due, case.unit, way.working(year)),
        *(
            ()
            if even
            else (
                Component(
                    "share_due",
                    Message("应完成进度", "progress due"),
                    share,
                    working=f"{share_words(due, base.value, goal.value)} = {percent(share)}",
                ),
            )
        ),
        Component(
            "progress",
            Message("完成进度", "progress"),
            progress,
            working=f"({exact(value)} − {bracketed(exact(base.value))}) ÷ {whole} = {percent(progress)}",
        ),
        *against_schedule(progress, share, slack, case.change_unit),
    )


def _past_range(goal: Goal, value: float, case: Case) -> Message | None:
    if goal.far_end is None or not goal.passes_far_end(value):
        return None
    end = with_unit(exact(goal.far_end), case.unit)
    return Message(f"已越过目标区间的另一端{end.zh}", f"the far end of the target's range, {end.en}, is passed")


def _kept(case: Case, goal: Goal, value: float, year: int, met: bool) -> Message:
    now, kept = with_unit(exact(value), case.unit), with_unit(exact(goal.value), case.unit)
    if met:
        return Message(
            f"{year}年为{now.zh}，保持了目标{kept.zh}。", f"{now.en} in {year}: the target of {kept.en} is kept."
        )
    return Message(
        f"{year}年为{now.zh}，没有保持目标{kept.zh}。", f"{now.en} in {year}: the target of {kept.en} is not kept."
    )


def _reached(case: Case, goal: Goal, value: float, due: float, year: int, met: bool, last: bool) -> Message:
    now, aim = with_unit(exact(value), case.unit), with_unit(shown(goal.value, case.places), case.unit)
    if met:
        return Message(
            f"{year}年为{now.zh}，已达到目标{aim.zh}。", f"{now.en} in {year}: the target of {aim.en} is reached."
        )
    if last:
        return Message(
            f"{year}年为{now.zh}，没有达到目标{aim.zh}。", f"{now.en} in {year}: short of the target of {aim.en}."
        )
    by_now = with_unit(shown(due, case.places - 1), case.unit)
    return Message(
        f"{year}年为{now.zh}，按时序应到{by_now.zh}；目标是{case.target_year}年{aim.zh}。",
        f"{now.en} in {year}, against {by_now.en} due by then; the target is {aim.en} in {case.target_year}.",
    )
