"""How much of a way is done, and whether a bound is met."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Sums of printed decimals carry noise in the last binary digits; no plan prints twelve digits.
_NOISE = 1e-9


def way_done(base: ArrayLike, target: ArrayLike, value: ArrayLike) -> Floats:
    """Return the share of the way from base to target that is done; below 0 when it went backwards.

    NaN where base equals target: there is no way to go, the target is one to hold (Akvo divides by zero here,
    Open SDG calls a series that is exactly on such a line "limited").
    """
    base, target, value = np.asarray(base, float), np.asarray(target, float), np.asarray(value, float)
    span = target - base
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(span != 0, (value - base) / span, np.nan)


def is_met(value: ArrayLike, target: ArrayLike, sign: ArrayLike, strict: ArrayLike = False) -> Bools:
    """Return whether values satisfy their bound; NaN satisfies nothing.

    sign: +1 where more is better, -1 where less is. strict: whether equality is not enough (">", "<").
    """
    value, target = np.asarray(value, float), np.asarray(target, float)
    margin = (value - target) * np.asarray(sign, float)
    noise = _NOISE * np.maximum(1.0, np.abs(target))
    return np.asarray(np.where(np.asarray(strict, bool), margin > noise, margin >= -noise))


def mean_rate(rates: ArrayLike) -> Floats:
    """Return the average yearly rate that compounds to the same end as these, along the last axis, in per cent.

    NaN where a rate is missing, or is -100 or less: growth through zero has no average.
    """
    factors = 1 + np.asarray(rates, float) / 100
    with np.errstate(invalid="ignore", divide="ignore"):
        logs = np.where(factors > 0, np.log(np.where(factors > 0, factors, 1.0)), np.nan)
    return np.asarray(100 * np.expm1(logs.mean(axis=-1)))


def total_cut(rates: ArrayLike) -> Floats:
    """Return the total of yearly cuts along the last axis, compounded, in per cent: 1 - (1-a)(1-b)…"""
    return np.asarray(100 * (1 - np.prod(1 - np.asarray(rates, float) / 100, axis=-1)))


def total_growth(rates: ArrayLike) -> Floats:
    """Return the total of yearly growth along the last axis, compounded, in per cent: (1+a)(1+b)… - 1."""
    return np.asarray(100 * (np.prod(1 + np.asarray(rates, float) / 100, axis=-1) - 1))
