"""The yearly series of the M3 competition: points and 80 % intervals against what came, as the competition scored."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from lantu.monitoring.kernels.distribution import Evidence, Kind, Settings, distribution, gather, unscaled
from lantu.monitoring.kernels.forecast import reach
from tools.outlook.series import Contest, Floats

AHEAD = 6
SHARE = 0.8


def padded(histories: list[Floats]) -> Floats:
    """Return ragged series as one array, the last values in the last column."""
    width = max(map(len, histories))
    return np.array([np.pad(one, (width - len(one), 0), constant_values=np.nan) for one in histories])


def points_and_intervals(histories: list[Floats], settings: Settings) -> tuple[Floats, Floats, Floats]:
    """Return forecasts, lower and upper ends for 1 to 6 years ahead, each (series, 6)."""
    values = padded(histories)
    points, lows, highs = [], [], []
    for ahead in range(1, AHEAD + 1):
        evidence: Evidence = gather(values, ahead, Kind.AMOUNT)
        told = distribution(evidence, Kind.AMOUNT, settings)
        half = reach(told.spread, settings.freedom, SHARE)
        points.append(unscaled(evidence.point, Kind.AMOUNT))
        lows.append(unscaled(told.middle - half, Kind.AMOUNT))
        highs.append(unscaled(told.middle + half, Kind.AMOUNT))
    return np.array(points).T, np.array(lows).T, np.array(highs).T


def smape(points: Floats, came: Floats) -> float:
    """Return the symmetric mean absolute percentage error of the competition."""
    return float((200 * np.abs(points - came) / (np.abs(points) + np.abs(came))).mean())


def mase(points: Floats, came: Floats, histories: list[Floats]) -> float:
    """Return the mean absolute error scaled by the naive forecast's error inside each history (Hyndman, Koehler 2006)."""
    usual = np.array([np.abs(np.diff(one)).mean() for one in histories])
    return float((np.abs(points - came).mean(axis=1) / usual).mean())


def scores(contests: list[Contest], settings: Settings) -> dict[str, float | list[float]]:
    """Return the scores of the ensemble and the share of values that the intervals held, in all and by years ahead."""
    histories = [contest.history for contest in contests]
    came = np.array([contest.future[:AHEAD] for contest in contests])
    points, lows, highs = points_and_intervals(histories, settings)
    held = (lows <= came) & (came <= highs)
    return {
        "series": len(contests),
        "smape": smape(points, came),
        "mase": mase(points, came, histories),
        "held": float(held.mean()),
        "held_by_years_ahead": [float(share) for share in held.mean(axis=0)],
        "below": float((came < lows).mean()),
        "above": float((came > highs).mean()),
    }


def held_out(contests: list[Contest], years: int) -> list[Contest]:
    """Return the training parts alone, their last `years` values taken as what came: contests for choosing on."""
    found = defaultdict(list)
    for contest in contests:
        found[len(contest.history) - years >= 2].append(
            Contest(contest.history[:-years], contest.history[-years:][:AHEAD])
        )
    return found[True]
