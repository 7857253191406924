"""Colours from gaps: by the bounds of a place, by its memory, and by the bounds of a dashboard."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Codes = NDArray[np.int8]

# In rising order, so that a better light is a larger code; NONE is what cannot be told.
NONE, RED, ORANGE, YELLOW, GREEN = range(5)
# In rising order too: the way a dashboard's arrow points.
NO_TREND, DECREASING, STAGNATING, IMPROVING, ON_TRACK = range(5)

# Printed decimals carry noise in the last binary digits; no bound is meant that finely.
_NOISE = 1e-9


def shortfall(done: ArrayLike, due: ArrayLike) -> Floats:
    """Return what is missing as per cent of what is due; 0 where nothing is due yet, negative where more is done."""
    have, want = np.asarray(done, float), np.asarray(due, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        missing = np.where(want > 0, 100 * (want - have) / want, np.where(have >= want, 0.0, np.inf))
    return np.asarray(np.where(np.isnan(have) | np.isnan(want), np.nan, missing))


def points_behind(done: ArrayLike, due: ArrayLike) -> Floats:
    """Return by how many percentage points the share done is behind the share due; negative when ahead."""
    return np.asarray(100 * (np.asarray(due, float) - np.asarray(done, float)))


def by_gap(gap: ArrayLike, yellow: float, red: float, yellow_at_bound: bool = False) -> Codes:
    """Return lights: green below the `yellow` bound, red above the `red` one, yellow between.

    yellow_at_bound: whether a gap of exactly `yellow` is yellow already. NaN has no light.
    """
    behind = np.asarray(gap, float)
    with np.errstate(invalid="ignore"):
        green = behind < yellow - _NOISE if yellow_at_bound else behind <= yellow + _NOISE
        code = np.where(green, GREEN, np.where(behind <= red + _NOISE, YELLOW, RED))
    return np.asarray(np.where(np.isnan(behind), NONE, code), np.int8)


def with_average(plan_met: ArrayLike, average_met: ArrayLike) -> Codes:
    """Return lights that need two things: green where both hold, yellow where one does, red where none."""
    held = np.asarray(plan_met, bool).astype(np.int8) + np.asarray(average_met, bool)
    return np.asarray(np.choose(held, (RED, YELLOW, GREEN)), np.int8)


def runs_turn_red(lights: ArrayLike, run: int) -> Codes:
    """Return monthly lights, months along the last axis: from the `run`-th yellow in a row on, each yellow is red."""
    given = np.asarray(lights, np.int8)
    out, length = given.copy(), np.zeros(given.shape[:-1], int)
    for month in range(given.shape[-1]):
        yellow = given[..., month] == YELLOW
        length = np.where(yellow, length + 1, 0)
        out[..., month] = np.where(yellow & (length >= run), RED, given[..., month])
    return out


def remembering_red(lights: ArrayLike) -> Codes:
    """Return monthly lights, months along the last axis, that after a first red are never better than yellow."""
    given = np.asarray(lights, np.int8)
    was_red = np.logical_or.accumulate(given == RED, axis=-1)
    return np.asarray(np.where(was_red & (given == GREEN), YELLOW, given), np.int8)


def by_thresholds(value: ArrayLike, green: ArrayLike, red: ArrayLike, middle: ArrayLike | None = None) -> Codes:
    """Return lights of a threshold dashboard: as good as `green` or better, worse than `red`, or between.

    Which way is better follows from the bounds. middle: where yellow ends and orange begins, half-way where None.
    A value on a bound has the better colour. NaN, or bounds that are equal or missing, have no light.
    Source: the bounds of the Sustainable Development Report's dashboards.
    """
    best, worst, measured = np.asarray(green, float), np.asarray(red, float), np.asarray(value, float)
    half = (best + worst) / 2 if middle is None else np.asarray(middle, float)
    sign = np.sign(best - worst)
    noise = _NOISE * np.maximum(1.0, np.abs(best - worst))

    def reaches(bound: Floats) -> NDArray[np.bool_]:
        return np.asarray((measured - bound) * sign >= -noise)

    with np.errstate(invalid="ignore"):
        code = np.where(reaches(best), GREEN, np.where(reaches(half), YELLOW, np.where(reaches(worst), ORANGE, RED)))
        unknown = np.isnan(measured) | np.isnan(half) | ~(np.abs(sign) > 0)
    return np.where(unknown, NONE, code).astype(np.int8)


def trend(
    first: ArrayLike, last: ArrayLike, years: ArrayLike, base: ArrayLike, goal: ArrayLike, years_to_goal: ArrayLike,
    sign: ArrayLike, halfway: float = 0.5,
) -> Codes:  # fmt: skip
    """Return the arrow of a threshold dashboard: the yearly change so far against the one that was needed.

    first, last: values `years` apart. base, goal: the value the way is counted from, and the green bound it leads to
    in years_to_goal. sign: +1 where more is better, -1 where less is. On track where the goal is reached and kept, or
    at the pace that was needed; improving from `halfway` of it; stagnating below that; decreasing where the change
    goes the wrong way. Where the base had the goal already, any change for the better is improving. NaN has no arrow.
    """
    better, time, way = np.asarray(sign, float), np.asarray(years, float), np.asarray(years_to_goal, float)
    newest, bound = np.asarray(last, float), np.asarray(goal, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        pace = np.where(time > 0, better * (newest - np.asarray(first, float)) / time, np.nan)
        needed = np.where(way > 0, better * (bound - np.asarray(base, float)) / way, np.nan)
        share = np.where(needed > 0, pace / needed, np.where(pace > 0, halfway, pace))
        noise = _NOISE * np.maximum(1.0, np.abs(bound))
        code = np.where(share >= halfway - _NOISE, IMPROVING, np.where(share >= -_NOISE, STAGNATING, DECREASING))
        code = np.where((needed > 0) & (share >= 1 - _NOISE), ON_TRACK, code)
        code = np.where(np.isnan(share), NO_TREND, code)
        return np.where(better * (newest - bound) >= -noise, ON_TRACK, code).astype(np.int8)
