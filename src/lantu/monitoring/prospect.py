"""The outlook of a case: the probability of meeting the target, its interval, and the arithmetic of both."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.monitoring.case import Case
from lantu.monitoring.goal import Goal
from lantu.monitoring.kernels.forecast import average, chance_of, reach, walk
from lantu.monitoring.measured import is_part_of_a_whole
from lantu.monitoring.printed import bracketed, chance, computed, exact
from lantu.monitoring.standing import Component
from lantu.monitoring.units import YEARS
from lantu.plan.message import Message
from lantu.plan.verdict import Outlook

WALK = "带漂移的随机游走 / random walk with drift"
AVERAGE = "各年围绕平均数波动 / years vary about their mean"

Prospect = tuple[Outlook | None, tuple[Component, ...]]


def walking(points: Sequence[tuple[int, float]], goal: Goal, planned_change: float, case: Case) -> Prospect:
    """Return the outlook of a value that moves on from its last point, and its components.

    points: (year, value), oldest first. planned_change: what the plan asks a year, for the spread assumed before the
    data speak. None with fewer than two points: one value says nothing of change. No components once the target year
    has its value: nothing is left to compute.
    """
    if len(points) < 2:
        return None, ()
    (first, start), (last, value) = points[0], points[-1]
    ahead = case.target_year - last
    if ahead <= 0:
        return Outlook(1.0 if goal.met(value) else 0.0, value, value, WALK), ()
    span, parameters = last - first, case.outlook
    drift = (value - start) / span
    changes = [(b - a, t - s) for (s, a), (t, b) in itertools.pairwise(points)]
    squares = math.fsum(_square(change - drift * length) / length for change, length in changes)
    # A series that stood still could still have moved by less than its printed digits tell.
    assumed = max(parameters["prior_share"].value * max(abs(planned_change), abs(drift)), case.rounding)
    weight = parameters["prior_weight"].value
    moved, error, freedom = walk(span, drift, squares, len(changes), ahead, assumed, weight)
    places, unit = case.places, case.change_unit
    rise = f"({exact(value)} − {bracketed(exact(start))}) ÷ {span}"
    leading = (
        Component(
            "yearly_changes",
            Message("各段年均变动", "yearly changes"),
            "; ".join(computed(change / length, places) for change, length in changes),
            unit,
        ),
        Component("drift", Message("年均变动", "mean yearly change"), drift, unit, rise),
        Component(
            "centre",
            Message(f"{case.target_year}年预测中值", f"centre for {case.target_year}"),
            value + float(moved),
            case.unit,
            f"{exact(value)} + {rise} × {ahead}",
        ),
    )
    spread = _spread(assumed, weight, squares, float(freedom), places, unit)
    forecast = _Forecast(value + float(moved), float(error), float(freedom), WALK, case.unit, unit)
    return _outlook(forecast, goal, case, (*leading, *spread), f"√({ahead} + {ahead} × {ahead} ÷ {span})")


def averaging(
    values: Sequence[float],
    goal: Goal,
    assumed: float,
    case: Case,
    years: int,
    units: tuple[Message, Message] | None = None,
    centre: float | None = None,
    lengths: Sequence[int] | None = None,
) -> Prospect:
    """Return the outlook of an average over `years` years of which `values` are known, and its components.

    assumed: the spread of yearly values before the data speak. units: of the average and of a difference, where they
    are not the indicator's. centre: the average so far, where it is not the plain
    mean. lengths: how many years each value speaks of, one by default.
    """
    if not values:
        return None, ()
    lengths = lengths or [1] * len(values)
    known = sum(lengths)
    mean = math.fsum(value * length for value, length in zip(values, lengths, strict=True)) / known
    middle = mean if centre is None else centre
    ahead = years - known
    if ahead <= 0:
        return Outlook(1.0 if goal.met(middle) else 0.0, middle, middle, AVERAGE), ()
    squares = math.fsum(length * _square(value - mean) for value, length in zip(values, lengths, strict=True))
    weight = case.outlook["prior_weight"].value
    _, error, freedom = average(known, middle, squares, ahead, assumed, weight, len(values))
    unit, change_unit = units or (case.unit, case.change_unit)
    leading = (
        Component(
            "years_left",
            Message("尚无数据的年数", "years without a value"),
            float(ahead),
            YEARS,
            f"{years} − {known}",
        ),
        *_spread(assumed, weight, squares, float(freedom), case.places, change_unit),
    )
    forecast = _Forecast(middle, float(error), float(freedom), AVERAGE, unit, change_unit)
    return _outlook(forecast, goal, case, leading, f"√({ahead} + {ahead} × {ahead} ÷ {known}) ÷ {years}")


@dataclass(frozen=True, slots=True)
class _Forecast:
    centre: float
    error: float
    freedom: float
    method: str
    unit: Message
    change_unit: Message


def _spread(
    assumed: float, weight: float, squares: float, freedom: float, places: int, unit: Message
) -> tuple[Component, ...]:
    return (
        Component(
            "spread",
            Message("逐年离散程度（标准差）", "spread of single years (standard deviation)"),
            math.sqrt((weight * _square(assumed) + squares) / freedom),
            unit,
            f"√(({exact(weight)} × {computed(assumed, places)} × {computed(assumed, places)} + "
            f"{computed(squares, places)}) ÷ {exact(freedom)})",
        ),
    )


def _square(value: float) -> float:
    # A product runs to infinity where a power would raise.
    return value * value


def _outlook(forecast: _Forecast, goal: Goal, case: Case, leading: tuple[Component, ...], widening: str) -> Prospect:
    if not (math.isfinite(forecast.centre) and math.isfinite(forecast.error)):
        return None, ()
    centre, error, freedom, places = forecast.centre, forecast.error, forecast.freedom, case.places
    share = case.outlook["interval"].value
    half = float(reach(error, freedom, share)) if error > 0 else 0.0
    probability = float(chance_of(centre, error, freedom, goal.enough, goal.sign))
    if goal.firm and goal.far_end is not None:
        probability = max(probability - 1 + float(chance_of(centre, error, freedom, goal.far_end, -goal.sign)), 0.0)
    least = case.outlook["least_chance"].value
    probability = min(max(probability, least), 1 - least)
    low, high = centre - half, centre + half
    if is_part_of_a_whole(case.indicator) and 0 <= goal.value <= 100 and case.reference is None:
        # A share of a whole ends at 0 and 100 per cent, whatever the arithmetic says.
        low, high = min(max(low, 0.0), 100.0), max(min(high, 100.0), 0.0)
    spread = next(part.value for part in leading if part.name == "spread")
    assert isinstance(spread, float)
    margin = f"({computed(centre, places)} − {bracketed(exact(goal.enough))})"
    if goal.sign < 0:
        margin = f"({exact(goal.enough)} − {bracketed(computed(centre, places))})"
    components = (
        *leading,
        Component(
            "forecast_error",
            Message("预测标准误", "standard error of the forecast"),
            error,
            forecast.change_unit,
            f"{computed(spread, places)} × {widening}",
        ),
        Component(
            "interval",
            Message(f"{exact(100 * share)}%预测区间", f"{exact(100 * share)}% interval"),
            f"[{computed(low, places)}, {computed(high, places)}]",
            forecast.unit,
            f"{computed(centre, places)} ± {computed(half / error if error else 0)} × {computed(error, places)}",
        ),
    )
    if error > 0:
        t = (centre - goal.enough) * goal.sign / error
        components += (
            Component(
                "t",
                Message(f"t值（自由度{exact(freedom)}）", f"t ({exact(freedom)} degrees of freedom)"),
                t,
                working=f"{margin} ÷ {computed(error, places)}",
            ),
        )
    components += (
        Component("probability", Message("达成概率", "probability of meeting the target"), chance(probability)),
    )
    return Outlook(probability, low, high, forecast.method), components
