"""Growth in real terms, energy intensity, and figures for each person or square kilometre."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def real_growth(before: ArrayLike, now: ArrayLike, price_index: ArrayLike) -> Floats:
    """Return growth at constant prices, in per cent: nominal growth with the change of prices taken out.

    before, now: amounts at the prices of their own years. price_index: prices of now against those of before, 100 for
    no change. NaN where a number is missing, or an amount or the index is not above zero: through zero there is no
    growth. Source: the deflator of the System of National Accounts 2008, chapter 15.
    """
    start, end, prices = np.asarray(before, float), np.asarray(now, float), np.asarray(price_index, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        grown = 100 * (end / start / (prices / 100) - 1)
    return np.asarray(np.where((start > 0) & (end > 0) & (prices > 0), grown, np.nan))


def per_unit(amount: ArrayLike, units: ArrayLike, factor: float = 1.0) -> Floats:
    """Return an amount for each unit (person, square kilometre, yuan), times factor; NaN where there is no unit.

    Serves GDP per head, population density, doctors per thousand people (factor 1,000).
    """
    count = np.asarray(units, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(count > 0, factor * np.asarray(amount, float) / count, np.nan))


def mean_population(at_start: ArrayLike, at_end: ArrayLike) -> Floats:
    """Return the mean population of a year, by which amounts of the year are divided: (start + end) ÷ 2."""
    return np.asarray((np.asarray(at_start, float) + np.asarray(at_end, float)) / 2)


def urbanisation_rate(urban: ArrayLike, total: ArrayLike) -> Floats:
    """Return the share of residents who live in towns, in per cent (常住人口城镇化率)."""
    return per_unit(urban, total, 100.0)


def energy_intensity(energy: ArrayLike, constant_price_gdp: ArrayLike) -> Floats:
    """Return energy used for each unit of GDP at constant prices (单位GDP能耗), in the units that are given."""
    return per_unit(energy, constant_price_gdp)


def intensity_fall(energy_growth: ArrayLike, real_gdp_growth: ArrayLike) -> Floats:
    """Return by how much intensity fell in a year, in per cent, from the growth of energy use and of real GDP.

    Positive is a fall. (1 − (1 + energy) ÷ (1 + GDP)); so the published yearly falls are worked out.
    """
    energy, output = np.asarray(energy_growth, float), np.asarray(real_gdp_growth, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(output > -100, 100 * (1 - (100 + energy) / (100 + output)), np.nan))
