"""Figures of unlike units put on one scale from 0 to 1, and weighed together."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def between_goalposts(values: ArrayLike, low: float, high: float, logs: bool = False, capped: bool = True) -> Floats:
    """Return values on a scale where `low` is 0 and `high` is 1.

    logs: whether the scale is one of logarithms, for figures where more counts for less (income). capped: whether
    values beyond the goalposts count as the goalposts. NaN where a value is missing, or not above 0 on a log scale.

    Raises ValueError where the goalposts are the same, or not above 0 on a log scale.
    """
    if low == high or (logs and min(low, high) <= 0):
        raise ValueError(f"no scale between {low} and {high}")
    given = np.asarray(values, float)
    if logs:
        with np.errstate(divide="ignore", invalid="ignore"):
            given = np.where(given > 0, np.log(given), np.nan)
        low, high = float(np.log(low)), float(np.log(high))
    scaled = (given - low) / (high - low)
    return np.asarray(np.clip(scaled, 0.0, 1.0) if capped else scaled)


def mean_of(parts: ArrayLike, weights: ArrayLike | None = None, geometric: bool = False) -> Floats:
    """Return the weighted mean of parts along the last axis; NaN where one is missing: an index has no gaps.

    geometric: whether a low part cannot be made up for by a high one; parts must then not be negative.
    """
    given = np.asarray(parts, float)
    weighing = np.ones(given.shape[-1]) if weights is None else np.asarray(weights, float)
    shares = weighing / weighing.sum()
    if not geometric:
        return np.asarray((given * shares).sum(axis=-1))
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.where(given >= 0, np.log(given), np.nan)
        return np.asarray(np.exp((logs * shares).sum(axis=-1)))


def human_development(life: ArrayLike, expected: ArrayLike, mean: ArrayLike, income: ArrayLike) -> Floats:
    """Return the Human Development Index from its four figures.

    life: expectancy at birth, years. expected, mean: years of schooling. income: gross national income a head, PPP
    dollars. Goalposts 20 to 85, 0 to 18, 0 to 15, and 100 to 75,000 in logarithms. Source: UNDP, technical note 1.
    """
    health = between_goalposts(life, 20, 85)
    education = (between_goalposts(expected, 0, 18) + between_goalposts(mean, 0, 15)) / 2
    living = between_goalposts(income, 100, 75_000, logs=True)
    return mean_of(np.stack([health, education, living], axis=-1), geometric=True)
