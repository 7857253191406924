"""How unusual a value is beside others, by statistics that a few wild ones cannot move."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# Makes the median absolute deviation of a normal sample its standard deviation (Rousseeuw & Croux 1993).
_CONSISTENT = 1.4826


def robust_score(value: ArrayLike, others: ArrayLike, least_spread: ArrayLike = 0.0) -> Floats:
    """Return how many spreads a value lies from the median of others, with its sign.

    others: along the last axis, NaN where missing. The spread is the median absolute deviation, made consistent with a
    standard deviation, but at least `least_spread`, so that a series that stood still does not make any change wild.
    NaN where fewer than three others are known, or where nothing spreads.
    """
    rest = np.asarray(others, float)
    known = ~np.isnan(rest)
    with np.errstate(all="ignore"):
        middle = _median(rest, known)
        spread = np.maximum(_CONSISTENT * _median(np.abs(rest - middle[..., None]), known), least_spread)
        score = (np.asarray(value, float) - middle) / spread
    return np.asarray(np.where((known.sum(axis=-1) >= 3) & (spread > 0), score, np.nan))


def _median(values: Floats, known: NDArray[np.bool_]) -> Floats:
    """The median of known values along the last axis; NaN where none is."""
    ordered = np.sort(np.where(known, values, np.inf), axis=-1)
    count = known.sum(axis=-1)
    low, high = np.maximum((count - 1) // 2, 0), count // 2
    high = np.minimum(high, ordered.shape[-1] - 1)

    def at(place: NDArray[np.intp]) -> Floats:
        return np.asarray(np.take_along_axis(ordered, place[..., None], axis=-1)[..., 0])

    return np.asarray(np.where(count > 0, (at(low) + at(high)) / 2, np.nan))
