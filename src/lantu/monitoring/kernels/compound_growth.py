"""Progress by compound growth, after the UN-style method for the Sustainable Development Goals."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Codes = NDArray[np.int8]

# In rising order, so that better progress is a larger code; NOT_AVAILABLE is what cannot be told.
NOT_AVAILABLE, DETERIORATION, LIMITED, MODERATE, SUBSTANTIAL, TARGET_ACHIEVED = range(6)
WORDS = (
    "not_available", "deterioration", "limited_progress", "moderate_progress", "substantial_progress",
    "target_achieved",
)  # fmt: skip
# high, med, low: of the growth needed where there is a target, else of a yearly growth.
WITH_TARGET = (0.95, 0.6, 0.0)
WITHOUT_TARGET = (0.015, 0.005, 0.0)
# Binary fractions carry noise far below any printed digit: a growth that is exactly on a bound has the better word.
_NOISE = 1e-12
# Growth from or to zero is infinite; the method puts this number there instead.
_FOR_ZERO = 0.001
# How fast the yearly bounds shrink as a base comes near the limit of the figure: half-way there they hold in full.
_NEARNESS = 4.44


def compound_rate(start: ArrayLike, end: ArrayLike, years: ArrayLike) -> Floats:
    """Return the yearly rate that leads from start to end, as a share (0.02 is 2 % a year).

    NaN where years is not above 0, or where start and end have not the same sign: growth through zero has no rate.
    """
    time = np.asarray(years, float)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        ratio = np.asarray(end, float) / np.asarray(start, float)
        return np.asarray(np.where((time > 0) & (ratio >= 0), ratio ** (1 / time) - 1, np.nan))


def progress_value(
    base: ArrayLike, value: ArrayLike, years: ArrayLike, sign: ArrayLike, target: ArrayLike = np.nan,
    years_to_target: ArrayLike = np.nan,
) -> Floats:  # fmt: skip
    """Return growth so far over the growth needed; where there is no target, the yearly growth in the good direction.

    base, value: of the base year and of the current one, `years` apart. sign: +1 where more is better, -1 where less
    is. years_to_target: from the base year to the target year. NaN where there is no growth to tell.
    """
    start, goal = _not_zero(base), _not_zero(target)
    better = np.asarray(sign, float) * np.sign(start)
    so_far = compound_rate(start, value, years)
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.abs(compound_rate(start, goal, years_to_target))
        return np.asarray(better * np.where(np.isnan(goal), so_far, so_far / needed))


def near_limit(base: ArrayLike, limit: ArrayLike) -> Floats:
    """Return by what the yearly bounds are multiplied where a figure has a limit: 1 far from it, 0 at it."""
    size, end = np.abs(np.asarray(base, float)), np.abs(np.asarray(limit, float))
    with np.errstate(divide="ignore", invalid="ignore"):
        way = np.where(size <= end, size, 2 * end - size) / end
        factor = np.where(size >= 2 * end, 1.0, 1 - way**_NEARNESS)
    return np.asarray(np.where(np.isnan(end), 1.0, factor))


def is_achieved(value: ArrayLike, sign: ArrayLike, target: ArrayLike) -> NDArray[np.bool_]:
    """Return whether values have their target already; without a target none has."""
    margin = (np.asarray(value, float) - _not_zero(target)) * np.asarray(sign, float)
    with np.errstate(invalid="ignore"):
        return np.asarray(margin >= 0)


def ends_of(years: ArrayLike, values: ArrayLike, base_year: float) -> tuple[Floats, Floats, Floats]:
    """Return the base value, the newest value and the years between, of series along the last axis.

    years: one for each place on the last axis, rising. The base is the value of base_year, or of the next year that
    has one. NaN where a series has no value from base_year on.
    """
    times, series = np.asarray(years, float), np.asarray(values, float)
    known = ~np.isnan(series) & (times >= base_year)
    first, last = known.argmax(axis=-1), known.shape[-1] - 1 - known[..., ::-1].argmax(axis=-1)

    def at(place: NDArray[np.intp]) -> Floats:
        return np.asarray(np.take_along_axis(series, place[..., None], axis=-1)[..., 0])

    there = known.any(axis=-1)
    return (
        np.where(there, at(first), np.nan), np.where(there, at(last), np.nan),
        np.where(there, times[last] - times[first], np.nan),
    )  # fmt: skip


def status(
    base: ArrayLike, value: ArrayLike, years: ArrayLike, sign: ArrayLike, target: ArrayLike = np.nan,
    years_to_target: ArrayLike = np.nan, limit: ArrayLike = np.nan,
    with_target: tuple[float, float, float] = WITH_TARGET,
    without_target: tuple[float, float, float] = WITHOUT_TARGET,
) -> Codes:  # fmt: skip
    """Return codes of progress, indices into WORDS; arguments as for `progress_value`, broadcast together.

    limit: the natural end of a figure without a target (100 %), near which less growth is asked; NaN for none.
    """
    progress = progress_value(base, value, years, sign, target, years_to_target)
    nearness = near_limit(_not_zero(base), limit)
    has_target = ~np.isnan(np.asarray(target, float))
    high, medium, low = (
        np.where(has_target, one, other * nearness) - _NOISE
        for one, other in zip(with_target, without_target, strict=True)
    )
    code = np.where(
        progress >= high, SUBSTANTIAL,
        np.where(progress >= medium, MODERATE, np.where(progress >= low, LIMITED, DETERIORATION)),
    )  # fmt: skip
    code = np.where(np.isnan(progress), NOT_AVAILABLE, code)
    achieved = is_achieved(value, sign, target)
    return np.where(achieved, TARGET_ACHIEVED, code).astype(np.int8)


def score(
    base: ArrayLike, value: ArrayLike, years: ArrayLike, sign: ArrayLike, target: ArrayLike = np.nan,
    years_to_target: ArrayLike = np.nan, limit: ArrayLike = np.nan,
) -> Floats:  # fmt: skip
    """Return the method's score from -5 to 5, which is averaged where an indicator has several series; NaN for none."""
    progress = progress_value(base, value, years, sign, target, years_to_target)
    nearness = near_limit(_not_zero(base), limit)
    has_target = ~np.isnan(np.asarray(target, float))
    with np.errstate(divide="ignore", invalid="ignore"):
        high, medium, _ = WITHOUT_TARGET
        scaled = np.where(nearness > 0, progress / nearness, np.inf)
        yearly = np.where(
            progress < 0, 125 * progress - 2.5,
            np.where(
                scaled >= high, 500 * scaled - 5, np.where(scaled >= medium, 250 * scaled - 1.25, 500 * scaled - 2.5)
            ),
        )  # fmt: skip
        _, medium, _ = WITH_TARGET
        toward = np.where(progress >= medium, 7.1429 * progress - 4.2857, 4.1667 * progress - 2.5)
        found = np.clip(np.where(has_target, toward, yearly), -5.0, 5.0)
    achieved = is_achieved(value, sign, target)
    return np.asarray(np.where(achieved, 5.0, np.where(np.isnan(progress), np.nan, found)))


def mean_status(scores: ArrayLike, achieved: ArrayLike) -> Codes:
    """Return the code of an indicator of several series, along the last axis: by the mean of the scores there are."""
    given = np.asarray(scores, float)
    known = ~np.isnan(given)
    counted = known.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(counted > 0, np.where(known, given, 0.0).sum(axis=-1) / counted, np.nan)
        code = np.where(
            mean >= 2.5, SUBSTANTIAL, np.where(mean >= 0, MODERATE, np.where(mean >= -2.5, LIMITED, DETERIORATION))
        )
    code = np.where(counted == 0, NOT_AVAILABLE, code)
    return np.where((counted > 0) & (np.asarray(achieved, bool) | ~known).all(axis=-1), TARGET_ACHIEVED, code).astype(
        np.int8
    )


def _not_zero(value: ArrayLike) -> Floats:
    given = np.asarray(value, float)
    return np.asarray(np.where(given == 0, _FOR_ZERO, given))
