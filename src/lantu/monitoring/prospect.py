"""The outlook of a case: the probability of meeting the target, its interval, and the arithmetic of both."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence

from lantu.monitoring.kernels.forecast import average, chance_of, reach, walk
from lantu.monitoring.printed import bracketed, percent, shown
from lantu.monitoring.standing import Component
from lantu.parameters import Parameter
from lantu.plan.message import Message
from lantu.plan.verdict import Outlook

WALK = "带漂移的随机游走 / random walk with drift"
AVERAGE = "各年围绕平均数波动 / years vary about their mean"


def walking(
    points: Sequence[tuple[float, float]],
    target: float,
    target_year: int,
    sign: float,
    planned_change: float,
    unit: str,
    outlook: Mapping[str, Parameter],
) -> tuple[Outlook | None, tuple[Component, ...]]:
    """Return the outlook of a value that moves on from its last point, and its components.

    points: (year, value), oldest first. planned_change: what the plan asks a year, for the spread assumed before the
    data speak. None with fewer than two points: one value says nothing of change.
    """
    if len(points) < 2:
        return None, ()
    (first, start), (last, value) = points[0], points[-1]
    ahead = target_year - last
    if ahead <= 0:
        met = (value - target) * sign >= 0
        return Outlook(1.0 if met else 0.0, value, value, WALK), ()
    span = last - first
    drift = (value - start) / span
    changes = [(b - a, t - s) for (s, a), (t, b) in itertools.pairwise(points)]
    squares = sum((change - drift * length) ** 2 / length for change, length in changes)
    prior = outlook["prior_share"].value * max(abs(planned_change), abs(drift))
    moved, error, freedom = walk(span, drift, squares, len(changes), ahead, prior, outlook["prior_weight"].value)
    centre = value + float(moved)
    yearly = ", ".join(shown(change / length) for change, length in changes)
    return _outlook(
        centre,
        float(error),
        float(freedom),
        target,
        sign,
        unit,
        outlook,
        WALK,
        (
            Component("yearly_changes", Message("逐年增减", "yearly changes"), yearly, unit),
            Component(
                "drift",
                Message("年均增减", "mean yearly change"),
                drift,
                unit,
                f"({shown(value)} − {bracketed(start)}) ÷ {shown(span)}",
            ),
            Component(
                "centre",
                Message(f"{target_year}年居中", f"centre for {target_year}"),
                centre,
                unit,
                f"{shown(value)} + {bracketed(drift)} × {shown(ahead)}",
            ),
        ),
    )


def averaging(
    values: Sequence[float],
    years: int,
    target: float,
    sign: float,
    planned_spread: float,
    unit: str,
    outlook: Mapping[str, Parameter],
) -> tuple[Outlook | None, tuple[Component, ...]]:
    """Return the outlook of an average over `years` years of which `values` are known, and its components.

    planned_spread: the scale of a yearly value, for the spread assumed before the data speak.
    """
    known = len(values)
    if not known:
        return None, ()
    mean = math.fsum(values) / known
    ahead = max(years - known, 0)
    squares = math.fsum((value - mean) ** 2 for value in values)
    prior = outlook["prior_share"].value * planned_spread
    centre, error, freedom = average(known, mean, squares, ahead, prior, outlook["prior_weight"].value)
    return _outlook(
        float(centre),
        float(error),
        float(freedom),
        target,
        sign,
        unit,
        outlook,
        AVERAGE,
        (Component("years_left", Message("尚余年数", "years to come"), float(ahead), "", f"{years} − {known}"),),
    )


def _outlook(
    centre: float,
    error: float,
    freedom: float,
    target: float,
    sign: float,
    unit: str,
    outlook: Mapping[str, Parameter],
    method: str,
    leading: tuple[Component, ...],
) -> tuple[Outlook, tuple[Component, ...]]:
    share = outlook["interval"].value
    half = float(reach(error, freedom, share)) if error > 0 else 0.0
    chance = float(chance_of(centre, error, freedom, target, sign))
    holds = f"{shown(10 * share)}"
    return Outlook(chance, centre - half, centre + half, method), (
        *leading,
        Component("forecast_error", Message("预测误差", "forecast error"), error, unit),
        Component(
            "interval",
            Message(f"{holds}成范围", f"{shown(100 * share)}% interval"),
            f"{shown(centre - half)}—{shown(centre + half)}",
            unit,
            f"{shown(centre)} ± {shown(half / error if error else 0)} × {shown(error)}",
        ),
        Component("probability", Message("达成概率", "probability of meeting the target"), percent(chance, 0)),
    )
