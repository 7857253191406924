"""Make a simulated nation as a warehouse: `python -m tools.nation.simulated FOLDER [COUNTIES INDICATORS]`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import numpy as np

from lantu.plan.area import RollUpRule
from lantu.plan.indicator import TargetForm
from lantu.warehouse.block import Aim, Areas, Values
from lantu.warehouse.store import Store, create

PROVINCES, YEARS = 31, range(2020, 2026)


def areas(counties: int) -> Areas:
    """Return a nation of 31 provinces and so many counties, dealt out in turn."""
    parents = np.full(1 + PROVINCES + counties, -1, np.int32)
    parents[1 : 1 + PROVINCES] = 0
    parents[1 + PROVINCES :] = 1 + np.arange(counties) % PROVINCES
    return Areas(tuple(f"S{place:06}" for place in range(len(parents))), parents)


def aims(count: int, target_year: int = 2025) -> list[Aim]:
    """Return indicators of three kinds in turn: levels on a way, sums of months, yearly means."""
    kinds = (
        (TargetForm.LEVEL, RollUpRule.LAST, RollUpRule.MEAN, 130.0),
        (TargetForm.LEVEL, RollUpRule.SUM, RollUpRule.MEAN, 1500.0),
        (TargetForm.FLOOR_EACH_YEAR, RollUpRule.MEAN, RollUpRule.MIN, 95.0),
    )
    return [
        Aim(
            f"i{at:04}",
            form,
            2021,
            target_year,
            target,
            1.0,
            over_time=over_time,
            over_areas=over_areas,
            since=YEARS[0],
        )
        for at in range(count)
        for form, over_time, over_areas, target in [kinds[at % 3]]
    ]


def make(folder: Path, counties: int = 2978, indicators: int = 120, seed: int = 1, target_year: int = 2025) -> Store:
    """Write the warehouse anew and return it: counties x indicators x 72 months, each county with its own drift."""
    shutil.rmtree(folder, ignore_errors=True)
    random = np.random.default_rng(seed)
    store = create(folder, aims(indicators, target_year), areas(counties))
    months = 12 * len(YEARS)
    place = np.repeat(np.arange(1 + PROVINCES, 1 + PROVINCES + counties, dtype=np.int32), months)
    year = np.tile(np.repeat(np.array(YEARS, np.int16), 12), counties)
    part = np.tile(np.arange(1, 13, dtype=np.int8), counties * len(YEARS))
    grids: dict[str, tuple[int, int, int]] = {}
    for aim in store.manifest.aims:
        drift = np.repeat(random.normal(5, 3, counties), months) * np.tile(np.arange(months) / 12, counties)
        value = np.round(100 + drift + random.normal(0, 1, counties * months), 2)
        grid = store.write_base("base-000001", aim.indicator, Values(place, year, part, value))
        grids |= {aim.indicator: grid} if grid else {}
    store.commit(base="base-000001", grids=grids, latest=f"{YEARS[-1]}-12")
    return store


if __name__ == "__main__":
    make(Path(sys.argv[1]), *map(int, sys.argv[2:4]))
