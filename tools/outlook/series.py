"""Yearly series that the outlook is chosen and judged on, from the folder of published truth beside the checkout."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TRUTH = Path("../shared/truth")
_SEASONS = {"QUARTERLY": 4, "MONTHLY": 12}


@dataclass(frozen=True, slots=True)
class Contest:
    """One series of the M3 competition: its training part and what came after it."""

    history: Floats
    future: Floats


def m3(frequency: str = "YEARLY") -> list[Contest]:
    """Return the series of one frequency, in the order of the file."""
    return [
        Contest(np.array(row["x"].split(), float), np.array(row["xx"].split(), float))
        for row in _rows(TRUTH / "m3" / "m3_series.csv.gz")
        if row["period"] == frequency
    ]


def yearly_sums(frequency: str) -> list[Floats]:
    """Return the training parts of quarterly or monthly series added up to whole years, counted from the end."""
    season = _SEASONS[frequency]
    sums = []
    for contest in m3(frequency):
        whole = len(contest.history) // season
        sums.append(contest.history[len(contest.history) - whole * season :].reshape(whole, season).sum(axis=1))
    return sums


def provinces() -> list[Floats]:
    """Return the gross domestic product of each province, 1992 to 2020."""
    with (TRUTH / "provinces" / "province_gdp_1992_2020_en.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row[1:] for row in list(csv.reader(file))[1:]]
    return list(np.array(rows, float)[::-1].T)


def tourism() -> list[Floats]:
    """Return the yearly trips to each region for each purpose; series with a year of none are left out."""
    trips: dict[tuple[str, str], dict[str, float]] = {}
    for row in _rows(TRUTH / "tourism" / "tourism.csv.gz"):
        years = trips.setdefault((row["Region"] + row["State"], row["Purpose"]), {})
        year = row["Quarter"][:4]
        years[year] = years.get(year, 0.0) + float(row["Trips"])
    series = [np.array([years[year] for year in sorted(years)]) for years in trips.values()]
    return [one for one in series if one.min() > 0]


def training() -> dict[str, tuple[list[Floats], float]]:
    """Return everything the numbers may be chosen on, with the weight of each: no test part of M3 is among it."""
    return {
        "M3 yearly, training parts": ([contest.history for contest in m3()], 1.0),
        "M3 quarterly, training parts, in years": (yearly_sums("QUARTERLY"), 0.3),
        "M3 monthly, training parts, in years": (yearly_sums("MONTHLY"), 0.3),
        "GDP of 31 provinces": (provinces(), 0.3),
        "Australian tourism, 304 series": (tourism(), 0.2),
    }


def windows(series: list[Floats], years: int, ahead: int, most: int, seed: int = 0) -> tuple[Floats, Floats]:
    """Return stretches of `years` values and the `ahead` values after each: at most `most` of one series, by lot."""
    lot = np.random.default_rng(seed)
    before, after = [], []
    for one in series:
        ends = np.arange(years, len(one) - ahead + 1)
        for end in lot.choice(ends, most, replace=False) if len(ends) > most else ends:
            before.append(one[end - years : end])
            after.append(one[end : end + ahead])
    return np.array(before).reshape(-1, years), np.array(after).reshape(-1, ahead)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
