"""A total over the period against the share of the period that has passed."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.monitoring.against_schedule import against_schedule
from lantu.monitoring.case import Case
from lantu.monitoring.goal import Goal, about_note
from lantu.monitoring.kernels.path import share_due
from lantu.monitoring.kernels.verdict import VERDICTS, verdict_of_holding, verdict_on_the_way
from lantu.monitoring.printed import bracketed, computed, decimals_in, exact, percent, shown
from lantu.monitoring.prospect import walking
from lantu.monitoring.rules import total_on_schedule, total_under_ceiling
from lantu.monitoring.standing import Component, Standing
from lantu.monitoring.units import with_unit
from lantu.monitoring.way import Way, way_of
from lantu.monitoring.wording import years_of
from lantu.plan.change_name import is_cut
from lantu.plan.message import Message
from lantu.plan.milestone import PathShape
from lantu.plan.observation import Observation
from lantu.plan.period import Period


@dataclass(frozen=True, slots=True)
class Total:
    """The total as it grew: (year, total since the plan began), the observations behind it, how it was added up."""

    values: tuple[tuple[int, float], ...]
    history: tuple[Observation, ...]
    set_aside: tuple[tuple[Observation, Message], ...]
    note: Message | None = None
    working: str = ""


def on_schedule(case: Case, target: float, total: Total) -> Standing:
    """Judge a total over the period against an even schedule."""
    year, value = total.values[-1]
    start, end = case.first_year - 1, case.target_year
    goal = _goal(case, target)
    capped = goal.sign < 0 < goal.value
    way = way_of(case, start, 0.0, goal.value)
    due, last, met = way.due(year), year >= end, goal.met(value)
    share = due / goal.value if goal.value else float(share_due(start, end, year))
    progress = value / goal.value if goal.value else float("nan")
    outlook, forecast = walking(((start, 0.0), *total.values), goal, goal.value / max(end - start, 1), case)
    slack = min(case.rounding, case.verdicts["rounding_limit"].value * abs(goal.value))
    ahead, lagging = case.verdicts["ahead_band"].value, case.verdicts["lagging_band"].value
    within = (due - value) * goal.sign <= slack + 1e-12
    rule = total_under_ceiling(case.verdicts) if capped else total_on_schedule(case.verdicts)
    if not goal.value:
        # Nothing may be added in all: the total holds that or does not.
        verdict = VERDICTS[int(verdict_of_holding(met, last))]
    elif capped:
        verdict = VERDICTS[int(verdict_on_the_way(-progress, -share, met and last, last, within, ahead, lagging))]
    else:
        verdict = VERDICTS[int(verdict_on_the_way(progress, share, met, last, within, ahead, lagging))]
    left = end - year
    needed = (goal.enough - value) / left if left > 0 and not met and not capped else None
    return Standing(
        case.indicator.id,
        case.region,
        verdict,
        rule,
        _reason(case, goal, year, value, due, last),
        total.history[-1],
        value,
        Period.years(case.first_year, year),
        due,
        None if progress != progress else progress,
        outlook,
        _components(case, goal, total, way, share, progress, slack, needed) + forecast,
        needed,
        way.drawn(),
        total.history,
        total.set_aside,
        case.notes(
            total.history,
            total.note,
            way.note,
            about_note(goal, with_unit(computed(goal.enough, case.places), case.unit)),
        ),
        last,
        None if capped or progress != progress else share,
    )


def _goal(case: Case, target: float) -> Goal:
    comparator = case.indicator.target.comparator
    if case.indicator.target.value is None:
        comparator = case.indicator.growth.comparator or comparator
    goal = case.goal(target, None, comparator)
    if comparator is None and not is_cut(case.indicator.name):
        # A plain total is an amount to complete, whichever way the figure behind it moves.
        return Goal(target, -1.0 if target < 0 else 1.0, target)
    return goal


def _components(
    case: Case,
    goal: Goal,
    total: Total,
    way: Way,
    share: float,
    progress: float,
    slack: float,
    needed: float | None,
) -> tuple[Component, ...]:
    year, value = total.values[-1]
    start, end, unit = case.first_year - 1, case.target_year, case.unit
    so_far, whole = years_of(case.first_year, year), years_of(case.first_year, end)
    said, aim = _said(value), exact(goal.value)
    # A sum or a chain of yearly figures, in the unit of the figures: chained shares come out as shares of one.
    parts = [
        Component("total", Message(f"{so_far.zh}累计", f"total {so_far.en}"), value, unit, total.working),
        Component("target", Message(f"目标（{whole.zh}累计）", f"target (total {whole.en})"), goal.value, unit),
    ]
    if needed is not None:
        parts.append(
            Component(
                "needed_average",
                Message("其余各年年均尚需", "still needed a year"),
                needed,
                case.change_unit,
                f"({exact(goal.enough)} − {bracketed(said)}) ÷ {end - year}",
            )
        )
    if not goal.value:
        return tuple(parts)
    passed, elapsed, due = f"{year - start} ÷ {end - start}", float(share_due(start, end, year)), way.due(year)
    even = way.shape is PathShape.LINEAR and not way.official
    how = f"{aim} × {passed}" if even else way.working(year)
    parts += [
        Component("elapsed", Message("时间进度", "time passed"), elapsed, working=f"{passed} = {percent(elapsed)}"),
        Component("expected", Message("时序应完成", "due by then"), due, unit, how),
        Component(
            "progress",
            Message("完成进度", "progress"),
            progress,
            working=f"{said} ÷ {bracketed(aim)} = {percent(progress)}",
        ),
        *against_schedule(progress, share, slack, case.change_unit),
    ]
    return tuple(parts)


def _said(value: float) -> str:
    return exact(value) if decimals_in(value) <= 4 else computed(value, 4)


def _reason(case: Case, goal: Goal, year: int, value: float, due: float, last: bool) -> Message:
    places = case.places - 1
    run, now = years_of(case.first_year, year), with_unit(shown(value, case.places - 1), case.unit)
    aim, by_now = with_unit(exact(goal.value), case.unit), with_unit(shown(due, places), case.unit)
    if last:
        done = goal.met(value)
        return Message(
            f"{run.zh}累计{now.zh}，{'完成了' if done else '没有完成'}目标{aim.zh}。",
            f"{now.en} in {run.en}: the target of {aim.en} is {'met' if done else 'not met'}.",
        )
    if goal.sign < 0 < goal.value:
        return Message(
            f"{run.zh}累计{now.zh}，按时序可到{by_now.zh}；上限是到{case.target_year}年累计{aim.zh}。",
            f"{now.en} in {run.en}, {by_now.en} allowed by then; the ceiling by {case.target_year} is {aim.en}.",
        )
    return Message(
        f"{run.zh}累计{now.zh}，按时序应为{by_now.zh}；目标是到{case.target_year}年累计{aim.zh}。",
        f"{now.en} in {run.en}, against {by_now.en} due by then; the target is {aim.en} by {case.target_year}.",
    )
