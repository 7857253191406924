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


def value_on_path(years: ArrayLike, values: ArrayLike, now: ArrayLike, shape: str = "linear") -> Floats:
    """Return the value due at `now` on a path through points, in their unit.

    years, values: the points along the last axis, years rising, padded with NaN behind. now: one for each path. Before
    the first point the first value is due, from the last one on the last. shape: "linear" (等速时序), "constant_rate"
    (by the same rate from point to point; NaN where a rate would lead through zero) or "steps" (the last point that
    has come).
    """
    when, amount, at = np.asarray(years, float), np.asarray(values, float), np.asarray(now, float)[..., None]
    passed = (when <= at).sum(axis=-1, keepdims=True)
    last = np.maximum((~np.isnan(when)).sum(axis=-1, keepdims=True) - 1, 0)
    before, after = np.clip(passed - 1, 0, last), np.minimum(passed, last)

    def of(points: Floats, place: NDArray[np.intp]) -> Floats:
        return np.asarray(np.take_along_axis(points, place, axis=-1)[..., 0])

    start, end = of(amount, before), of(amount, after)
    if shape == "steps":
        return start
    share = share_due(of(when, before), of(when, after), at[..., 0])
    share = np.where(np.isnan(share), 0.0, share)
    if shape == "constant_rate":
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.where(share > 0, end / start, 1.0)
            return np.asarray(np.where(ratio > 0, start * ratio**share, np.nan))
    return value_due(start, end, share)
