"""The share of the way that is due, and the value due with it."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def share_due(start: ArrayLike, end: ArrayLike, now: ArrayLike) -> Floats:
    """Return the share of the time from `start` to `end` that has passed at `now`, from 0 to 1.

    start, end, now: years as decimals, broadcast together. Where start is not before end the share is NaN:
    there is no way to be on.
    """
    start, end, now = np.asarray(start, float), np.asarray(end, float), np.asarray(now, float)
    span = end - start
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(span > 0, (now - start) / span, np.nan)
    return np.asarray(np.clip(share, 0.0, 1.0))


def value_due(base: ArrayLike, target: ArrayLike, share: ArrayLike) -> Floats:
    """Return the value due on an even path from base to target (等速时序), in their unit.

    No ratio is formed, so a base of zero, a target of zero and a change of sign are safe.
    """
    base, target = np.asarray(base, float), np.asarray(target, float)
    return np.asarray(base + (target - base) * np.asarray(share, float))
