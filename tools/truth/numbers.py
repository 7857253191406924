"""Comparisons with published numbers: human development, provinces, the nation's accounts, tourism."""

from __future__ import annotations

import csv
import gzip
import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

from lantu.indices.composite import human_development
from lantu.monitoring.kernels.rollup import roll_up
from lantu.monitoring.methods.economy import per_unit
from lantu.monitoring.validation import Doubt, doubts_about
from lantu.plan.area import RollUpRule
from lantu.plan.balance import Balance
from lantu.plan.indicator import Indicator
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from tools.truth.comparison import Comparison, compared

TRUTH = Path("../shared/truth")


def rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file, packed or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines()))


def comparisons() -> Iterator[Comparison]:
    """Yield every comparison of this file."""
    yield _human_development()
    yield from _provinces()
    yield from _accounts()
    yield from _tourism()


def _human_development() -> Comparison:
    countries = rows(TRUTH / "hdi/hdi_2010.csv")
    figures = (
        np.array([float(row[name]) if row[name] else math.nan for row in countries])
        for name in ("le_2010", "eys_2010", "mys_2010", "gnipc_2010")
    )
    ours = human_development(*figures)
    pairs = [(float(o), float(row["hdi_2010"])) for o, row in zip(ours, countries, strict=True) if row["hdi_2010"]]
    return compared("Human Development Index 2010, countries", pairs, 0.0005 + 1e-9)


def _provinces() -> Iterator[Comparison]:
    table = rows(TRUTH / "provinces/province_gdp_1992_2020_zh.csv")
    names = [name for name in table[0] if name]
    values = {int(row[""]): np.array([float(row[name]) for name in names]) for row in table}
    total = roll_up(values[2020], np.zeros(len(names), int), 1, RollUpRule.SUM)
    yield compared("GDP of 31 provinces, sum 2020", [(float(total.values[0]), 1_012_415.2)], 0.05)
    of = {row["province"]: row["region"] for row in rows(TRUTH / "provinces/regions.csv")}
    english = [name for name in rows(TRUTH / "provinces/province_gdp_1992_2020_en.csv")[0] if name]
    regions = sorted(set(of.values()))
    places = np.array([regions.index(of[name.rstrip(",")]) for name in english])
    pairs = []
    for numbers in values.values():
        by_region = roll_up(numbers, places, len(regions), RollUpRule.SUM)
        whole = roll_up(by_region.values, np.zeros(len(regions), int), 1, RollUpRule.SUM)
        pairs.append((float(whole.values[0]), math.fsum(numbers)))
    yield compared("GDP rolled up by region and then nation, years", pairs, 1e-6)


def _accounts() -> Iterator[Comparison]:
    years = rows(TRUTH / "provinces/national_gdp_2015_2024.csv")
    parts = ("第一产业", "第二产业", "第三产业")
    # The published table was revised in one row only: in 2024 its industries make 1,017.3 more than its total.
    found = [_does_not_add_up(row, parts) for row in years]
    right = sum(said == (row["年份"] == "2024") for said, row in zip(found, years, strict=True))
    yield Comparison("GDP against its three industries: the year that is off is found", len(years), right, 0.0, 0.0)
    shares = [
        (float(per_unit(float(row[part]), float(row["GDP总量"]))), float(row[f"{part}占比"]))
        for row in years
        for part in parts
    ]
    yield compared("shares of the three industries", shares, 0.00005 + 1e-9)


def _does_not_add_up(row: dict[str, str], parts: tuple[str, ...]) -> bool:
    """Whether entering the total of a year, beside the industries that are there, raises a doubt."""
    year, whole = Period.parse(row["年份"]), "GDP总量"
    values = [Observation(part, "", year, float(row[part])) for part in parts]
    plan = Plan(indicators=tuple(Indicator(name, name, unit="亿元") for name in (whole, *parts)))
    package = Package(Reading(plan), tuple(values), balances=(Balance(whole, parts),))
    raised = doubts_about(package, Observation(whole, "", year, float(row[whole])), date(2026, 1, 1))
    return any(one.doubt is Doubt.DOES_NOT_ADD_UP for one in raised)


def _tourism() -> Iterator[Comparison]:
    series = rows(TRUTH / "tourism/tourism.csv.gz")
    quarters = sorted({row["Quarter"] for row in series})
    states = sorted({row["State"] for row in series})
    trips = np.array([float(row["Trips"]) for row in series])
    cell = np.array([quarters.index(row["Quarter"]) * len(states) + states.index(row["State"]) for row in series])
    by_state = roll_up(trips, cell, len(quarters) * len(states), RollUpRule.SUM)
    whole = roll_up(by_state.values, np.repeat(np.arange(len(quarters)), len(states)), len(quarters), RollUpRule.SUM)
    once = [math.fsum(float(row["Trips"]) for row in series if row["Quarter"] == quarter) for quarter in quarters]
    pairs = list(zip(map(float, whole.values), once, strict=True))
    yield compared("Australian trips rolled up by state and then nation, quarters", pairs, 1e-6)
