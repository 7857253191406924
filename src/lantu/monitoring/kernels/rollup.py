"""Values of parts into values of wholes, each with how many parts were known: nothing is filled in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lantu.plan.area import RollUpRule

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rolled:
    """Values of wholes, NaN where no part is known; how many parts have a value (known), how many there are (asked)."""

    values: Floats
    known: Counts
    asked: Counts


def roll_up(
    values: ArrayLike,
    wholes: ArrayLike,
    count: int,
    rule: RollUpRule,
    weights: ArrayLike | None = None,
    denominators: ArrayLike | None = None,
) -> Rolled:
    """Return the values of `count` wholes from the values of their parts, by one rule.

    values: (N,), NaN where missing; of a RATIO the numerators. wholes: (N,) which whole each part belongs to, from 0;
    for LAST the parts stand in the order of time. weights: of a WEIGHTED_MEAN; a part whose weight is missing or
    negative counts as missing. denominators: of a RATIO; a part counts where both its numbers are known.
    NONE gives no values, only the counts. Percentages are never averaged unweighted unless MEAN says so.

    Raises ValueError where weights or denominators are missing that the rule needs.
    """
    parts, of = np.asarray(values, float), np.asarray(wholes, np.int64)
    known = ~np.isnan(parts)
    beside = np.ones_like(parts)
    if rule is RollUpRule.WEIGHTED_MEAN:
        if weights is None:
            raise ValueError("a weighted mean needs weights")
        beside = np.asarray(weights, float)
        known &= beside >= 0
    if rule is RollUpRule.RATIO:
        if denominators is None:
            raise ValueError("a ratio needs denominators")
        beside = np.asarray(denominators, float)
        known &= ~np.isnan(beside)
    asked = np.bincount(of, minlength=count)
    counted = np.bincount(of[known], minlength=count)
    return Rolled(_values(parts[known], of[known], count, rule, beside[known], counted), counted, asked)


def _values(parts: Floats, of: Counts, count: int, rule: RollUpRule, beside: Floats, counted: Counts) -> Floats:
    if rule is RollUpRule.NONE:
        return np.full(count, np.nan)
    if rule in (RollUpRule.MIN, RollUpRule.MAX):
        out = np.full(count, np.inf if rule is RollUpRule.MIN else -np.inf)
        (np.minimum if rule is RollUpRule.MIN else np.maximum).at(out, of, parts)
        return np.where(counted > 0, out, np.nan)
    if rule is RollUpRule.LAST:
        out = np.full(count, np.nan)
        out[of] = parts  # of several values for one whole the last one stays
        return out
    weighed = parts * beside if rule is RollUpRule.WEIGHTED_MEAN else parts
    total: Floats = np.bincount(of, weighed, minlength=count).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        if rule is RollUpRule.MEAN:
            total = total / counted
        elif rule in (RollUpRule.WEIGHTED_MEAN, RollUpRule.RATIO):
            under = np.bincount(of, beside, minlength=count)
            total = np.where(under != 0, total / under, np.nan)
    return np.asarray(np.where(counted > 0, total, np.nan))
