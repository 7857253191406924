"""What a short series says of its end: a random walk with drift, or an average of years, with honest spread."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def walk(
    span: ArrayLike, drift: ArrayLike, squares: ArrayLike, steps: ArrayLike, ahead: ArrayLike,
    prior_spread: ArrayLike, prior_weight: float,
) -> tuple[Floats, Floats, Floats]:  # fmt: skip
    """Return the change expected over `ahead` years, its standard error and its degrees of freedom.

    A random walk with drift observed over `span` years in `steps` changes: drift is their yearly mean, squares the
    sum of squared deviations of the changes from drift times their length, each divided by its length. The variance
    of a yearly change is shrunk towards prior_spread squared, which counts as `prior_weight` observations; the drift's
    own uncertainty grows with the square of the way ahead.
    """
    span, drift, ahead = np.asarray(span, float), np.asarray(drift, float), np.asarray(ahead, float)
    freedom = prior_weight + np.asarray(steps, float) - 1
    variance = _shrunk(prior_spread, prior_weight, squares, freedom)
    return drift * ahead, np.sqrt(variance * (ahead + ahead**2 / span)), freedom


def _shrunk(prior_spread: ArrayLike, prior_weight: float, squares: ArrayLike, freedom: Floats) -> Floats:
    """The variance of single years: what is assumed and what was seen, each by its weight."""
    with np.errstate(over="ignore"):
        assumed = prior_weight * np.asarray(prior_spread, float) ** 2
        return np.asarray((assumed + np.asarray(squares, float)) / freedom)


def average(
    known: ArrayLike,
    mean: ArrayLike,
    squares: ArrayLike,
    ahead: ArrayLike,
    prior_spread: ArrayLike,
    prior_weight: float,
    values: ArrayLike | None = None,
) -> tuple[Floats, Floats, Floats]:
    """Return the average expected over all years, its standard error and its degrees of freedom.

    `known` years have given `mean` with a sum of squared deviations `squares`; `ahead` years are still to come and
    vary about the same mean. values: how many figures the known years came in, one a year by default.
    """
    known, ahead = np.asarray(known, float), np.asarray(ahead, float)
    freedom = prior_weight + (known if values is None else np.asarray(values, float)) - 1
    variance = _shrunk(prior_spread, prior_weight, squares, freedom)
    error = np.sqrt(variance * (ahead + ahead**2 / known)) / (known + ahead)
    return np.asarray(mean, float) + 0.0 * ahead, error, freedom


def chance_of(centre: ArrayLike, error: ArrayLike, freedom: ArrayLike, target: ArrayLike, sign: ArrayLike) -> Floats:
    """Return the probability, 0 to 1, that a Student-t value about `centre` meets the target.

    sign: +1 where it must not fall short, -1 where it must not exceed. Without spread it is 1 or 0.
    """
    from scipy.special import stdtr

    centre, error = np.asarray(centre, float), np.asarray(error, float)
    margin = (centre - np.asarray(target, float)) * np.asarray(sign, float)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        chance = np.where(error > 0, stdtr(np.asarray(freedom, float), margin / error), margin >= 0)
    return np.asarray(np.clip(chance.astype(float), 0.0, 1.0))


def reach(error: ArrayLike, freedom: ArrayLike, share: float) -> Floats:
    """Return half the width of the interval that holds `share` of a Student-t value."""
    from scipy.special import stdtrit

    return np.asarray(np.asarray(error, float) * stdtrit(np.asarray(freedom, float), 0.5 + share / 2))
