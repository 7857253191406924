"""The forecast behind the outlook: the median of a committee, or of few values two forecasts weighed by their noise."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lantu.monitoring.kernels.committee import DAMPED_TREND, DRIFT, committee, damped_trend, drift
from lantu.monitoring.kernels.smoothing import Floats

# Chosen by rolling origins on everything but the test parts of the M3 competition (docs/outlook.md).
# With fewer values than this a level and a last stretch mean little, and two forecasts do better than a committee.
LEAST_FOR_COMMITTEE = 8
PAIR = ("damped_trend", "drift")
# Where yearly changes vary by this much (on the logarithm), both forecasts are trusted alike; the noisier a series, the
# less its trend is carried on. No series counts as quieter than the second number.
_EVEN_NOISE, _LEAST_NOISE = 0.075, 0.002
_LARGEST_LOG = 600.0


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Forecasts of N series for 1 to H years ahead, in the unit of the series.

    point: (N, H). damped, drift: the two forecasts that are told of, (N, H). members: (M, N, H), those of PAIR or the
    committee's, and their weights (M, N), which sum to one.
    """

    point: Floats
    damped: Floats
    drift: Floats
    members: Floats
    weights: Floats


def ensemble(series: Floats, ahead: int, positive: bool) -> Ensemble:
    """Return the ensemble of series of one length.

    series: (N, years), no gaps, at least two years. positive: whether every value is above zero, so that roots and
    logarithms may be taken; else all members work on the values as they are.
    From LEAST_FOR_COMMITTEE values on, the median of the committee, all members alike: weighing them by their past
    errors did worse. Else a damped trend, of amounts on the logarithms, and the mean yearly change carried on, of
    amounts on the square roots: between growth by equal steps and growth by equal shares lies the middle way. The odds
    of the damped trend are then the noise of the yearly changes over _EVEN_NOISE.
    """
    if series.shape[1] >= LEAST_FOR_COMMITTEE:
        members = committee(series, ahead, positive)
        half = len(members) // 2 if positive else 0
        weights = np.full(members.shape[:2], 1 / len(members))
        return Ensemble(np.median(members, axis=0), members[half + DAMPED_TREND], members[DRIFT], members, weights)
    if positive:
        damped = np.exp(np.minimum(damped_trend(np.log(series), ahead), _LARGEST_LOG))
        on = np.maximum(drift(np.sqrt(series), ahead), 0.0) ** 2
    else:
        damped, on = damped_trend(series, ahead), drift(series, ahead)
    odds = (_noise(np.log(series) if positive else series) + _LEAST_NOISE) / _EVEN_NOISE
    weights = np.stack((odds, np.ones_like(odds))) / (1 + odds)
    members = np.stack((damped, on))
    return Ensemble((weights[:, :, None] * members).sum(axis=0), damped, on, members, weights)


def _noise(scale: Floats) -> Floats:
    """The standard deviation of yearly changes; of one change alone half of its square counts as noise."""
    changes = np.diff(scale, axis=1)
    if changes.shape[1] == 1:
        return np.asarray(np.abs(changes[:, 0]) / np.sqrt(2))
    return np.asarray(changes.std(axis=1, ddof=1))
