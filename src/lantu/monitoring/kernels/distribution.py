"""What short yearly series say of a year to come: the evidence in them, and the distribution that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lantu.monitoring.kernels.ensemble import ensemble

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# From so many values on, single years were steadier than few values make believe, and the trend less so.
LONG = 14
# Points further back say nothing more, and no member's forecast is taken below a hundredth of the last value.
_LONGEST = 50
_LEAST_SHARE = 0.01
# Series are worked through in blocks that stay in the processor's cache.
_BLOCK = 512
_TINY = 1e-300
_LARGEST_LOG = 700.0


class Kind(StrEnum):
    """What values can be: amounts above zero, shares of a whole in per cent, or any number."""

    AMOUNT = "amount"
    SHARE = "share"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers of the method; parameters/outlook.yaml says what each means and where it is from."""

    spread_factor: float
    drift_doubt: float
    change_share: float
    amount_spread: float
    other_spread: float
    disagreement: float
    freedom: float
    common_rise: float
    rise_limit: float
    long_spread_factor: float
    long_drift_doubt: float

    def factors(self, points: ArrayLike) -> tuple[Floats, Floats]:
        """Return spread_factor and drift_doubt for series of so many values: those of long ones from LONG on."""
        long = np.asarray(points) >= LONG
        return (
            np.where(long, self.long_spread_factor, self.spread_factor),
            np.where(long, self.long_drift_doubt, self.drift_doubt),
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What N series hold for the year that lies `ahead` years after the last value of each, all on the scale of a kind.

    point: the ensemble's forecast, of its members damped and drift by the weight of the first; apart: how far they lie
    apart (weighted standard deviation). last: the last value; change: the mean yearly change; usual: the mean size of
    yearly changes; squares: the sum of squared deviations of yearly changes from `change`; points: how many values
    are known; size: what numbers are divided by. NaN where fewer than two values are known.
    """

    ahead: Floats
    point: Floats
    damped: Floats
    drift: Floats
    weight: Floats
    apart: Floats
    last: Floats
    change: Floats
    usual: Floats
    squares: Floats
    points: Floats
    size: Floats


@dataclass(frozen=True, slots=True)
class Distribution:
    """A Student-t distribution of each of N values to come, on the scale of a kind, and how it came about.

    yearly: the spread of single years. rise: what is added because amounts rise more often than not.
    """

    middle: Floats
    spread: Floats
    yearly: Floats
    rise: Floats


def scaled(values: ArrayLike, kind: Kind, size: ArrayLike = 1.0) -> Floats:
    """Return values on the scale of their kind: logarithms of amounts, log odds of shares, numbers by their size.

    Values at or past an end of the scale become infinite.
    """
    values = np.asarray(values, float)
    if kind is Kind.NUMBER:
        return np.asarray(values / np.asarray(size, float))
    with np.errstate(divide="ignore"):
        if kind is Kind.AMOUNT:
            return np.asarray(np.log(np.maximum(values, 0.0)))
        inside = np.clip(values, 0.0, 100.0)
        return np.asarray(np.log(inside) - np.log(100.0 - inside))


def unscaled(scale: ArrayLike, kind: Kind, size: ArrayLike = 1.0) -> Floats:
    """Return values from their scale: the inverse of `scaled`."""
    scale = np.asarray(scale, float)
    if kind is Kind.NUMBER:
        return np.asarray(scale * np.asarray(size, float))
    bounded = np.clip(scale, -_LARGEST_LOG, _LARGEST_LOG)
    return np.exp(bounded) if kind is Kind.AMOUNT else np.asarray(100.0 / (1.0 + np.exp(-bounded)))


def kind_of(values: ArrayLike, is_share: bool) -> Kind:
    """Return the kind that known values allow: a share strictly inside 0 to 100, an amount where all are above zero."""
    known = np.asarray(values, float)
    known = known[np.isfinite(known)]
    if is_share:
        return Kind.SHARE if bool(np.all((known > 0) & (known < 100))) else Kind.NUMBER
    return Kind.AMOUNT if bool(np.all(known > 0)) else Kind.NUMBER


def gather(values: ArrayLike, ahead: ArrayLike, kind: Kind) -> Evidence:
    """Return the evidence of N yearly series for one year to come of each.

    values: (N, years), oldest first, NaN where there is none; gaps inside are bridged evenly and count as no news.
    ahead: (N,) whole years after the last known value, 1 or more.
    """
    values = np.atleast_2d(np.asarray(values, float))
    count, width = values.shape
    ahead = np.broadcast_to(np.asarray(ahead, int), count)
    known = np.isfinite(values)
    last = width - 1 - np.argmax(known[:, ::-1], axis=1)
    first = np.maximum(np.argmax(known, axis=1), last - _LONGEST + 1)
    several = known.sum(axis=1) >= 2
    out = np.full((len(fields(Evidence)), count), np.nan)
    for years in np.unique((last - first)[several]):
        rows = np.flatnonzero(several & (last - first == years))
        for begin in range(0, len(rows), _BLOCK):
            block = rows[begin : begin + _BLOCK]
            series = values[block[:, None], first[block, None] + np.arange(years + 1)]
            out[:, block] = _gather(series, ahead[block], kind)
    return Evidence(*out)


def _gather(series: Floats, ahead: NDArray[np.int_], kind: Kind) -> tuple[Floats, ...]:
    known = np.isfinite(series)
    size = np.ones(len(series))
    if kind is Kind.NUMBER:
        size = np.nanmean(np.abs(series), axis=1)
        size = np.where(size > 0, size, 1.0)
    scale = scaled(series, kind, size[:, None])
    if not known.all():
        scale = _bridged(scale, known)
    positive = kind is Kind.AMOUNT
    # Members work on amounts themselves, which stay above zero, or on the scale, where either side is as good.
    base = np.exp(scale) if positive else scale
    told = ensemble(base, int(ahead.max()), positive)
    row = np.arange(len(series))
    point, members = told.point[row, ahead - 1], told.members[:, row, ahead - 1]
    if positive:
        lowest = np.maximum(_LEAST_SHARE * base[:, -1], _TINY)
        point, members = np.log(np.maximum(point, lowest)), np.log(np.maximum(members, lowest))
    apart = np.sqrt((told.weights * (members - point) ** 2).sum(axis=0))
    differences = np.diff(scale, axis=1)
    change = differences.mean(axis=1)
    squares = ((differences - change[:, None]) ** 2).sum(axis=1)
    usual = np.abs(differences).mean(axis=1)
    return (
        ahead.astype(float), point, members[0], members[1], told.weights[0], apart, scale[:, -1], change, usual,
        squares, known.sum(axis=1).astype(float), size,
    )  # fmt: skip


def _bridged(scale: Floats, known: Bools) -> Floats:
    """Fill gaps inside series evenly; first and last values are there."""
    years = np.arange(scale.shape[1])
    before = np.maximum.accumulate(np.where(known, years, 0), axis=1)
    after = np.minimum.accumulate(np.where(known, years, years[-1])[:, ::-1], axis=1)[:, ::-1]
    row = np.arange(len(scale))[:, None]
    share = (years - before) / np.maximum(after - before, 1)
    return np.asarray(scale[row, before] * (1 - share) + scale[row, after] * share)


def distribution(
    evidence: Evidence, kind: Kind, settings: Settings, unsure: ArrayLike = 0.0, least: ArrayLike = 0.0
) -> Distribution:
    """Return the distribution that follows from the evidence.

    unsure: how much of a year is still open in the last value, 0 for a known one. least: a spread of single years, on
    the scale, that is assumed besides, so that a series that stood still is not certain; worth one observation.
    """
    ahead, news = evidence.ahead, np.maximum(evidence.points - 1, 1)
    floor = settings.amount_spread if kind is Kind.AMOUNT else settings.other_spread
    with np.errstate(over="ignore"):
        assumed = settings.change_share * evidence.usual**2 + floor**2 + np.asarray(least, float) ** 2
    yearly = np.sqrt((assumed + evidence.squares) / news)
    # Amounts rise more often than not, which a few points do not show yet; quiet ones rise little.
    usual = np.minimum(evidence.usual, settings.rise_limit) if kind is Kind.AMOUNT else 0.0 * ahead
    rise = settings.common_rise * usual * ahead / evidence.points
    far = ahead + np.asarray(unsure, float)
    single, doubt = settings.factors(evidence.points)
    widening = single * far + doubt * far**2 / evidence.points
    spread = np.sqrt(yearly**2 * widening + settings.disagreement * evidence.apart**2)
    return Distribution(evidence.point + rise, spread, yearly, rise)
