"""The air quality index and the days of good air, after HJ 633."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lantu.parameters.standard import standard

Floats = NDArray[np.float64]

# Days with an index up to this are 优 or 良: good air.
GOOD = 100
# Printed decimals carry noise in the last binary digits; the index is rounded up, so noise would add a whole point.
_NOISE = 1e-9


def sub_index(pollutant: str, concentration: ArrayLike, on: date) -> Floats:
    """Return the individual index (IAQI) of one pollutant, rounded up to a whole number.

    pollutant: pm25_24h, pm10_24h, so2_24h, so2_1h, no2_24h, no2_1h, co_24h, co_1h, o3_1h or o3_8h. concentration: in
    micrograms per cubic metre, CO in milligrams. Above the last breakpoint of a full row the index is 500; NaN where
    the concentration is missing or negative, and above a row that ends early (SO2 over an hour, O3 over eight hours),
    which has no index there. Source: HJ 633, section 4.2 and table 1.

    Raises KeyError for a pollutant that the standard does not name.
    """
    tables = standard("hj633", on).tables
    index, points = np.asarray(tables["index"], float), np.asarray(tables["breakpoints"][pollutant], float)
    given = np.asarray(concentration, float)
    found = np.ceil(np.interp(given, points, index[: len(points)]) - _NOISE)
    ends_early = len(points) < len(index)
    unknown = np.isnan(given) | (given < 0) | (ends_early & (given > points[-1]))
    return np.asarray(np.where(unknown, np.nan, found))


def air_quality_index(concentrations: Mapping[str, ArrayLike], on: date) -> Floats:
    """Return the AQI: the largest individual index of the pollutants that are known; NaN where none is.

    concentrations: by pollutant, as for `sub_index`, broadcast together. Source: HJ 633, section 4.3.
    """
    each = np.broadcast_arrays(*(sub_index(pollutant, values, on) for pollutant, values in concentrations.items()))
    indices = np.array(each)
    known = ~np.isnan(indices)
    largest = np.where(known, indices, -1.0).max(axis=0)
    return np.asarray(np.where(known.any(axis=0), largest, np.nan))


def primary_pollutants(concentrations: Mapping[str, ArrayLike], on: date) -> list[tuple[str, ...]]:
    """Return, for each day, the pollutants whose individual index is the AQI, none on days up to 50.

    Source: HJ 633, section 4.4.
    """
    names = list(concentrations)
    indices = np.array([np.atleast_1d(sub_index(name, concentrations[name], on)) for name in names])
    largest = np.atleast_1d(air_quality_index(concentrations, on))
    return [
        tuple(name for name, of in zip(names, indices[:, day], strict=True) if largest[day] > 50 and of == largest[day])
        for day in range(indices.shape[1])
    ]


def good_air_days(indices: ArrayLike) -> tuple[float, int]:
    """Return the share of days of good air among the days with an index, in per cent, and how many days have one.

    indices: the AQI of each day along the last axis of one place and year, NaN where it is missing; NaN where no day
    has one. Days that an official assessment leaves out (sand and dust) are to be left out before.
    """
    days = np.asarray(indices, float)
    known = int((~np.isnan(days)).sum())
    return (100 * float((days <= GOOD).sum()) / known if known else float("nan")), known
