"""What the intervals of other kinds hold in the training parts: numbers of either sign, and totals of five years."""

from __future__ import annotations

import numpy as np

from lantu.monitoring.kernels.distribution import Kind, Settings, distribution, gather
from lantu.monitoring.kernels.forecast import reach, walk
from tools.outlook.contest import SHARE
from tools.outlook.plans import YEARS
from tools.outlook.series import training, windows

_LENGTHS = (3, 4, 5, 6, 8, 10, 14)
_MOST = 2


def signed(settings: Settings) -> float:
    """Return the share that intervals of numbers of either sign hold: yearly changes of amounts that rose and fell."""
    inside = weights = 0.0
    for series, weight in training().values():
        for years in _LENGTHS:
            long = [np.diff(one) for one in series if len(one) > years + YEARS]
            before, after = windows(long, years, YEARS, _MOST)
            either = (before.min(axis=1, initial=0) < 0) & (before.max(axis=1, initial=0) > 0)
            for ahead in range(1, YEARS + 1) if either.any() else ():
                evidence = gather(before[either], ahead, Kind.NUMBER)
                told = distribution(evidence, Kind.NUMBER, settings)
                off = np.abs(after[either, ahead - 1] / evidence.size - told.middle)
                inside += weight * float((off <= reach(told.spread, settings.freedom, SHARE)).sum())
                weights += weight * float(either.sum())
    return inside / weights


def totals(share: float, worth: float) -> list[float]:
    """Return what intervals of five-year totals of amounts hold with 1, 2, 3 and 4 years known.

    share: `prior_share`; worth: `prior_weight`. The planned yearly amount is taken to be the actual one.
    """
    found = []
    for known in range(1, YEARS):
        inside = weights = 0.0
        for series, weight in training().values():
            years = windows(series, 1, YEARS, _MOST)[1]
            mean = years[:, :known].mean(axis=1)
            squares = ((years[:, :known] - mean[:, None]) ** 2).sum(axis=1)
            moved, error, freedom = walk(known, mean, squares, known, YEARS - known, share * np.abs(mean), worth)
            off = np.abs(years[:, known:].sum(axis=1) - moved)
            inside += weight * float((off <= reach(error, freedom, SHARE)).mean())
            weights += weight
        found.append(inside / weights)
    return found
