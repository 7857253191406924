"""Smoothing models run over many series at once, every parameter of a grid side by side."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Squared errors this far below a series' own size are noise of binary fractions.
_NOISE = 1e-22


@dataclass(frozen=True, slots=True)
class Models:
    """A grid of models, one of each parameter a model.

    level, slope: how much of an error goes into the level (0 to 1) and how much of that into the slope; damping: what
    is left of the slope a year later.
    """

    level: Floats
    slope: Floats
    damping: Floats


def grid(levels: Sequence[float], slopes: Sequence[float], dampings: Sequence[float]) -> Models:
    """Return the models of every combination of these parameters."""
    every = np.array(list(itertools.product(levels, slopes, dampings)))
    return Models(*every.T)


def mixed(series: Floats, models: Models, shrinkages: Sequence[float], origins: int, ahead: int) -> Floats:
    """Return forecasts of the grid, its models mixed by how well each foretold the next year so far.

    series: (N, years) without gaps, oldest first. shrinkages: how many observations the belief in no slope is worth;
    several are weighed by the series itself. origins: from how many of the last years to look ahead, the last year
    first. Returns (origins, N, ahead); NaN where fewer than two years stand before an origin.
    The damped trend of Gardner and McKenzie (1985); first level and first slope by least squares with a ridge on the
    slope, for which the recursion is linear in both; weights are the Gaussian likelihood with level, slope and variance
    integrated out.
    """
    alpha, beta, phi = models.level[:, None], models.slope[:, None], models.damping[:, None]
    count, years = series.shape
    size = len(alpha)
    # Errors and states from a start at zero, and how they answer to the first level and to the first slope.
    level, slope, squares = np.zeros((3, size, count))
    by_level, by_slope = np.zeros((2, size, count))
    of_level, of_slope = np.zeros((2, 2, size, 1))
    of_level[0], of_slope[1] = 1.0, 1.0
    level_level, level_slope, slope_slope = np.zeros((3, size, 1))
    foretold = np.full((origins, count, ahead), np.nan)
    reach = np.cumsum(phi ** np.arange(1, ahead + 1), axis=1)
    for year in range(years):
        said = level + phi * slope
        error = series[:, year] - said
        answer = of_level + phi * of_slope
        squares += error * error
        by_level += answer[0] * error
        by_slope += answer[1] * error
        level_level += answer[0] * answer[0]
        level_slope += answer[0] * answer[1]
        slope_slope += answer[1] * answer[1]
        step = alpha * error
        level = said + step
        slope = phi * slope + beta * step
        of_level, of_slope = answer - alpha * answer, phi * of_slope - alpha * beta * answer
        origin = years - 1 - year
        if origin >= origins or year < 1:
            continue
        least = np.log(_NOISE * np.maximum(squares, 1e-270))
        likelihoods, levels, slopes = [], [], []
        for shrinkage in shrinkages:
            ridged = slope_slope + shrinkage
            determinant = level_level * ridged - level_slope**2
            first_level = (ridged * by_level - level_slope * by_slope) / determinant
            first_slope = (level_level * by_slope - level_slope * by_level) / determinant
            left = squares - first_level * by_level - first_slope * by_slope
            fit = np.maximum(np.log(np.maximum(left, 1e-300)), least)
            likelihoods.append(0.5 * (np.log(shrinkage / determinant) - year * fit))
            levels.append(level + of_level[0] * first_level + of_level[1] * first_slope)
            slopes.append(slope + of_slope[0] * first_level + of_slope[1] * first_slope)
        weight = np.exp(likelihoods - np.max(likelihoods, axis=(0, 1)))
        weight /= weight.sum(axis=(0, 1))
        now = (weight * levels).sum(axis=(0, 1))
        foretold[origin] = now[:, None] + (weight * slopes).sum(axis=0).T @ reach
    return foretold
