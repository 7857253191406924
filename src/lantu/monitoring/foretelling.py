"""The outlook of a level or an average rate: where the whole history leads, and the arithmetic of it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lantu.monitoring.case import Case
from lantu.monitoring.chances import settings_from
from lantu.monitoring.goal import Goal
from lantu.monitoring.growth import Growth
from lantu.monitoring.kernels.distribution import (
    Distribution,
    Evidence,
    Kind,
    Settings,
    distribution,
    gather,
    kind_of,
    scaled,
    unscaled,
)  # fmt: skip
from lantu.monitoring.kernels.forecast import chance_of, reach
from lantu.monitoring.measured import is_intensive, is_part_of_a_whole
from lantu.monitoring.nowcast import Nowcast, nowcast
from lantu.monitoring.printed import bracketed, chance, computed, exact
from lantu.monitoring.prospect import Prospect
from lantu.monitoring.standing import Component, Standing
from lantu.monitoring.units import NO_UNIT
from lantu.plan.message import Message
from lantu.plan.status import is_total, moves_base
from lantu.plan.verdict import Outlook

METHOD = "阻尼趋势与漂移加权，区间按历史回测校准 / damped trend and drift, weighed; interval calibrated on back-tests"
_LEVELS = {
    Kind.AMOUNT: Message("对数", "logarithm"),
    Kind.SHARE: Message("比率对数", "log odds"),
    Kind.NUMBER: Message("数值÷平均大小", "value ÷ mean size"),
}


@dataclass(frozen=True, slots=True)
class _Question:
    """A series with its target and what it takes to tell of both in the reader's unit.

    mirror: -1 where all values are below zero and are worked on as amounts, else 1. least: the spread of single years
    assumed besides, in the unit of the series. said: a value of the series as it is shown, with `unit`. running: the
    year still open, where a part of it is known; the points then end with what it is heading for. unsure: how much of
    a year is still open in it.
    """

    points: tuple[tuple[int, float], ...]
    ahead: int
    kind: Kind
    settings: Settings
    goal: Goal
    target: float
    far_end: float | None
    least: float
    said: Callable[[float], float]
    unit: Message
    mirror: float = 1.0
    running: Nowcast | None = None
    unsure: float = 0.0


def heading(points: Sequence[tuple[int, float]], goal: Goal, case: Case) -> Prospect:
    """Return the outlook of a level, and its components.

    points: (year, value) from the base on, oldest first; the years before it that compare are taken from the case.
    None with fewer than two points: one value says nothing of change. No components once the target year has its value.
    The target moves neither centre nor spread, so that a harder one is never likelier.
    """
    last, value = points[-1]
    ahead = case.target_year - last
    history = (*_before(points[0][0], case), *points)
    if len(history) < 2:
        return None, ()
    if ahead <= 0:
        return Outlook(1.0 if goal.met(value) else 0.0, value, value, METHOD), ()
    values = [known for _, known in history]
    mirror = -1.0 if max(values) < 0 else 1.0
    whole = is_part_of_a_whole(case.indicator) and 0 <= goal.value <= 100 and case.reference is None
    kind = kind_of([mirror * known for known in values], whole)
    running = nowcast(case, last, value, kind is Kind.AMOUNT) if mirror > 0 else None
    unsure = 0.0
    if running is not None and kind_of([running.value], whole) is kind:
        history, ahead = (*history, (running.year, running.value)), ahead - 1
        unsure = (1 - case.outlook["part_trust"].value * running.share) ** 2
    else:
        running = None
    question = _Question(
        history, ahead, kind, settings_from(case.outlook, is_intensive(case.indicator)), goal, goal.enough,
        goal.far_end if goal.firm else None, case.rounding,
        lambda shown: min(max(shown, 0.0), 100.0) if whole else shown, case.unit, mirror, running, unsure,
    )  # fmt: skip
    return _told(question, case)


def before_any_year(standing: Standing, prospect: Prospect | None) -> Standing:
    """Return what cannot be judged yet with the outlook that the years before the plan already give."""
    outlook, components = prospect or (None, ())
    return replace(standing, outlook=outlook, components=components)


def compounding(growth: Growth, goal: Goal, case: Case, unit: Message) -> Prospect | None:
    """Return the outlook of an average rate, from the index that the yearly rates compound to, and its components.

    None where no index can be formed: years without a rate between others, or rates of -100 % or less.
    """
    if sum(growth.lengths) != growth.last_year - growth.base_year or goal.enough <= -100:
        return None
    index, year = 100.0, growth.base_year
    points = [(year, index)]
    for rate, length in zip(growth.rates, growth.lengths, strict=True):
        if rate <= -100:
            return None
        year, index = year + length, index * (1 + rate / 100) ** length
        points.append((year, index))
    years = case.target_year - growth.base_year
    ahead = case.target_year - year
    if ahead <= 0:
        return Outlook(1.0 if goal.met(growth.mean) else 0.0, growth.mean, growth.mean, METHOD), ()
    if not all(math.isfinite(value) and value > 0 for _, value in points):
        return None
    history = (*_index_before(growth, case), *points)
    question = _Question(
        history, ahead, Kind.AMOUNT, settings_from(case.outlook), goal, _compounded(goal.enough, years),
        _compounded(goal.far_end, years) if goal.firm and goal.far_end is not None else None,
        case.outlook["rate_spread"].value, lambda shown: 100 * ((max(shown, 0.0) / 100) ** (1 / years) - 1), unit,
    )  # fmt: skip
    return _told(question, case)


def _compounded(rate: float, years: int) -> float:
    """What 100 grows to at a yearly rate in per cent; 0 where nothing is left."""
    return 100 * math.exp(min(years * math.log1p(rate / 100), 600.0)) if rate > -100 else 0.0


def _before(start: int, case: Case) -> tuple[tuple[int, float], ...]:
    """The years before the base that compare with it: none across a census or a rebasing."""
    earlier = [o for o in case.series.yearly if o.period.last_year <= start]
    breaks = [o.period.last_year for o in earlier if moves_base(o)]
    since = max(breaks, default=-math.inf)
    return tuple(
        (o.period.last_year, o.value)
        for o in earlier
        if o.value is not None and since <= o.period.last_year < start and not is_total(o)
    )


def _index_before(growth: Growth, case: Case) -> tuple[tuple[int, float], ...]:
    """The index in the years before the base, from earlier levels or backwards from earlier rates without a gap."""
    base = next((c.value for c in growth.components if c.name == "base"), None)
    earlier = dict(_before(growth.base_year + (base is None), case))
    if isinstance(base, float | int):
        return tuple((year, 100 * value / base) for year, value in earlier.items() if value > 0 and base > 0)
    index = 100.0
    found: list[tuple[int, float]] = []
    for year in itertools.count(growth.base_year, -1):
        rate = earlier.get(year)
        if rate is None or rate <= -100:
            return tuple(reversed(found))
        index /= 1 + rate / 100
        found.append((year - 1, index))
    raise AssertionError


def _told(question: _Question, case: Case) -> Prospect:
    q = question
    first, last = q.points[0][0], q.points[-1][0]
    values = np.full(last - first + 1, np.nan)
    for year, value in q.points:
        values[year - first] = q.mirror * value
    evidence = gather(values, max(q.ahead, 1), q.kind)
    if q.ahead == 0:
        # The running year is the target's own: it is as far as it is heading, and only the rest of it is open.
        here, nothing = evidence.last, np.zeros(1)
        evidence = replace(evidence, ahead=nothing, point=here, damped=here, drift=here, apart=nothing)
    size = float(evidence.size[0])
    steep = {Kind.AMOUNT: values[-1], Kind.SHARE: values[-1] * (100 - values[-1]) / 100, Kind.NUMBER: size}
    told = distribution(evidence, q.kind, q.settings, q.unsure, least=q.least / steep[q.kind])
    centre, error = float(told.middle[0]), float(told.spread[0])
    if not (math.isfinite(centre) and math.isfinite(error)):
        return None, ()
    freedom, sign = q.settings.freedom, q.mirror * q.goal.sign
    target = float(scaled(q.mirror * q.target, q.kind, size))
    probability = float(chance_of(centre, error, freedom, target, sign))
    if q.far_end is not None:
        end = scaled(q.mirror * q.far_end, q.kind, size)
        probability = max(probability - 1 + float(chance_of(centre, error, freedom, end, -sign)), 0.0)
    least = case.outlook["least_chance"].value
    probability = min(max(probability, least), 1 - least)

    def unit_of(scale: float) -> float:
        return q.said(q.mirror * float(unscaled(scale, q.kind, size)))

    half = float(reach(error, freedom, case.outlook["interval"].value))
    low, high = sorted((unit_of(centre - half), unit_of(centre + half)))
    outlook = Outlook(probability, low, high, METHOD)
    if not (math.isfinite(low) and math.isfinite(high)):
        return None, ()
    return outlook, _lines(question, case, evidence, told, unit_of, (low, high), target, sign, probability)


def _lines(
    question: _Question,
    case: Case,
    evidence: Evidence,
    told: Distribution,
    unit_of: Callable[[float], float],
    interval: tuple[float, float],
    target: float,
    sign: float,
    probability: float,
) -> tuple[Component, ...]:
    q, places, end = question, case.places, case.target_year
    ahead, count = q.ahead, len(q.points)
    point, middle, error, yearly, apart = (
        float(part[0]) for part in (evidence.point, told.middle, told.spread, told.yearly, evidence.apart)
    )
    weight, rise = float(evidence.weight[0]), float(told.rise[0])
    scale, share = _LEVELS[q.kind], case.outlook["interval"].value
    settings = q.settings
    single, doubt = (float(part[0]) for part in settings.factors(evidence.points))
    said, between = computed(yearly, 4), computed(apart, 4)
    damped, drift = (computed(unit_of(float(part[0])), places) for part in (evidence.damped, evidence.drift))
    far = computed(ahead + q.unsure, 4) if q.unsure else str(ahead)
    lines = (
        []
        if q.running is None
        else [
            Component(
                "nowcast",
                Message(f"{q.running.year}年预计（按已知部分同比）", f"{q.running.year} by the part that is known"),
                q.running.value,
                q.unit,
                q.running.working,
            )
        ]
    )
    lines += [
        Component("years_used", Message("所用年份", "years used"), "; ".join(str(year) for year, _ in q.points)),
        Component("damped", Message(f"阻尼趋势推算（{end}年）", f"damped trend ({end})"), damped, q.unit),
        Component(
            "drift", Message(f"按年均变动推算（{end}年）", f"mean yearly change carried on ({end})"), drift, q.unit
        ),
        Component("weight", Message("阻尼趋势的权重", "weight of the damped trend"), weight),
        Component("point", Message("加权推算", "weighed forecast"), unit_of(point), q.unit),
    ]
    if rise:
        usual = min(float(evidence.usual[0]), settings.rise_limit)
        lines.append(
            Component(
                "rise",
                Message("总量多半上升，点数少时上调", "lift, since amounts rise more often than not"),
                rise,
                scale,
                f"{exact(settings.common_rise)} × {computed(usual, 4)} × {ahead} ÷ {count}",
            )
        )
    lines += [
        Component("centre", Message(f"{end}年预测中值", f"centre for {end}"), unit_of(middle), q.unit),
        Component(
            "spread", Message("逐年离散程度（标准差）", "spread of single years (standard deviation)"), said, scale
        ),
        Component("apart", Message("两种推算的分歧", "distance between the two forecasts"), between, scale),
        Component(
            "forecast_error",
            Message("预测标准误", "standard error of the forecast"),
            error,
            scale,
            f"√({said} × {said} × ({exact(single)} × {far} + {exact(doubt)} × "
            f"{far} × {far} ÷ {count}) + {exact(settings.disagreement)} × {between} × {between})",
        ),
        Component(
            "interval",
            Message(f"{exact(100 * share)}%预测区间", f"{exact(100 * share)}% interval"),
            f"[{computed(interval[0], places)}, {computed(interval[1], places)}]",
            q.unit,
        ),
    ]
    if math.isfinite(target) and error > 0:
        margin = f"({computed(middle, 6)} − {bracketed(computed(target, 6))})"
        if sign < 0:
            margin = f"({computed(target, 6)} − {bracketed(computed(middle, 6))})"
        freedom = exact(settings.freedom)
        lines.append(
            Component(
                "t",
                Message(f"t值（自由度{freedom}）", f"t ({freedom} degrees of freedom)"),
                (middle - target) * sign / error,
                NO_UNIT,
                f"{margin} ÷ {computed(error, 4)}",
            )
        )
    lines.append(
        Component("probability", Message("达成概率", "probability of meeting the target"), chance(probability))
    )
    return tuple(lines)
