"""A challenger of the outlook: the median of simple forecasts of yearly series, each on two scales."""

from __future__ import annotations

import numpy as np

from lantu.monitoring.kernels.smoothing import Floats, grid, mixed

# Each of these on the square roots and on the logarithms of amounts; on the values themselves where signs may change.
# Chosen by `python -m tools.outlook.challenge`, on everything but the test parts of the M3 competition.
MEMBERS = ("drift", "middle_drift", "last_years", "level", "theta", "damped_trend", "trend")
_DAMPED, _DAMPED_SHRINKAGE = grid((0.1, 0.4, 0.7, 1.0), (0.0, 0.15, 0.5), (0.7, 0.85, 0.93, 0.98)), (32.0,)
_TREND, _TREND_SHRINKAGE = grid((0.1, 0.4, 0.7, 1.0), (0.0, 0.2, 0.6), (0.85, 1.0)), (8.0,)
_LEVELS = np.concatenate(([0.0001], np.arange(0.04, 1.0, 0.04), [0.9999]))
_LAST_YEARS = 5
_LARGEST_LOG = 600.0


def forecasts(series: Floats, ahead: int) -> dict[str, Floats]:
    """Return each member on the values, their roots and their logarithms, e.g. "theta on roots": (N, ahead), in the unit of the series.

    series: (N, years), all above zero, no gaps, at least three years.
    Drift: the mean yearly change carried on; its middle one (median); that of the last five years. Level: simple
    exponential smoothing. Theta: the level and half the slope of the straight line (Assimakopoulos and Nikolopoulos
    2000, in the form of Hyndman and Billah 2003). Trends, damped or not: see `mixed`.
    """
    lowest = 0.01 * series[:, -1:]
    found = {f"{name} as they are": told for name, told in zip(MEMBERS, _members(series, ahead), strict=True)}
    for name, told in zip(MEMBERS, _members(np.sqrt(series), ahead), strict=True):
        found[f"{name} on roots"] = np.maximum(told, 0.0) ** 2
    for name, told in zip(MEMBERS, _members(np.log(series), ahead), strict=True):
        found[f"{name} on logarithms"] = np.exp(np.minimum(told, _LARGEST_LOG))
    return {name: np.maximum(told, lowest) for name, told in found.items()}


def drift(series: Floats, ahead: int) -> Floats:
    """Go on by the mean yearly change: (N, ahead)."""
    return _on(series, (series[:, -1] - series[:, 0]) / (series.shape[1] - 1), ahead)


def damped_trend(series: Floats, ahead: int) -> Floats:
    """Go on by a trend that fades: (N, ahead)."""
    return np.asarray(mixed(series, _DAMPED, _DAMPED_SHRINKAGE, 1, ahead)[0])


def _members(series: Floats, ahead: int) -> Floats:
    years = series.shape[1]
    last = min(_LAST_YEARS, years - 1)
    level, share = _level(series)
    flat = np.repeat(level[:, None], ahead, axis=1)
    about = np.arange(years) - (years - 1) / 2
    slope = series @ about / (about @ about)
    lag = (1 - (1 - share) ** years) / share
    return np.stack(
        (
            drift(series, ahead),
            _on(series, np.median(np.diff(series, axis=1), axis=1), ahead),
            _on(series, (series[:, -1] - series[:, -1 - last]) / last, ahead),
            flat,
            flat + 0.5 * slope[:, None] * (np.arange(ahead) + lag[:, None]),
            damped_trend(series, ahead),
            mixed(series, _TREND, _TREND_SHRINKAGE, 1, ahead)[0],
        )
    )


def _on(series: Floats, change: Floats, ahead: int) -> Floats:
    """Go on from the last value by a yearly change."""
    return np.asarray(series[:, -1:] + change[:, None] * np.arange(1, ahead + 1))


def _level(series: Floats) -> tuple[Floats, Floats]:
    """Simple exponential smoothing: the last level, and how much of an error goes into it, by least squares.

    The first level is a parameter too; the recursion is linear in it.
    """
    share = _LEVELS[:, None]
    # From the last value, so that differences of large numbers keep their digits.
    away = series - series[:, -1:]
    level, squares, answers = np.zeros((3, len(share), len(series)))
    answer, weight = np.ones_like(share), np.zeros_like(share)
    for year in range(series.shape[1]):
        error = away[:, year] - level
        squares += error * error
        answers += answer * error
        weight += answer * answer
        level += share * error
        answer = answer - share * answer
    first = answers / weight
    best, row = np.argmin(squares - first * answers, axis=0), np.arange(len(series))
    return series[:, -1] + (level + answer * first)[best, row], _LEVELS[best]
