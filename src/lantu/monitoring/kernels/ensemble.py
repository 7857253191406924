"""The ensemble behind the outlook: two simple forecasts of short yearly series, weighed by how each has done."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lantu.monitoring.kernels.smoothing import Floats, grid, mixed

# Chosen by rolling origins on everything but the test parts of the M3 competition (docs/outlook.md).
MEMBERS = ("damped_trend", "drift")
_DAMPED = grid((0.1, 0.4, 0.7, 1.0), (0.0, 0.15, 0.5), (0.7, 0.85, 0.93, 0.98))
_SHRINKAGE = (32.0,)
# Members are weighed from the last six origins, up to four years ahead, each with at least five years before it.
_ORIGINS, _TRIAL, _LEAST = 6, 4, 5
_LENIENCE, _FLOOR = 0.1, 0.05
# Where yearly changes vary by this much (on the logarithm), both members are trusted alike; the noisier a series, the
# less its trend is carried on. No series counts as quieter than the second number.
_EVEN_NOISE, _LEAST_NOISE = 0.075, 0.002
_LARGEST_LOG = 600.0


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Forecasts of N series for 1 to H years ahead, in the unit of the series.

    point: (N, H). members: (2, N, H), in the order of MEMBERS; weights: (2, N).
    """

    point: Floats
    members: Floats
    weights: Floats


def ensemble(series: Floats, ahead: int, positive: bool) -> Ensemble:
    """Return the ensemble of series of one length.

    series: (N, years), no gaps, at least two years. positive: whether every value is above zero, so that roots and
    logarithms may be taken; else all members work on the values as they are.
    The odds of the damped trend are the inverse ratio of the members' mean absolute errors in the last years, shrunk
    towards their common mean; of series too short for such a trial, the noise of their yearly changes over _EVEN_NOISE.
    """
    years = series.shape[1]
    origins = min(max(years - _LEAST, 0), _ORIGINS)
    every = _members(series, max(ahead, _TRIAL), positive, origins + 1)
    members = every[:, 0, :, :ahead]
    if not origins:
        odds = (_noise(np.log(series) if positive else series) + _LEAST_NOISE) / _EVEN_NOISE
    else:
        missed, tries = np.zeros((len(MEMBERS), len(series))), 0
        for origin in range(1, origins + 1):
            for step in range(min(origin, _TRIAL)):
                missed += np.abs(every[:, origin, :, step] - series[:, years - origin + step])
                tries += 1
        missed /= tries
        usual = np.abs(np.diff(series, axis=1)).mean(axis=1)
        missed += _LENIENCE * missed.mean(axis=0) + _FLOOR * usual + np.finfo(float).tiny
        odds = missed[1] / missed[0]
    damped = odds / (1 + odds)
    weights = np.stack((damped, 1 - damped))
    return Ensemble((weights[:, :, None] * members).sum(axis=0), members, weights)


def _noise(scale: Floats) -> Floats:
    """The standard deviation of yearly changes; of one change alone half of its square counts as noise."""
    changes = np.diff(scale, axis=1)
    if changes.shape[1] == 1:
        return np.asarray(np.abs(changes[:, 0]) / np.sqrt(2))
    return np.asarray(changes.std(axis=1, ddof=1))


def _members(series: Floats, ahead: int, positive: bool, origins: int) -> Floats:
    """Every member's forecasts: (members, origins, N, ahead).

    A damped trend, of amounts on the logarithms; and the mean yearly change carried on, of amounts on the square roots:
    between growth by equal steps and growth by equal shares lies the middle way.
    """
    if not positive:
        return np.stack((mixed(series, _DAMPED, _SHRINKAGE, origins, ahead), _drift(series, origins, ahead)))
    damped = np.exp(np.minimum(mixed(np.log(series), _DAMPED, _SHRINKAGE, origins, ahead), _LARGEST_LOG))
    return np.stack((damped, np.maximum(_drift(np.sqrt(series), origins, ahead), 0.0) ** 2))


def _drift(series: Floats, origins: int, ahead: int) -> Floats:
    """Go on by the mean yearly change: (origins, N, ahead)."""
    years = series.shape[1]
    foretold = np.full((origins, len(series), ahead), np.nan)
    for origin in range(min(origins, years - 1)):
        last = years - 1 - origin
        change = (series[:, last] - series[:, 0]) / last
        foretold[origin] = series[:, last, None] + change[:, None] * np.arange(1, ahead + 1)
    return foretold
